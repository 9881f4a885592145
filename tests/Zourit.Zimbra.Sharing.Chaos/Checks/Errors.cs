namespace Zourit.Zimbra.Sharing.Chaos.Checks;

/// <summary>What an exception of the library says about what was done.</summary>
internal static class Errors
{
    /// <summary>Whether the library promises exceptions of this type for a failed call.</summary>
    public static bool IsPromised(Exception error) => error is ZimbraException or ArgumentException;

    /// <summary>Whether it says that the call changed nothing.</summary>
    public static bool SaysNothingDone(Exception error) => error is not ZimbraException { IsOutcomeKnown: false };

    public static string Describe(Exception error) => $"{error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")}";
}
