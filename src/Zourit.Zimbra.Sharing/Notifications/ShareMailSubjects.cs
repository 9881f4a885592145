using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>
/// What the server writes before the colon of a share mail's subject, and how it calls the default calendar, in a language that is known
/// (docs/protocol.md §5.3).
/// </summary>
internal sealed record ShareMailSubjects(string Created, string Edited, string Revoked, string Expired, string DefaultCalendar)
{
    private static ShareMailSubjects[] Known =>
        [
            new("Share Created", "Share Modified", "Share Revoked", "Share Expired", "Calendar"),
            new("Partage créé", "Partage modifié", "Partage retiré", "Partage expiré", "Calendrier"),
        ];

    /// <summary>The language of a subject, and what it tells; null when the language is not known, or it is no share mail's.</summary>
    public static (ShareMailSubjects Words, ShareNotice Notice)? Read(string? subject)
    {
        int colon = subject?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        string kind = colon < 0 ? "" : subject![..colon].Trim();
        foreach (ShareMailSubjects words in Known)
        {
            if (words.NoticeOf(kind) is { } notice)
            {
                return (words, notice);
            }
        }

        return null;
    }

    private ShareNotice? NoticeOf(string kind) =>
        Is(kind, Created) ? ShareNotice.Created
        : Is(kind, Edited) ? ShareNotice.Edited
        : Is(kind, Revoked) ? ShareNotice.Revoked
        : Is(kind, Expired) ? ShareNotice.Expired
        : null;

    private static bool Is(string kind, string word) => string.Equals(kind, word, StringComparison.OrdinalIgnoreCase);
}
