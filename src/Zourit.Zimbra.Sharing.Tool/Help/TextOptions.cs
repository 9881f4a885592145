using System.CommandLine;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Help;

/// <summary>An option with a value that may be there several times.</summary>
internal sealed class TextOptions : Option<string[]>, IDescribed
{
    public TextOptions(string name, string value, LocalizedText about, params string[] words)
        : base(name)
    {
        About = about;
        Description = about.ToString();
        HelpName = value;
        Arity = ArgumentArity.OneOrMore;
        CompletionSources.Add(words);
    }

    public LocalizedText About { get; }

    public bool IsRare { get; init; }
}
