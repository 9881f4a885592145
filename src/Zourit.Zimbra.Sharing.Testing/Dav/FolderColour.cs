using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>A folder's colour as Apple's programs write it: <c>#RRGGBBAA</c>.</summary>
internal static class FolderColour
{
    // By number; none is orange.
    private static readonly string[] Palette =
    [
        "#F57802",
        "#0252D4",
        "#008284",
        "#2CA10B",
        "#492BA1",
        "#E51717",
        "#848D00",
        "#FF3B95",
        "#848484",
        "#F57802",
    ];

    public static string Of(MailFolder folder) =>
        (folder.Rgb ?? Palette[folder.Color >= 0 && folder.Color < Palette.Length ? folder.Color : 0]).ToUpperInvariant() + "FF";

    /// <summary>The form in which the folder keeps it.</summary>
    public static string Stored(string colour) => colour.Length == 9 ? colour[..7] : colour;
}
