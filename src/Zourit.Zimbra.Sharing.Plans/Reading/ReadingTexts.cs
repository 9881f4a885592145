using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Reading;

/// <summary>What is said of owners who cannot be read.</summary>
internal static class ReadingTexts
{
    public static LocalizedText NotTheOwner =>
        Sentence.Of(
            $"only the owner and administrators see with whom calendars are shared: log in as one of them.",
            $"seuls le propriétaire et les administrateurs voient avec qui les agendas sont partagés : connectez-vous comme l'un d'eux."
        );
}
