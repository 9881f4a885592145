using System.CommandLine;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Help;

/// <summary>An option without a value.</summary>
internal sealed class Flag : Option<bool>, IDescribed
{
    public Flag(string name, LocalizedText about, params string[] aliases)
        : base(name, aliases)
    {
        About = about;
        Description = about.ToString();
        Arity = ArgumentArity.Zero;
    }

    public LocalizedText About { get; }

    public bool IsRare { get; init; }
}
