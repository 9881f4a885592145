using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Profiles;
using Zourit.Zimbra.Sharing.Tool.Terminals;

namespace Zourit.Zimbra.Sharing.Tool;

/// <summary>
/// The language of messages: --lang, else the profile's, else the locale's, else English. It is known before the command line is read, so
/// that what is wrong with that is said in it.
/// </summary>
internal static class SpokenLanguage
{
    public static IReadOnlyList<string> All { get; } = ["en", "fr"];

    public static string Of(IReadOnlyList<string> arguments, Terminal terminal) =>
        Known(
            ValueOf("--lang", arguments)
                ?? OfProfile(ValueOf("--profile", arguments), terminal)
                ?? terminal.Variable("LC_ALL")
                ?? terminal.Variable("LC_MESSAGES")
                ?? terminal.Variable("LANG")
                ?? ""
        );

    /// <summary>Refuses a language that is not spoken here.</summary>
    /// <exception cref="ToolException">It is another one.</exception>
    public static void Check(string? language)
    {
        if (language is not null && !All.Contains(language))
        {
            throw ToolException.Usage(Sentence.Of($"--lang is en or fr.", $"--lang est en ou fr."));
        }
    }

    private static string? ValueOf(string option, IReadOnlyList<string> arguments)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            if (argument == option && i + 1 < arguments.Count)
            {
                return arguments[i + 1];
            }

            if (argument.StartsWith($"{option}=", StringComparison.Ordinal) || argument.StartsWith($"{option}:", StringComparison.Ordinal))
            {
                return argument[(option.Length + 1)..];
            }
        }

        return null;
    }

    // Whoever needs the profile says what is wrong with it.
    private static string? OfProfile(string? name, Terminal terminal)
    {
        try
        {
            return ProfileFile.Read(terminal).Find(name ?? terminal.Variable("ZIMBRA_SHARE_PROFILE")).Language;
        }
        catch (Exception e) when (e is ToolException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Known(string locale) => locale.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en";
}
