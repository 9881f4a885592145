using System.Globalization;

namespace Zourit.Zimbra.Sharing.Testing.Assertions;

/// <summary>Numbers in sentences.</summary>
internal static class Number
{
    public static string Of(int count, string thing) =>
        count switch
        {
            0 => $"no {thing}",
            1 => $"1 {thing}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{count} {thing}s"),
        };
}
