using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Help;

/// <summary>A command, option or argument that says what it is for.</summary>
internal interface IDescribed
{
    LocalizedText About { get; }
}
