using Zourit.Zimbra.Sharing.Tool.Terminals;

namespace Zourit.Zimbra.Sharing.Tool;

/// <summary>The language of messages: --lang, else the locale's, else English. It is known before the command line is read.</summary>
internal static class SpokenLanguage
{
    private const string Option = "--lang";

    public static string Of(IReadOnlyList<string> arguments, Terminal terminal)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].StartsWith(Option + "=", StringComparison.Ordinal))
            {
                return Known(arguments[i][(Option.Length + 1)..]);
            }

            if (arguments[i] == Option && i + 1 < arguments.Count)
            {
                return Known(arguments[i + 1]);
            }
        }

        return Known(terminal.Variable("LC_ALL") ?? terminal.Variable("LC_MESSAGES") ?? terminal.Variable("LANG") ?? "");
    }

    private static string Known(string locale) => locale.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en";
}
