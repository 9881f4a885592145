namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>How tables look: drawn on a terminal, tab-separated elsewhere.</summary>
/// <param name="IsTerminal">Whether somebody looks at them.</param>
/// <param name="HasColor">Whether they may have colours.</param>
/// <param name="IsUnicode">Whether lines may be drawn.</param>
/// <param name="Width">The number of columns.</param>
internal sealed record TableStyle(bool IsTerminal, bool HasColor, bool IsUnicode, int Width);
