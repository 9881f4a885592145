using System.CommandLine;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Help;

/// <summary>An argument that may be there several times.</summary>
internal sealed class TextArguments : Argument<string[]>, IDescribed
{
    public TextArguments(string name, LocalizedText about)
        : base(name)
    {
        About = about;
        Description = about.ToString();
        Arity = ArgumentArity.OneOrMore;
    }

    public LocalizedText About { get; }
}
