using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Account;

/// <summary>
/// Ends a session (urn:zimbraAccount EndSessionRequest). With <see cref="LogOff"/> the token in use means nothing any more afterwards.
/// </summary>
public sealed record EndSessionRequest : ZimbraRequest<EndSessionResponse>
{
    private static readonly ZimbraOperation Descriptor = new("EndSessionRequest", ZimbraNamespace.Account, RetrySafety.Converging);

    /// <summary>Voids the token in use (<c>logoff</c>). The client logs in again at its next request.</summary>
    public bool? LogOff { get; init; }

    /// <summary>Ends all sessions of the account (<c>all</c>).</summary>
    public bool? All { get; init; }

    /// <summary>With <see cref="All"/>: all but this one (<c>excludeCurrent</c>).</summary>
    public bool? ExcludeCurrent { get; init; }

    /// <summary>One session by its id (<c>sessionId</c>).</summary>
    public string? SessionId { get; init; }

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer)
    {
        writer.Attribute("logoff", LogOff);
        writer.Attribute("all", All);
        writer.Attribute("excludeCurrent", ExcludeCurrent);
        writer.Attribute("sessionId", SessionId);
    }

    internal override EndSessionResponse ReadResponse(ResponseElement response) => new();
}
