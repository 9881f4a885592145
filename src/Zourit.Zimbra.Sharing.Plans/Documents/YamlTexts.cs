using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>What is wrong with YAML. The parser says it in English only, and in its own terms.</summary>
internal static class YamlTexts
{
    public static LocalizedText Tab =>
        Sentence.Of(
            $"this is not YAML: a tab indents the line. Indent by spaces.",
            $"ce n'est pas du YAML : une tabulation décale la ligne. Mettez des espaces."
        );

    private static (string Part, LocalizedText Text)[] Reasons =>
        [
            (
                "cannot start any token",
                Sentence.Of(
                    $"this is not YAML: a value cannot start with this character. Put the value into quotation marks.",
                    $"ce n'est pas du YAML : une valeur ne peut pas commencer par ce caractère. Mettez la valeur entre guillemets."
                )
            ),
            (
                "quoted scalar",
                Sentence.Of(
                    $"this is not YAML: a quotation mark is not closed, or what follows a \\ within the text is not known.",
                    $"ce n'est pas du YAML : un guillemet n'est pas fermé, ou ce qui suit un \\ dans le texte est inconnu."
                )
            ),
            (
                "flow",
                Sentence.Of(
                    $"this is not YAML: a list in [ ] or a map in {{ }} is not closed, or a comma is missing in it.",
                    $"ce n'est pas du YAML : une liste entre [ ] ou des clés entre {{ }} ne sont pas fermées, ou il y manque une virgule."
                )
            ),
            ("block mapping", Indentation),
            ("block collection", Indentation),
            ("invalid mapping", Indentation),
            ("simple key", Indentation),
            ("expected <document", Indentation),
        ];

    private static LocalizedText Indentation =>
        Sentence.Of(
            $"this is not YAML: the indentation is not that of the lines above, or a key lacks its colon with a space after it.",
            $"ce n'est pas du YAML : le décalage n'est pas celui des lignes précédentes, ou il manque à une clé ses deux-points suivis "
                + $"d'une espace."
        );

    /// <param name="reason">What the parser says.</param>
    public static LocalizedText Of(string reason) =>
        Reasons.FirstOrDefault(each => reason.Contains(each.Part, StringComparison.OrdinalIgnoreCase)).Text
        ?? Sentence.Of(
            $"this is not YAML from here on: look at indentation, colons and quotation marks.",
            $"à partir d'ici, ce n'est plus du YAML : voyez le décalage, les deux-points et les guillemets."
        );
}
