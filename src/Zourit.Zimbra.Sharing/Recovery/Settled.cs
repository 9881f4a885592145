namespace Zourit.Zimbra.Sharing.Recovery;

/// <summary>What became of a request whose reply was lost: the response, or why there is none.</summary>
/// <param name="Response">The response; null where there is none.</param>
/// <param name="Error">The server's refusal, that nothing was done, or that nobody knows; null where there is a response.</param>
internal readonly record struct Settled<TResponse>(TResponse? Response, ZimbraException? Error)
    where TResponse : class;
