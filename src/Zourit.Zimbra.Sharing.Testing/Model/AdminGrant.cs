namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>
/// A right given to a delegated administrator or to a group of them: a value of the target's <c>zimbraACE</c>, with <c>-</c> before a right
/// that is denied and <c>+</c> before one that may be handed on.
/// </summary>
internal sealed record AdminGrant(string GranteeId, string GranteeType, string Right, bool IsDeny = false, bool MayHandOn = false)
{
    public static IEnumerable<AdminGrant> On(AdminTarget target) =>
        target.Attributes.Values("zimbraACE").Select(Parse).OfType<AdminGrant>();

    /// <summary>Adds it, in place of what the grantee had for the same right.</summary>
    public void PutOn(AdminTarget target)
    {
        RemoveFrom(target);
        target.Attributes.Add("zimbraACE", ToString());
    }

    /// <summary>Revokes the grantee's grant of the right; false if it did not exist.</summary>
    public bool RemoveFrom(AdminTarget target)
    {
        AdminGrant? known = On(target).FirstOrDefault(grant => grant.GranteeId == GranteeId && grant.Right == Right);
        if (known is not null)
        {
            target.Attributes.Remove("zimbraACE", known.ToString());
        }

        return known is not null;
    }

    public override string ToString() => $"{GranteeId} {GranteeType} {(IsDeny ? "-" : MayHandOn ? "+" : "")}{Right}";

    private static AdminGrant? Parse(string value) =>
        value.Split(' ') is [var id, var type, { Length: > 0 } right]
            ? new AdminGrant(id, type, right.TrimStart('-', '+'), right[0] == '-', right[0] == '+')
            : null;
}
