using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>What exceptions say to people.</summary>
public static class ExplainedExceptions
{
    /// <summary>
    /// What happened and what to do about it: <see cref="IExplained.Explanation"/>, in English and French; the message of any
    /// other exception, as it is.
    /// </summary>
    /// <param name="failure">What was thrown.</param>
    public static LocalizedText Explain(this Exception failure)
    {
        Argument.NotNull(failure);
        return failure is IExplained { Explanation: var explanation }
            ? explanation
            : new LocalizedText(failure.Message.Length > 0 ? failure.Message : failure.GetType().Name);
    }
}
