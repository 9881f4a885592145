using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// An exception whose message exists in several languages: every <see cref="ZimbraException"/>, and every <see cref="ArgumentException"/>
/// of these packages. <see cref="ExplainedExceptions.Explain"/> reads it, of any exception.
/// </summary>
public interface IExplained
{
    /// <summary>
    /// What happened and what to do about it, in English and French; <see cref="Exception.Message"/> is the English text.
    /// </summary>
    LocalizedText Explanation { get; }
}
