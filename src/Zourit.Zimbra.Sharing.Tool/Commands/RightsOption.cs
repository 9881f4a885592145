using Zourit.Zimbra.Sharing.Plans.Values;
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
    public static Permissions Read(string? text) =>
        text switch
        {
            null or "viewer" => Permissions.Viewer,
            "manager" => Permissions.Manager,
            "admin" => Permissions.Admin,
            _ => Permissions.Parse(text),
        };
}
