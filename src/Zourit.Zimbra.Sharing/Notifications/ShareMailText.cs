using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>
/// The text part of a share mail. Its lines come in the same order in every language (docs/protocol.md §5.3), so they tell what the
/// subject's words may not.
/// </summary>
/// <param name="FolderName">The folder's name, translated if it is the default calendar's; null when the text is no share mail's.</param>
/// <param name="IsOver">Whether it tells of an end: only such a mail has no separator.</param>
/// <param name="Invitation">The link of a mail about a new share; a link in the notes does not count.</param>
internal sealed record ShareMailText(string? FolderName, bool IsOver, PersonalLink? Invitation)
{
    private const string Separator = "*~*~*~*~*~*~*~*~*~*";

    // The server writes a few lines before the separator. Anybody can put a mail with another text into their own Sent folder.
    private const int LongestText = 16 * 1024;

    public static ShareMailText Read(MailMessage message)
    {
        string text = message
            .AllParts()
            .FirstOrDefault(part => part.ContentType.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase))
            ?.Content
            ?? "";
        text = text.Length <= LongestText ? text : text[..LongestText];
        int end = text.IndexOf(Separator, StringComparison.Ordinal);
        string body = end < 0 ? text : text[..end];
        return new ShareMailText(Item(body), end < 0, text.Length == 0 ? PersonalLink.FindIn(message) : PersonalLink.Find(body));
    }

    // A headline that names the folder, then "LABEL: NAME (KIND)". No folder's name contains a colon; a kind in parentheses follows every
    // name.
    private static string? Item(string body)
    {
        if (body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is not [var headline, var item, ..])
        {
            return null;
        }

        int colon = item.IndexOfAny([':', '：']);
        int kind = item.LastIndexOfAny(['(', '（']);
        if (colon < 0 || kind < colon || item[^1] is not (')' or '）'))
        {
            return null;
        }

        string name = item[(colon + 1)..kind].Trim();
        return name.Length > 0 && headline.Contains(name, StringComparison.OrdinalIgnoreCase) ? name : null;
    }
}
