using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>
/// When an account is busy: all of its calendars but those taken out (flag <c>b</c>) and the trash; private events too; what touches or
/// overlaps becomes one stretch, where the stronger status wins (recordings 17-79 to 17-92).
/// </summary>
internal static class BusyTimes
{
    private static readonly string[] ByStrength = ["FREE", "TENTATIVE", "BUSY", "OOF"];

    /// <param name="directory">The server's accounts.</param>
    /// <param name="owner">Whose times.</param>
    /// <param name="range">Where to look; times are cut to it.</param>
    /// <param name="calendar">The only calendar to look at, even if it is taken out; null for all.</param>
    /// <param name="exceptUid">The UID of an appointment to leave out.</param>
    public static IEnumerable<BusyPeriod> Of(
        ZimbraDirectory directory,
        Account owner,
        (DateTimeOffset From, DateTimeOffset To) range,
        int? calendar = null,
        string? exceptUid = null
    ) =>
        Merged([
            .. Calendars(owner, calendar)
                .SelectMany(folder => folder.Items)
                .Where(item => item.Uid != exceptUid)
                .SelectMany(item => Times(item, owner, directory.ZoneOf(owner), range.From, range.To)),
        ]);

    /// <summary>How busy an appointment makes its mailbox's owner: an invitation as it was answered.</summary>
    public static string StatusOf(CalendarItem item, Account owner) =>
        item.Status == "CANCELLED" ? "FREE"
        : !item.IsInvitation ? item.BusyStatus
        : AnswerOf(item, owner) switch
        {
            "ACCEPTED" => item.BusyStatus,
            "DECLINED" or "DELEGATED" => "FREE",
            _ => item.BusyStatus == "FREE" ? "FREE" : "TENTATIVE",
        };

    /// <summary>What the mailbox's owner answered to an invitation; an organizer has accepted.</summary>
    public static string AnswerOf(CalendarItem item, Account owner) =>
        !item.IsInvitation
            ? "ACCEPTED"
            : item.Attendees.FirstOrDefault(attendee =>
                owner.Aliases.Append(owner.Name).Contains(attendee.Mail, StringComparer.OrdinalIgnoreCase)
            )?.Status
                ?? "NEEDS-ACTION";

    private static IEnumerable<MailFolder> Calendars(Account owner, int? only)
    {
        Mailbox? mailbox = owner.Mailbox;
        IEnumerable<MailFolder> all = mailbox?.Folders ?? [];
        return only is { } id
            ? all.Where(folder => folder.Id == id)
            : all.Except(mailbox?.FindById(SystemFolder.Trash)?.SelfAndDescendants() ?? [])
                .Where(folder => !folder.Flags.Contains('b', StringComparison.Ordinal));
    }

    // Whole days lie in the owner's zone.
    private static IEnumerable<BusyPeriod> Times(CalendarItem item, Account owner, string zone, DateTimeOffset from, DateTimeOffset to) =>
        new[] { item with { Exceptions = [], ExceptionDates = [.. item.ExceptionDates, .. Replaced(item)] } }
            .Concat(item.Exceptions)
            .Select(part => (Status: StatusOf(part, owner), Part: part.AllDay ? part with { AllDay = false, TimeZone = zone } : part))
            .Where(one => one.Status != "FREE" && one.Part.Transparency == "OPAQUE")
            .SelectMany(one =>
                ItemSpan
                    .Instances(one.Part, from, to)
                    .Select(instance => new BusyPeriod(
                        one.Status,
                        instance.Start < from ? from : instance.Start,
                        instance.End > to ? to : instance.End
                    ))
            );

    private static IEnumerable<DateTime> Replaced(CalendarItem item) =>
        item.Exceptions.Select(exception => exception.RecurrenceId).OfType<DateTime>();

    private static IEnumerable<BusyPeriod> Merged(List<BusyPeriod> times)
    {
        DateTimeOffset[] moments = [.. times.SelectMany(time => new[] { time.From, time.To }).Distinct().Order()];
        BusyPeriod? open = null;
        foreach ((DateTimeOffset start, DateTimeOffset end) in moments.Zip(moments.Skip(1)))
        {
            string? status = times
                .Where(time => time.From <= start && time.To >= end)
                .Select(time => time.Status)
                .MaxBy(one => Array.IndexOf(ByStrength, one));
            if (open is not null && open.Status == status)
            {
                open = open with { To = end };
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = status is null ? null : new BusyPeriod(status, start, end);
        }

        if (open is not null)
        {
            yield return open;
        }
    }
}
