namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>
/// The caller's note for a share mail. The server puts it unescaped into the HTML part (docs/protocol.md §5.3), so markup must not get
/// through.
/// </summary>
internal static class NoteText
{
    /// <summary>
    /// Escapes what can open markup, and no more: the mail's plain part shows the escapes as they are. An empty note counts as no note.
    /// </summary>
    public static string? Escape(string? note) =>
        string.IsNullOrWhiteSpace(note)
            ? null
            : note.Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal);
}
