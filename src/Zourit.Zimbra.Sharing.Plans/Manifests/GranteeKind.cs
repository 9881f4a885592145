namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>Whom a calendar is shared with.</summary>
public enum GranteeKind
{
    /// <summary>Not known to this version.</summary>
    Unknown = 0,

    /// <summary>A person outside the server, by address (<c>gt="guest"</c>).</summary>
    Guest = 1,

    /// <summary>An account or distribution list of the server (<c>gt="usr"</c> or <c>"grp"</c>).</summary>
    User = 2,

    /// <summary>Everybody, without login (<c>gt="pub"</c>).</summary>
    Public = 3,
}
