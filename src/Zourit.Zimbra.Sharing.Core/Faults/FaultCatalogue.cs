using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// What each fault code means for repeating (docs/protocol.md §5.5, §10.1), and its remedy. The page <c>docs/faults.md</c> says the same; a
/// test compares.
/// </summary>
internal static partial class FaultCatalogue
{
    public static bool Knows(string code) => AdviceFor(code) is not null;

    public static LocalizedText? RemedyFor(string code) => AdviceFor(code)?.Remedy;

    /// <summary>Of a code that is not known nothing is, so look.</summary>
    public static FaultDisposition RepeatOf(string code) => AdviceFor(code)?.Repeat ?? FaultDisposition.LookFirst;

    /// <summary>Whether a request that was answered so may have been done, wholly or in part.</summary>
    public static bool LeavesOpen(string code) => RepeatOf(code) is FaultDisposition.LookFirst or FaultDisposition.LookThenLater;

    /// <summary>Whether the cause passes by itself, however long that takes.</summary>
    public static bool IsTransient(string code) => MayPassSoon(code) || RepeatOf(code) is FaultDisposition.LaterByCaller;

    /// <summary>Whether the cause may pass while a request is repeated a few times.</summary>
    public static bool MayPassSoon(string code) => RepeatOf(code) is FaultDisposition.Later or FaultDisposition.LookThenLater;

    private static FaultAdvice? AdviceFor(string code) => OfService(code) ?? OfAccount(code) ?? OfMail(code);

    private static FaultAdvice Advice(FaultDisposition repeat, string english, string french) => new(repeat, new(english, french));

    private sealed record FaultAdvice(FaultDisposition Repeat, LocalizedText Remedy);
}
