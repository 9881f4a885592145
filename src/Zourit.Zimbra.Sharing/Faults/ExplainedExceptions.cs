using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>What exceptions say to people.</summary>
public static class ExplainedExceptions
{
    /// <summary>
    /// What happened and what to do about it: <see cref="ZimbraException.Explanation"/>; for an <see cref="ArgumentException"/> of this
    /// library about something that people type (addresses, folders, links, passwords, ends), its message in English and French; the
    /// message of any other.
    /// </summary>
    /// <param name="failure">What was thrown.</param>
    public static LocalizedText Explain(this Exception failure)
    {
        Argument.NotNull(failure);
        return failure switch
        {
            ZimbraException { Explanation: var explanation } => explanation,
            _ => Argument.ExplanationOf(failure)
                ?? new LocalizedText(failure.Message.Length > 0 ? failure.Message : failure.GetType().Name),
        };
    }
}
