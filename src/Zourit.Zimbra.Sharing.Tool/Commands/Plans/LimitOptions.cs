using System.Globalization;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>Reads --limit, several times: <see cref="LimitSettings"/>.</summary>
internal static class LimitOptions
{
    private const int Largest = 10_000_000;

    private static readonly string[] Names =
    [
        "removals",
        "removals-per-domain",
        "removals-per-owner",
        "creations",
        "widenings",
        "mails",
        "public",
    ];

    public static TextOptions New() =>
        new(
            "--limit",
            "NAME=N",
            Sentence.Of($"raise or set a limit, e.g. removals=20, mails=10%", $"fixer une limite, p. ex. removals=20, mails=10%"),
            [.. Names.Select(name => $"{name}=")]
        );

    public static LimitSettings Read(IReadOnlyList<string> texts)
    {
        Dictionary<string, Amount> limits = [];
        foreach (string text in texts)
        {
            string name = text.Split('=')[0];
            if (!Names.Contains(name))
            {
                string? nearest = NearestName.Of(name, Names);
                string known = nearest ?? string.Join(", ", Names);
                throw ToolException.Usage(
                    Sentence.Of(
                        $"There is no limit '{Excerpt.Of(name)}'; did you mean {known}?",
                        $"Il n'y a pas de limite « {Excerpt.Of(name)} » ; vouliez-vous dire {known} ?"
                    )
                );
            }

            limits[name] = AmountOf(text[Math.Min(name.Length + 1, text.Length)..], name);
        }

        return new()
        {
            Removals = Of("removals"),
            RemovalsPerDomain = Of("removals-per-domain"),
            RemovalsPerOwner = Of("removals-per-owner"),
            Creations = Of("creations"),
            Widenings = Of("widenings"),
            Mails = Of("mails"),
            Public = Of("public"),
        };

        Amount? Of(string name) => limits.TryGetValue(name, out Amount amount) ? amount : null;
    }

    private static Amount AmountOf(string text, string name)
    {
        bool isPercentage = text.EndsWith('%');
        return
            int.TryParse(isPercentage ? text[..^1] : text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number <= (isPercentage ? 100 : Largest)
            ? isPercentage
                ? Amount.Percent(number)
                : Amount.Of(number)
            : throw ToolException.Usage(
                Sentence.Of(
                    $"A limit is a number or a percentage: --limit {name}=5, --limit {name}=5%.",
                    $"Une limite est un nombre ou un pourcentage : --limit {name}=5, --limit {name}=5%."
                )
            );
    }
}
