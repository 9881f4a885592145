using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Links;

/// <summary>A personal link, on standard input only: an argument would show it to everybody on the machine.</summary>
internal static class LinkInput
{
    private const int MaxLetters = 1024 * 1024;

    public static TextArgument New() =>
        new(
            "LINK",
            Sentence.Of($"-: the link, or the mail that has it, on standard input", $"- : le lien ou son courriel sur l'entrée standard")
        );

    public static async Task<PersonalLink> ReadAsync(string argument, Invocation run, CancellationToken cancellationToken)
    {
        if (argument != "-")
        {
            throw ToolException.Usage(
                Sentence.Of(
                    $"Write - and give the link on standard input: as an argument everybody on this machine would see it.",
                    $"Écrivez - et donnez le lien sur l'entrée standard : en argument, tout le monde sur cette machine le verrait."
                )
            );
        }

        char[] letters = new char[MaxLetters];
        int count = await run.Terminal.Input.ReadBlockAsync(letters, cancellationToken);
        string text = new(letters, 0, count);
        return PersonalLink.TryParse(text.Trim(), out PersonalLink? link)
            ? link
            : PersonalLink.Find(text)
                ?? throw ToolException.Usage(
                    Sentence.Of($"There is no personal link on standard input.", $"Il n'y a pas de lien personnel sur l'entrée standard.")
                );
    }
}
