using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// What a fault says to people: the request, the code and the remedy; in English the server's own words, too, which it writes in no other
/// language.
/// </summary>
internal static class FaultExplanation
{
    public static LocalizedText Of(ZimbraFault fault, string? operation)
    {
        string reason = fault.PlainReason;
        string whole = reason.Length == 0 ? fault.Code : $"{fault.Code}: {reason}";
        LocalizedText? remedy = ZimbraFaultCodes.RemedyFor(fault.Code);
        string said = remedy is null ? whole : $"{whole.TrimEnd('.')}.";
        return (
            operation is null
                ? LocalizedText.Format($"{said}", $"Le serveur a refusé la demande ({fault.Code}).")
                : LocalizedText.Format(
                    $"{operation} was refused with {said}",
                    $"Le serveur a refusé la demande {operation} ({fault.Code})."
                )
        ).Then(remedy);
    }
}
