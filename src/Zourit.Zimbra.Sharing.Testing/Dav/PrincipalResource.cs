using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>An account as CalDAV sees it: where its calendars are, and its addresses (recordings 13-50, 13-245).</summary>
internal sealed class PrincipalResource(DavCall call, Account account) : DavResource(call, DavHref.Principal(account))
{
    public override IEnumerable<XElement> Properties
    {
        get
        {
            yield return Type(DavNames.Dav + "collection", DavNames.Dav + "principal");
            yield return new XElement(DavNames.DisplayName, account.Attributes["displayName"] ?? account.Attributes["cn"] ?? account.Name);
            yield return Link(DavNames.Dav + "principal-URL", Href);
            yield return Link(DavNames.Dav + "principal-collection-set", "/principals/users/");
            yield return Link(DavNames.CalDav + "calendar-home-set", DavHref.Home(account));
            yield return new XElement(
                DavNames.CalDav + "calendar-user-address-set",
                DavNames.Href($"mailto:{account.Name}"),
                DavNames.Href(Href.TrimEnd('/'))
            );
            yield return Reports.Supported([]);
            yield return Link(DavNames.CalDav + "schedule-inbox-URL", Scheduling("Inbox"));
            yield return Link(DavNames.CalDav + "schedule-outbox-URL", Scheduling("Sent"));
            if (account == Call.Caller && Call.HasAppleDelegation)
            {
                yield return Owners("calendar-proxy-read-for", writes: false);
                yield return Owners("calendar-proxy-write-for", writes: true);
            }
        }
    }

    // Others are reached by one's own boxes.
    private string Scheduling(string box) =>
        $"{DavHref.Home(Call.Caller)}{box}/{(account == Call.Caller ? "" : DavHref.Escape(account.Name) + "/")}";

    private XElement Owners(string name, bool writes) =>
        new(
            DavNames.CalendarServer + name,
            Call.Directory.MailboxOf(account)
                .Folders.Select(Call.Target)
                .OfType<(Account Owner, MailFolder Folder)>()
                .GroupBy(target => target.Owner)
                .Where(owner => owner.Any(target => Call.May(target.Owner, target.Folder, 'w')) == writes)
                .Select(owner => DavNames.Href(DavHref.Principal(owner.Key)))
        );

    private static XElement Link(XName name, string href) => new(name, DavNames.Href(href));
}
