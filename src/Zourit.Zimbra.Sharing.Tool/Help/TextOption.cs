using System.CommandLine;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Help;

/// <summary>An option with a value. What it means is read where it is used, so that one place says what is wrong with it.</summary>
internal sealed class TextOption : Option<string?>, IDescribed
{
    public TextOption(string name, string value, LocalizedText about, params string[] words)
        : base(name)
    {
        About = about;
        Description = about.ToString();
        HelpName = value;
        Arity = ArgumentArity.ExactlyOne;
        if (words.Length > 0)
        {
            CompletionSources.Add(words);
        }
    }

    public LocalizedText About { get; }

    public bool IsRare { get; init; }
}
