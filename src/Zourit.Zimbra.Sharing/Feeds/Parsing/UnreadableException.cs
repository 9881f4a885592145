using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>A line of a feed, or a part of one, cannot be read; it never leaves the reader, which reports the reason.</summary>
internal sealed class UnreadableException(LocalizedText reason, Exception? innerException = null)
    : Exception(reason.ToString(), innerException)
{
    /// <summary>Why, as the rest of a sentence.</summary>
    public LocalizedText Reason { get; } = reason;
}
