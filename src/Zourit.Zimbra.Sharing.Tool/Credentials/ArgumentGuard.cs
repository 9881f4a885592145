using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;

namespace Zourit.Zimbra.Sharing.Tool.Credentials;

/// <summary>
/// Refuses secrets on the command line: every user of the machine sees it, and shells remember it. The refusal does not repeat them.
/// </summary>
internal static partial class ArgumentGuard
{
    private static readonly string[] SecretOptions =
    [
        "--password",
        "--guest-password",
        "--token",
        "--preauth-key",
        "--auth-token",
        "--secret",
    ];

    /// <exception cref="ToolException">There is a secret.</exception>
    public static void Check(IReadOnlyList<string> arguments)
    {
        foreach (string argument in arguments)
        {
            string name = argument.Split('=', ':')[0];
            if (SecretOptions.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                string file = name.Equals("--password", StringComparison.OrdinalIgnoreCase) ? "--password-file" : $"{name}-file";
                throw ToolException.Usage(
                    Sentence.Of(
                        $"{name} is refused: everybody on this machine sees the command line, and the shell remembers it. "
                            + $"Use {file} FILE (- for standard input).",
                        $"{name} est refusé : tout le monde sur cette machine voit la ligne de commande, et le shell s'en souvient. "
                            + $"Utilisez {file} FICHIER (- pour l'entrée standard)."
                    )
                );
            }

            if (PersonalAddress().IsMatch(argument))
            {
                throw ToolException.Usage(
                    Sentence.Of(
                        $"An address that lets in whoever has it is refused as an argument: everybody on this machine sees it. "
                            + $"Write - and give it on standard input.",
                        $"Une adresse qui ouvre à qui la possède est refusée en argument : tout le monde sur cette machine la voit. "
                            + $"Écrivez - et donnez-la sur l'entrée standard."
                    )
                );
            }
        }
    }

    // Personal links (extuserprov), tokens in the query, a user's name and password before the host.
    [GeneratedRegex(
        @"^(https?|webcals?)://([^/?#]*@|[^?#]*/extuserprov|.*[?&;](p|zauthtoken|auth|password|passwd|guest|preauth|k|key|token)=)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex PersonalAddress();
}
