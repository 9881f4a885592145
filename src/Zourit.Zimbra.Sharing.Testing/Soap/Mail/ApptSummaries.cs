using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>urn:zimbraMail GetApptSummariesRequest: the appointments of a calendar, or of all, in a range.</summary>
internal static class ApptSummaries
{
    private const int MostDays = 200;
    private const long MillisecondsOfADay = 24 * 60 * 60 * 1000;

    public static XElement Run(SoapCall call, XElement request)
    {
        (DateTimeOffset from, DateTimeOffset to) = Range(request, mayBeEmpty: true);
        IEnumerable<AppointmentLookup> found = request.Attr("l") is { } id
            ? In(call, id)
            : Calendars(call.Mailbox)
                .SelectMany(folder => folder.Items.Select(item => new AppointmentLookup(call.Requested, folder, item)));
        return Xml.Response(
            request,
            found
                .OrderBy(one => one.Item.Uid, StringComparer.Ordinal)
                .Select(one => new AppointmentSummary(call, one, isSearch: false).In(from, to))
        );
    }

    /// <summary>The range that <c>s</c> and <c>e</c> give.</summary>
    /// <param name="request">The request.</param>
    /// <param name="mayBeEmpty">Whether a range that ends when it starts will do.</param>
    public static (DateTimeOffset From, DateTimeOffset To) Range(XElement request, bool mayBeEmpty)
    {
        long start = request.Number("s") ?? throw SoapFault.MissingAttribute("s");
        long end = request.Number("e") ?? throw SoapFault.MissingAttribute("e");
        return end < start || (end == start && !mayBeEmpty) ? throw SoapFault.Invalid("End time must be after Start time")
            : (end - start) / MillisecondsOfADay > MostDays
                ? throw SoapFault.Invalid($"Requested range is too large (Maximum {MostDays} days)")
            : (Moment(start), Moment(end));
    }

    /// <summary>A moment given in milliseconds, as far as times go.</summary>
    public static DateTimeOffset Moment(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(
            Math.Clamp(milliseconds, DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        );

    /// <summary>The appointments of a calendar, or of what a mountpoint leads to.</summary>
    public static IEnumerable<AppointmentLookup> In(SoapCall call, string folderId)
    {
        (Model.Account owner, int number) = FolderLookup.Parse(call, folderId);
        MailFolder folder = call.Directory.MailboxOf(owner).FindById(number)
            ?? throw SoapFault.NoSuchFolder(FolderLookup.Shown(call, owner, number));
        FolderLookup.RequireRead(call, owner, folder);
        (owner, folder) = FolderLookup.Behind(call, owner, folder);
        FolderLookup.RequireRead(call, owner, folder);
        return folder.Items.Select(item => new AppointmentLookup(owner, folder, item));
    }

    private static IEnumerable<MailFolder> Calendars(Mailbox mailbox) =>
        mailbox.Folders.Except(mailbox.FindById(SystemFolder.Trash)!.SelfAndDescendants());
}
