using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>What is said of what failed after a lost reply, in English and French.</summary>
internal static class AttemptTexts
{
    public static LocalizedText LookFailed(LocalizedText why) =>
        LocalizedText.Format($"Looking for that failed too: {why}", $"La vérification a échoué elle aussi : {why}");

    public static LocalizedText FurtherFailed(LocalizedText why) =>
        LocalizedText.Format($"A further attempt failed: {why}", $"Une nouvelle tentative a échoué : {why}");
}
