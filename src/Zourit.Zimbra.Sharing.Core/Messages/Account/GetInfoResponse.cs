using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Account;

/// <summary>The answer to a <see cref="GetInfoRequest"/>.</summary>
public sealed record GetInfoResponse
{
    /// <summary>The account's primary name (<c>name</c>), whatever alias was used to log in.</summary>
    public required string Name { get; init; }

    /// <summary>The account's id, a UUID (<c>id</c>).</summary>
    public required string Id { get; init; }

    /// <summary>The server's version (<c>version</c>), e.g. <c>10.1.0_GA_0000</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The address below which the account's folders are served (<c>rest</c>), e.g.
    /// <c>https://mail1.example.net:8443/home/owner@asso.org</c>; only with section <c>mbox</c>, on the account's home server.</summary>
    public string? RestRoot { get; init; }

    /// <summary>The public address of the account's domain (<c>publicURL</c>).</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Addresses of the SOAP service (<c>soapURL</c>).</summary>
    public IReadOnlyList<string> SoapUrls
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<string>.Empty;

    /// <summary>Where users change their password (<c>changePasswordURL</c>).</summary>
    public string? ChangePasswordUrl { get; init; }

    /// <summary>How long the token in use still lives (<c>lifetime</c>, milliseconds on the wire).</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>Whether an administrator's delegated token is in use (<c>adminDelegated</c>).</summary>
    public bool IsAdminDelegated { get; init; }

    /// <summary>The mailbox's size in bytes (<c>used</c>).</summary>
    public long? UsedBytes { get; init; }

    /// <summary>A key derived from the token that some REST posts want (<c>crumb</c>).</summary>
    public Secret? Crumb { get; init; }

    /// <summary>Time of the session before (<c>prevSession</c>), UTC.</summary>
    public DateTimeOffset? PreviousSession { get; init; }

    /// <summary>Time of the last access (<c>accessed</c>), UTC.</summary>
    public DateTimeOffset? LastAccess { get; init; }

    /// <summary>Messages since the last session (<c>recent</c>).</summary>
    public int? RecentMessages { get; init; }

    /// <summary>Id of the class of service (<c>cos id</c>).</summary>
    public string? CosId { get; init; }

    /// <summary>Name of the class of service (<c>cos name</c>).</summary>
    public string? CosName { get; init; }

    /// <summary>Directory attributes that the account may see of itself (<c>attrs</c>), e.g. <c>zimbraExternalSharingEnabled</c>.</summary>
    public AttributeList Attributes { get; init; } = AttributeList.Empty;

    /// <summary>The account's preferences (<c>prefs</c>), only with section <c>prefs</c>.</summary>
    public AttributeList Preferences { get; init; } = AttributeList.Empty;
}
