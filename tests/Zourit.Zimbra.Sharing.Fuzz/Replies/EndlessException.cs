namespace Zourit.Zimbra.Sharing.Fuzz.Replies;

/// <summary>The library went on asking.</summary>
internal sealed class EndlessException(string message) : Exception(message);
