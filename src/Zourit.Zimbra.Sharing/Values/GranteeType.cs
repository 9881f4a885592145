namespace Zourit.Zimbra.Sharing.Values;

/// <summary>To whom a grant gives rights (<c>grant gt</c>).</summary>
public enum GranteeType
{
    /// <summary>An internal account (<c>usr</c>).</summary>
    User,

    /// <summary>A distribution list (<c>grp</c>).</summary>
    Group,

    /// <summary>All accounts of a class of service (<c>cos</c>).</summary>
    Cos,

    /// <summary>All accounts of a domain (<c>dom</c>).</summary>
    Domain,

    /// <summary>Everybody who is signed in (<c>all</c>); a guest's virtual account is not among them.</summary>
    AllAuthenticated,

    /// <summary>Everybody, without signing in (<c>pub</c>).</summary>
    Public,

    /// <summary>A person outside the server, by mail address (<c>guest</c>).</summary>
    Guest,

    /// <summary>Whoever presents an access key (<c>key</c>); the stock server has no way to present one over REST.</summary>
    Key,

    /// <summary>A type that this library does not know.</summary>
    Unknown,
}
