using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// A fault's reason without what only the server's programmers can read. Where the server fails itself, it quotes its Java exceptions with
/// their class names; <see cref="ZimbraFault.Reason"/> keeps them.
/// </summary>
internal static partial class FaultText
{
    private const string Separator = ": ";

    public static string ForPeople(string reason)
    {
        string line = reason.AsSpan().Trim().ToString().Split('\n', 2)[0];
        int chain = line.IndexOf("; chained exception is", StringComparison.Ordinal);
        IEnumerable<string> parts = (chain < 0 ? line : line[..chain])
            .Split(Separator)
            .Select(WithoutClasses)
            .Where(part => part.Length > 0);
        return string.Join(Separator, parts);
    }

    // What comes before a class may be of use, unless it is the start of a quotation of code.
    private static string WithoutClasses(string part)
    {
        Match found = ClassName().Match(part);
        if (!found.Success)
        {
            return part.Trim();
        }

        string before = part[..found.Index].Trim();
        return before.Count(c => c == '"') % 2 == 0 && before is not ("Caught" or "caught") ? before.TrimEnd('.', ' ') : "";
    }

    // com.zimbra.cs.mailbox.MailSender$SafeSendFailedException, or NullPointerException without its package.
    [GeneratedRegex(@"\b(?:[a-z]\w*\.){2,}[A-Z][\w$]*(?!@)|\b[A-Z]\w*(?:Exception|Error)\b")]
    private static partial Regex ClassName();
}
