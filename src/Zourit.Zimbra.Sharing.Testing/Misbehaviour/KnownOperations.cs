using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>
/// The names that a rule can be made for: those of SOAP requests that the fake answers, and of its pages. A rule for any other name would
/// never meet a call.
/// </summary>
internal sealed class KnownOperations(IEnumerable<string> requests)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE"];

    private readonly HashSet<string> _names =
    [
        .. requests,
        "BatchRequest",
        MisbehaviourRules.Smtp,
        .. new[] { MisbehaviourRules.Rest, MisbehaviourRules.SignUp, MisbehaviourRules.Preauth }.SelectMany(page =>
            Methods.Select(method => $"{page} {method}").Prepend(page)
        ),
    ];

    /// <exception cref="ArgumentException">No request and no page has the name.</exception>
    public void Require(string operation)
    {
        if (!_names.Contains(operation))
        {
            throw Argument.Invalid(
                new LocalizedText(
                    $"\"{operation}\" is no operation of the fake server, so that no call would ever be one. The nearest name is "
                        + $"\"{Nearest(operation)}\"."
                ),
                nameof(operation)
            );
        }
    }

    private string Nearest(string name) => _names.MinBy(known => Math.Min(Distance(name, known), Distance($"{name}Request", known)))!;

    // Levenshtein's distance; a letter in the wrong case is a smaller mistake than a wrong letter.
    private static double Distance(string one, string other)
    {
        double[] row = [.. Enumerable.Range(0, other.Length + 1).Select(number => (double)number)];
        for (int i = 1; i <= one.Length; i++)
        {
            double diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                double replaced = diagonal + Difference(one[i - 1], other[j - 1]);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[other.Length];
    }

    private static double Difference(char one, char other) =>
        one == other ? 0
        : char.ToUpperInvariant(one) == char.ToUpperInvariant(other) ? 0.1
        : 1;
}
