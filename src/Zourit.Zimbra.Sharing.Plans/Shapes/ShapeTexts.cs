using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Shapes;

/// <summary>What is said of values that are not of their shape.</summary>
internal static class ShapeTexts
{
    public static LocalizedText NoValue =>
        Sentence.Of($"there is no value: give one, or leave the key out.", $"il n'y a pas de valeur : donnez-en une, ou enlevez la clé.");

    public static LocalizedText WrongForm(Shape shape) =>
        shape switch
        {
            ListShape => Sentence.Of($"a list must be here, e.g. [a, b].", $"il faut ici une liste, par exemple [a, b]."),
            MapShape or NamedShape or ChoiceShape => Sentence.Of(
                $"keys with values must be here, e.g. 'owner: …'.",
                $"il faut ici des clés avec des valeurs, par exemple « owner: … »."
            ),
            _ => Sentence.Of($"a single value must be here.", $"il faut ici une seule valeur."),
        };

    public static LocalizedText NoneOf(string text, IReadOnlyList<string> values, string? nearest) =>
        nearest is null
            ? Sentence.Of(
                $"In place of '{Excerpt.Of(text)}' write {OneOf(values, "or")}.",
                $"Au lieu de « {Excerpt.Of(text)} », écrivez {OneOf(values, "ou")}."
            )
            : Sentence.Of(
                $"In place of '{Excerpt.Of(text)}' write {OneOf(values, "or")}; did you mean '{nearest}'?",
                $"Au lieu de « {Excerpt.Of(text)} », écrivez {OneOf(values, "ou")} ; pensiez-vous à « {nearest} » ?"
            );

    private static string OneOf(IReadOnlyList<string> values, string or) =>
        values.Count < 2 ? string.Concat(values) : string.Join(", ", values.SkipLast(1)) + $" {or} {values[^1]}";

    public static LocalizedText NoAmount(string text) =>
        Sentence.Of(
            $"'{Excerpt.Of(text)}' is neither a whole number nor a percentage, e.g. 5 or 5%.",
            $"« {Excerpt.Of(text)} » n'est ni un nombre entier ni un pourcentage, par exemple 5 ou 5%."
        );

    public static LocalizedText NoTruth(string text, bool? only) =>
        only is { } value
            ? Sentence.Of(
                $"'{Excerpt.Of(text)}' is not '{(value ? "true" : "false")}', the only value here: otherwise leave the key out.",
                $"« {Excerpt.Of(text)} » n'est pas « {(value ? "true" : "false")} », la seule valeur possible : sinon enlevez la clé."
            )
            : Sentence.Of(
                $"'{Excerpt.Of(text)}' is neither true nor false (without quotation marks).",
                $"« {Excerpt.Of(text)} » n'est ni true ni false (sans guillemets)."
            );

    public static LocalizedText MissingKey(string key) => Sentence.Of($"'{key}' is missing.", $"il manque « {key} ».");

    public static LocalizedText MissingOneOf(IReadOnlyList<string> keys) =>
        Sentence.Of($"one of these is missing: {string.Join(", ", keys)}.", $"il manque une de ces clés : {string.Join(", ", keys)}.");

    public static LocalizedText NotBoth(string first, SourceLocation at, string second) =>
        Sentence.Of($"'{second}' cannot be said together with '{first}' at {at}.", $"« {second} » ne va pas avec « {first} » en {at}.");
}
