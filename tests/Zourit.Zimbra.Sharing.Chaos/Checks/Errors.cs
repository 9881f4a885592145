namespace Zourit.Zimbra.Sharing.Chaos.Checks;

/// <summary>What an exception of the library says about what was done.</summary>
internal static class Errors
{
    /// <summary>
    /// Whether the library promises exceptions of this type for a failed call: an argument of a plan is never wrong, and nobody closes a
    /// client that works.
    /// </summary>
    public static bool IsPromised(Exception error) => error is ZimbraException;

    /// <summary>Whether it says that the call changed nothing.</summary>
    public static bool SaysNothingDone(Exception error) => error is not ZimbraException { IsOutcomeKnown: false };

    public static string Describe(Exception error) => $"{error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")}";
}
