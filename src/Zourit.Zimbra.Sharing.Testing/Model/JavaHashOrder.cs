namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>
/// The order in which a Java HashMap yields its keys: of several attributes that are missing, the server's faults name the first in this
/// order (recordings 15-88 to 15-101).
/// </summary>
internal static class JavaHashOrder
{
    public static IEnumerable<string> Of(IEnumerable<string> names)
    {
        List<string> distinct = [.. names.Distinct(StringComparer.Ordinal)];
        uint size = 16;
        while (distinct.Count > size * 3 / 4)
        {
            size *= 2;
        }

        return distinct.OrderBy(name => Spread(name) & (size - 1));
    }

    private static uint Spread(string name)
    {
        uint hash = 0;
        foreach (char c in name)
        {
            hash = unchecked((31 * hash) + c);
        }

        return hash ^ (hash >> 16);
    }
}
