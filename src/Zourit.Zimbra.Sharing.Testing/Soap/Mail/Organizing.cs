using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Who organizes an appointment: only they may write to those who are invited.</summary>
internal static class Organizing
{
    /// <summary>Whether an account organizes it: as its organizer, or as the owner of an appointment that names nobody.</summary>
    public static bool IsBy(Model.Account account, CalendarItem item) =>
        item.Organizer is { } organizer ? Has(account, organizer.Mail) : !item.Attendees.Any(attendee => !Has(account, attendee.Mail));

    /// <summary>Refuses a mail to others of whoever does not organize the appointment.</summary>
    public static void Require(Model.Account account, CalendarItem item, XElement? m, string request)
    {
        if (m is not null && Invitations.Recipients(m).Any() && !IsBy(account, item))
        {
            throw new SoapFault("mail.MUST_BE_ORGANIZER", $"You must be the Organizer to perform a {request}");
        }
    }

    /// <summary>Whether an address is an account's.</summary>
    public static bool Has(Model.Account account, string address) =>
        account.Aliases.Append(account.Name).Contains(address, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an address is an account's, or that of a group which the account belongs to.</summary>
    public static bool Reaches(SoapCall call, Model.Account account, string address) =>
        Has(account, address) || (call.Directory.FindGroup(address) is { } group && Model.ZimbraDirectory.IsMember(group, account));
}
