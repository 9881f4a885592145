using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands;

/// <summary>Reads --rights.</summary>
internal static class RightsOption
{
    public static TextOption New() =>
        new(
            "--rights",
            "RIGHTS",
            Sentence.Of(
                $"viewer (default), manager, admin, or Zimbra's letters: rwidx",
                $"viewer (par défaut), manager, admin, ou lettres : rwidx"
            ),
            "viewer",
            "manager",
            "admin"
        );

    /// <exception cref="ArgumentException">They are no rights.</exception>
    /// <exception cref="ToolException">There are none: a variable of a script that is not set, and a mail about nothing.</exception>
    public static Permissions Read(string? text) =>
        text switch
        {
            null or "viewer" => Permissions.Viewer,
            "manager" => Permissions.Manager,
            "admin" => Permissions.Admin,
            _ when string.IsNullOrWhiteSpace(text) => throw ToolException.Usage(
                Sentence.Of(
                    $"--rights is empty: write viewer, manager, admin or letters, or leave it out.",
                    $"--rights est vide : écrivez viewer, manager, admin ou des lettres, ou enlevez l'option."
                )
            ),
            _ => Permissions.Parse(text),
        };
}
