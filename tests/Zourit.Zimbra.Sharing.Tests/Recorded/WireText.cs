using System.Globalization;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Recorded;

/// <summary>Compares a text of a reply with the value that the library read from it.</summary>
internal static class WireText
{
    public static bool Equals(string sent, object? read) =>
        read switch
        {
            // 0 is Zimbra's word for "no time".
            null => sent == "0",
            string text => sent == text,
            Secret secret => sent == secret.Reveal(),
            bool flag => flag == sent is "1" or "true",
            int or long => sent == ((IFormattable)read).ToString(null, CultureInfo.InvariantCulture),
            DateTimeOffset time => sent == time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            TimeSpan duration => sent == ((long)duration.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
            GranteeType type => sent == GranteeTypeWord.Of(type),
            _ => throw new ArgumentException($"A {read.GetType()} cannot be compared with a text.", nameof(read)),
        };
}
