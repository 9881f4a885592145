namespace Zourit.Zimbra.Sharing.Fuzz.Engine;

/// <summary>One input of a corpus.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="Data">The bytes.</param>
public sealed record Seed(string Name, byte[] Data);
