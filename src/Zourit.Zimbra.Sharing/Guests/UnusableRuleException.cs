using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// The server's rules for passwords cannot be kept, or not be read here: callers see an <see cref="InvalidOperationException"/>.
/// </summary>
internal sealed class UnusableRuleException(LocalizedText explanation, Exception? innerException = null)
    : InvalidOperationException(explanation.ToString(), innerException),
        IExplained
{
    public LocalizedText Explanation => explanation;
}
