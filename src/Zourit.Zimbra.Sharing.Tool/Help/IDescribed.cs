using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Help;

/// <summary>A command, option or argument that says what it is for.</summary>
internal interface IDescribed
{
    LocalizedText About { get; }

    /// <summary>Whether a page that a screen does not hold leaves it out.</summary>
    bool IsRare => false;
}
