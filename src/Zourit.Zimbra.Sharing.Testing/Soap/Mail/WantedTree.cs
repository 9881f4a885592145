namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>What a GetFolderRequest wants of the folders below the one it names.</summary>
/// <param name="Depth">How many levels; negative for all.</param>
/// <param name="Traverse">Whether to look behind mountpoints.</param>
/// <param name="Visible">Whether folders that only lead to readable ones are shown.</param>
/// <param name="View">The only view to show; null for all.</param>
internal sealed record WantedTree(long Depth, bool Traverse, bool Visible, string? View)
{
    public static readonly WantedTree Whole = new(-1, Traverse: false, Visible: false, View: null);
}
