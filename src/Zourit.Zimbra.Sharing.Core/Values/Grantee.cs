namespace Zourit.Zimbra.Sharing.Values;

/// <summary>Who has a grant, as the server resolved it: it alone decides who is internal, whatever the caller asked for.</summary>
public sealed record Grantee
{
    /// <summary>The type (<c>gt</c>): a guest that turns out to be an account or group of the server is
    /// <see cref="GranteeType.User"/> or <see cref="GranteeType.Group"/>, an unknown user <see cref="GranteeType.Guest"/>.</summary>
    public required GranteeType Type { get; init; }

    /// <summary>The id in the ACL (<c>zid</c>): a UUID for internal grantees, a guest's address exactly as it was typed when granted;
    /// null for the public and for all who are signed in, for an alias whose account the server does not name, and for a user whose grant
    /// the server said to be there already when the folder could not be read again.</summary>
    public string? Id { get; init; }

    /// <summary>The name to show: the primary address of an account or group, a guest's address; null for the public, for all who are
    /// signed in, and for an internal grantee that was deleted.</summary>
    public string? Name { get; init; }

    /// <summary>The type and the name.</summary>
    public override string ToString() => Name is null && Id is null ? Type.ToString() : $"{Type} {Name ?? Id}";
}
