using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages;

/// <summary>One SOAP operation: its request element, namespace, and what may be done after a lost reply.</summary>
/// <param name="Name">Local name of the request element.</param>
/// <param name="Namespace">One of <see cref="ZimbraNamespace"/>.</param>
/// <param name="Repeat">The repeat rule (docs/protocol.md §10.2).</param>
internal sealed record ZimbraOperation(string Name, string Namespace, RetrySafety Repeat)
{
    /// <summary>Local name of the response element.</summary>
    public string ResponseName { get; } = string.Concat(Name.AsSpan(0, Name.Length - "Request".Length), "Response");

    /// <summary>Admin documents exist on the admin address only; the user address answers UNKNOWN_DOCUMENT (recording 01-36).</summary>
    public bool IsAdmin { get; init; } = Namespace == ZimbraNamespace.Admin;

    /// <summary>
    /// False for what works without a token and must not carry one: a stale token fails even a login (docs/protocol.md §1.5).
    /// </summary>
    public bool CarriesToken { get; init; } = true;
}
