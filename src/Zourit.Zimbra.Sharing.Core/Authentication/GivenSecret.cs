using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>Asks the program for a password or a key.</summary>
internal static class GivenSecret
{
    public static async Task<Secret> AskAsync(
        Func<LocalizedText> what,
        Func<CancellationToken, ValueTask<Secret>> give,
        CancellationToken cancellationToken,
        [CallerArgumentExpression(nameof(give))] string parameter = ""
    )
    {
        Secret given = await give(cancellationToken).ConfigureAwait(false);

        // Sent, it would count as a failed login (docs/protocol.md §2.1).
        return given.IsEmpty
            ? throw Argument.Invalid(
                LocalizedText.Format(
                    $"The function that gives the {what()} gave an empty one; nothing was sent. Make it give one, or throw.",
                    $"La fonction qui donne {what()} a répondu par un secret vide ; rien n'a été envoyé. Faites-lui en "
                        + $"donner un, ou lever une exception."
                ),
                parameter
            )
            : given;
    }
}
