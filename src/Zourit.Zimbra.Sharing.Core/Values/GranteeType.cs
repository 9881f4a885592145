namespace Zourit.Zimbra.Sharing.Values;

/// <summary>To whom a grant gives rights (<c>grant gt</c>).</summary>
public enum GranteeType
{
    /// <summary>A type that this library does not know.</summary>
    Unknown = 0,

    /// <summary>An internal account (<c>usr</c>).</summary>
    User = 1,

    /// <summary>A distribution list (<c>grp</c>).</summary>
    Group = 2,

    /// <summary>All accounts of a class of service (<c>cos</c>).</summary>
    Cos = 3,

    /// <summary>All accounts of a domain (<c>dom</c>).</summary>
    Domain = 4,

    /// <summary>Everybody who is signed in (<c>all</c>); a guest's virtual account is not among them.</summary>
    AllAuthenticated = 5,

    /// <summary>Everybody, without signing in (<c>pub</c>).</summary>
    Public = 6,

    /// <summary>A person outside the server, by mail address (<c>guest</c>).</summary>
    Guest = 7,

    /// <summary>Whoever presents an access key (<c>key</c>); the stock server has no way to present one over REST.</summary>
    Key = 8,
}
