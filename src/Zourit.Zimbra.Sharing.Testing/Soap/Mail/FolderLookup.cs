using System.Globalization;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Finds folders by the ids of requests: <c>10</c>, or <c>ownerId:10</c> in somebody else's mailbox.</summary>
internal static class FolderLookup
{
    /// <summary>The owner and number of an id; malformed and unknown owners are faults.</summary>
    public static (Model.Account Owner, int Id) Parse(SoapCall call, string id)
    {
        if (id.Length == 0)
        {
            throw SoapFault.Invalid("empty/missing item ID");
        }

        if (!IsFormed(id))
        {
            throw SoapFault.Invalid($"malformed item ID: {id}");
        }

        string[] parts = id.Split(':', 2);
        int number = Number(parts[^1])!.Value;
        Model.Account owner =
            parts.Length == 1 ? call.Requested : call.Directory.FindAccountById(parts[0]) ?? throw SoapFault.NoSuchAccount(parts[0]);
        if (owner != call.Requested)
        {
            SoapContext.RequireActive(call, owner);
        }

        return (owner, number);
    }

    /// <summary>Whether a text is an id at all.</summary>
    public static bool IsFormed(string id) =>
        id.Split(':', 2) is var parts && parts.All(part => part.Length > 0) && Number(parts[^1]) is not null;

    // Signs are read as numbers are in Java, and a part after a dash (an appointment's) is cut off: "-1" and "4711-2" are well formed, and
    // there is no such folder.
    private static int? Number(string id)
    {
        int dash = id.IndexOf('-', 1);
        bool isWhole = dash < 0 || int.TryParse(id.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return
            isWhole && int.TryParse(dash < 0 ? id : id[..dash], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
    }

    public static Visitor VisitorFor(SoapCall call, Model.Account owner) =>
        Visitor.Of(call.Caller!, call.Token is { IsAdmin: true } || (call.Token?.DelegatedBy is not null && call.Caller == owner));

    public static string RightsOn(SoapCall call, Model.Account owner, MailFolder folder) =>
        AccessControl.RightsOf(call.Directory, VisitorFor(call, owner), owner, folder);

    /// <summary>
    /// What a mountpoint leads to, as requests that name one are passed on to its owner's mailbox; other folders as they are.
    /// </summary>
    public static (Model.Account Owner, MailFolder Folder) Behind(SoapCall call, Model.Account owner, MailFolder folder)
    {
        if (folder.Link is not { } link)
        {
            return (owner, folder);
        }

        Model.Account other = call.Directory.FindAccountById(link.OwnerId) ?? throw SoapFault.NoSuchAccount(link.OwnerId);
        SoapContext.RequireActive(call, other);
        return (
            other,
            call.Directory.MailboxOf(other).FindById(link.RemoteId) ?? throw SoapFault.NoSuchFolder(Shown(call, other, link.RemoteId))
        );
    }

    public static void RequireRead(SoapCall call, Model.Account owner, MailFolder folder)
    {
        if (!RightsOn(call, owner, folder).Contains('r', StringComparison.Ordinal))
        {
            throw SoapFault.Denied("you do not have sufficient permissions");
        }
    }

    /// <summary>How an id reads in a fault: qualified in a foreign mailbox.</summary>
    public static string Shown(SoapCall call, Model.Account owner, int id) =>
        owner == call.Caller ? id.ToString(CultureInfo.InvariantCulture) : $"{owner.Id}:{id}";
}
