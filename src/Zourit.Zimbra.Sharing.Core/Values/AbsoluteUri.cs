using System.Diagnostics.CodeAnalysis;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>Reads absolute addresses.</summary>
internal static class AbsoluteUri
{
    /// <summary>
    /// Reads one. <see cref="Uri"/> itself throws an IndexOutOfRangeException for some texts, two slashes and an invisible
    /// character for instance.
    /// </summary>
    public static bool TryRead([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uri? address)
    {
        try
        {
            return Uri.TryCreate(text, UriKind.Absolute, out address);
        }
        catch (IndexOutOfRangeException)
        {
            address = null;
            return false;
        }
    }
}
