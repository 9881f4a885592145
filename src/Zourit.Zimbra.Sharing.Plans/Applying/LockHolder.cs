using System.Globalization;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>A run that holds the lock, as the name of a folder: deadline, run, and what tells the shards of a run apart.</summary>
internal sealed record LockHolder(string Run, DateTimeOffset Deadline)
{
    private const string Form = "yyyyMMdd'T'HHmmss'Z'";

    public string FolderName(string shard) => $"{Deadline.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture)} {Run} {shard}";

    public static LockHolder? TryParse(string? name) =>
        name?.Split(' ') is [var deadline, var run, _]
        && DateTimeOffset.TryParseExact(
            deadline,
            Form,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTimeOffset time
        )
            ? new(run, time)
            : null;
}
