using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Guests;

/// <summary>Guests named on the command line, or one a line on standard input.</summary>
internal static class GuestNames
{
    private const int Most = 100_000;
    private const int LongestLine = 1_000;

    public static TextArguments New() =>
        new(
            "GUEST",
            Sentence.Of($"mail addresses; - for one a line on standard input", $"adresses ; - : une par ligne sur l'entrée standard")
        );

    public static async Task<IReadOnlyList<string>> ReadAsync(
        IReadOnlyList<string> named,
        Invocation run,
        CancellationToken cancellationToken
    )
    {
        if (named is not ["-"])
        {
            return Distinct(named);
        }

        List<string> guests = [];
        for (int number = 1; await run.Terminal.Input.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (line.Length > LongestLine || guests.Count == Most)
            {
                throw ToolException.Usage(
                    Sentence.Of(
                        $"Standard input is no list of addresses: line {number} is too long, or there are too many.",
                        $"L'entrée standard n'est pas une liste d'adresses : ligne {number} trop longue, ou trop de lignes."
                    )
                );
            }

            // Programs of Windows put a byte order mark before the first address.
            if (line.Trim().Trim('\uFEFF') is { Length: > 0 } guest && !guest.StartsWith('#'))
            {
                guests.Add(guest);
            }
        }

        return guests.Count > 0
            ? Distinct(guests)
            : throw ToolException.Usage(Sentence.Of($"Standard input names no guest.", $"L'entrée standard ne nomme aucun invité."));
    }

    // Somebody who is there twice is one guest, so that a dry run counts what the real one does.
    private static string[] Distinct(IEnumerable<string> guests) =>
        [.. guests.DistinctBy(guest => guest.Trim(), StringComparer.OrdinalIgnoreCase)];
}
