using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>An invitation of an appointment as a message: what GetMsg shows under the id <c>283-282</c>, and changes echo.</summary>
internal sealed class InviteMessage(SoapCall call, AppointmentLookup found)
{
    private readonly CalendarItem _item = found.Item;

    /// <summary>The message that GetMsg gives for an id; one of an invitation that is not in force has no component.</summary>
    public static XElement ById(SoapCall call, string id)
    {
        AppointmentLookup found = AppointmentLookup.ById(call, id);
        found.Require(call, 'r');
        return new InviteMessage(call, found).Message(AppointmentLookup.Subpart(id) ?? 0);
    }

    /// <summary>The invitation to the appointment, as CreateAppointment echoes it.</summary>
    public XElement Echo()
    {
        XElement m = Head(_item.InviteId);
        m.Add(new XElement("meta"), new AppointmentElement(call, found).Invitation(_item));
        return m;
    }

    private XElement Message(int invite)
    {
        CalendarItem? part = invite == _item.InviteId ? _item : found.Instance;
        XElement m = Head(invite);
        bool isShown = !_item.IsPrivate || FolderLookup.RightsOn(call, found.Owner, found.Folder).Contains('p', StringComparison.Ordinal);
        m.Add(isShown && part is not null ? new XElement("su", part.Summary ?? "") : null);
        m.Add(new AppointmentElement(call, found).Invitation(part));
        m.Add(
            isShown && part is not null
                ? new XElement(
                    "mp",
                    new XAttribute("part", "1"),
                    new XAttribute("ct", "text/plain"),
                    new XAttribute("body", "1"),
                    new XElement("content", part.Description ?? "")
                )
                : null
        );
        return m;
    }

    private XElement Head(int invite) =>
        new(
            "m",
            new XAttribute("id", $"{call.Id(found.Owner, _item.Id)}-{invite}"),
            new XAttribute("l", call.Id(found.Owner, found.Folder.Id)),
            new XAttribute("f", ""),
            new XAttribute("t", ""),
            new XAttribute("tn", ""),
            new XAttribute("rev", _item.Revision),
            new XAttribute("ms", _item.ChangedAt),
            new XAttribute("s", 0),
            new XAttribute("d", _item.StoredAt.ToUnixTimeSeconds() * 1000),
            new XAttribute("md", _item.StoredAt.ToUnixTimeSeconds())
        );
}
