namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Reads a VFREEBUSY (recordings 07-46, 07-49).</summary>
internal static class FreeBusyReader
{
    /// <exception cref="ZimbraProtocolException">The text holds no free/busy times, or unreadable ones.</exception>
    public static FreeBusy Read(string text, DateTimeOffset from, DateTimeOffset to)
    {
        string? account = null;
        bool isFreeBusy = false,
            isComplete = false;
        var times = new List<BusyTime>();
        foreach (ContentLine line in Unfolding.Lines(text))
        {
            switch (line.Name)
            {
                case "BEGIN":
                    isFreeBusy |= line.Value.Trim().Equals("VFREEBUSY", StringComparison.OrdinalIgnoreCase);
                    break;
                case "END":
                    isComplete |= line.Value.Trim().Equals("VFREEBUSY", StringComparison.OrdinalIgnoreCase);
                    break;
                case "ORGANIZER":
                    account = IcsText.Unescape(line.Value.Trim());
                    account = account.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? account["mailto:".Length..] : account;
                    break;
                case "FREEBUSY"
                    when line.Parameter("FBTYPE") is var kind && !string.Equals(kind, "FREE", StringComparison.OrdinalIgnoreCase):
                    times.AddRange(line.Value.Split(',').Select(period => Time(period, kind)));
                    break;
            }
        }

        return isFreeBusy && isComplete
            ? new FreeBusy
            {
                Account = account ?? "",
                From = from.ToUniversalTime(),
                To = to.ToUniversalTime(),
                Times = [.. times.OrderBy(time => time.Start).ThenBy(time => time.End)],
            }
            : throw new ZimbraProtocolException(FeedFailureTexts.NoFreeBusy);
    }

    private static BusyTime Time(string period, string? kind)
    {
        string[] parts = period.Split('/');
        if (parts.Length == 2 && IcsTime.Read(parts[0]) is { IsDate: false } start)
        {
            var from = new DateTimeOffset(start.Wall, TimeSpan.Zero);
            DateTimeOffset? end =
                IcsTime.Read(parts[1]) is { } given ? new DateTimeOffset(given.Wall, TimeSpan.Zero)
                : IcsDuration.TryParse(parts[1]) is { } length
                    ? new DateTimeOffset(Observance.Shift(start.Wall, length.Length), TimeSpan.Zero)
                : null;
            if (end >= from)
            {
                return new BusyTime
                {
                    Start = from,
                    End = end.Value,
                    Kind = kind?.ToUpperInvariant() switch
                    {
                        "BUSY-TENTATIVE" => BusyKind.Tentative,
                        "BUSY-UNAVAILABLE" => BusyKind.Unavailable,
                        _ => BusyKind.Busy,
                    },
                };
            }
        }

        throw new ZimbraProtocolException(FeedFailureTexts.NoPeriod);
    }
}
