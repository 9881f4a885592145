using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.State;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>A request over CalDAV by an account.</summary>
internal sealed record DavCall(ServerState Server, FakeRequest Request, Account Caller)
{
    public ZimbraDirectory Directory => Server.Directory;

    /// <summary>Whether the caller may use calendars: else folders are plain collections (A.1).</summary>
    public bool HasCalendars => IsOn("zimbraFeatureCalendarEnabled");

    /// <summary>Whether the caller may use task lists.</summary>
    public bool HasTasks => IsOn("zimbraFeatureTasksEnabled");

    /// <summary>Whether mountpoints are no calendars of their own, but owners' that the caller acts for.</summary>
    public bool HasAppleDelegation => IsOn("zimbraPrefAppleIcalDelegationEnabled");

    public string Depth => Request.Header("Depth") ?? "0";

    public string RightsOn(Account owner, MailFolder folder) => AccessControl.RightsOf(Directory, Visitor.Of(Caller), owner, folder);

    public bool May(Account owner, MailFolder folder, char right) => RightsOn(owner, folder).Contains(right, StringComparison.Ordinal);

    /// <summary>Where a mountpoint leads; no folder when it is gone.</summary>
    public (Account Owner, MailFolder Folder)? Target(MailFolder mountpoint) =>
        mountpoint.Link is { } link
        && Directory.FindAccountById(link.OwnerId) is { Mailbox: { } mailbox } owner
        && mailbox.FindById(link.RemoteId) is { } folder
            ? (owner, folder)
            : null;

    private bool IsOn(string attribute) => Directory.Attribute(Caller, attribute) == "TRUE";
}
