using System.CommandLine;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Help;

/// <summary>An argument.</summary>
internal sealed class TextArgument : Argument<string?>, IDescribed
{
    public TextArgument(string name, LocalizedText about, bool isOptional = false, params string[] words)
        : base(name)
    {
        About = about;
        Description = about.ToString();
        Arity = isOptional ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne;
        if (words.Length > 0)
        {
            CompletionSources.Add(words);
        }
    }

    public LocalizedText About { get; }
}
