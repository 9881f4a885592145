using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>
/// Which owners are read today although the directory says that nothing is to be done: each on one day of every week from Monday on, and
/// in the next week on the day before, so that a run a week comes to all of them too.
/// </summary>
internal static class DailySeventh
{
    private const int Parts = 7;

    public static bool Holds(string owner, DateTimeOffset now)
    {
        // Not those by which owners are divided among shards: one of seven shards would have its turn as a whole.
        const int from = 8;
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(owner.ToLowerInvariant()));
        ulong part = BinaryPrimitives.ReadUInt64BigEndian(hash.AsSpan(from)) % Parts;
        // The count of days starts with a Thursday.
        const int monday = 3;
        long day = monday + (now.ToUnixTimeSeconds() / (long)TimeSpan.FromDays(1).TotalSeconds);
        return part == (ulong)((day + (day / Parts)) % Parts);
    }
}
