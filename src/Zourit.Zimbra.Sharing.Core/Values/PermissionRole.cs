namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// The role that Zimbra's web client shows for a set of permissions. Seeing private appointments (<c>p</c>) does not change it.
/// </summary>
public enum PermissionRole
{
    /// <summary>No right at all.</summary>
    None,

    /// <summary>May read (<c>r</c>).</summary>
    Viewer,

    /// <summary>May read, change, add, delete and answer invitations (<c>rwidx</c>).</summary>
    Manager,

    /// <summary>A manager who may share the folder further (<c>rwidxa</c>).</summary>
    Admin,

    /// <summary>Any other set.</summary>
    Custom,
}
