using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>What an answer by CalDAV cannot be.</summary>
internal static class DavTexts
{
    public static LocalizedText TooLarge(long maxBytes) =>
        LocalizedText.Format($"the answer is larger than {maxBytes} bytes.", $"la réponse dépasse {maxBytes} octets.");

    public static LocalizedText NoXml(Uri address) =>
        LocalizedText.Format($"{address} answered with XML that cannot be read.", $"{address} a répondu par du XML illisible.");
}
