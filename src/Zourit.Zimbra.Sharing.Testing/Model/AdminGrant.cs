namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>
/// A right given to a delegated administrator or to a group of them: a value of the target's <c>zimbraACE</c>, with <c>-</c> before a right
/// that is denied, <c>+</c> before one that may be handed on, <c>*</c> before one that holds for the domains below only.
/// </summary>
internal sealed record AdminGrant(string GranteeId, string GranteeType, string Right, char? Modifier = null)
{
    public const char Denied = '-';
    public const char HandedOn = '+';
    public const char OfSubdomains = '*';

    public bool IsDeny => Modifier == Denied;

    public bool MayHandOn => Modifier == HandedOn;

    public bool IsForSubdomains => Modifier == OfSubdomains;

    public static IEnumerable<AdminGrant> On(AdminTarget target) =>
        target.Attributes.Values("zimbraACE").Select(Parse).OfType<AdminGrant>();

    /// <summary>Adds it, in place of what the grantee had for the same right.</summary>
    public void PutOn(AdminTarget target)
    {
        foreach (AdminGrant known in On(target).Where(grant => grant.GranteeId == GranteeId && grant.Right == Right).ToList())
        {
            target.Attributes.Remove("zimbraACE", known.ToString());
        }

        target.Attributes.Add("zimbraACE", ToString());
    }

    /// <summary>Revokes it; false if it was not granted so: a denial is revoked as a denial.</summary>
    public bool RemoveFrom(AdminTarget target)
    {
        bool isGranted = On(target).Any(grant => grant.GranteeId == GranteeId && grant.Right == Right && grant.Modifier == Modifier);
        target.Attributes.Remove("zimbraACE", ToString());
        return isGranted;
    }

    /// <summary>Takes all rights of a grantee that is deleted.</summary>
    public static void Forget(ZimbraDirectory directory, string granteeId)
    {
        foreach (AdminTarget target in AdminTarget.All(directory))
        {
            foreach (AdminGrant grant in On(target).Where(grant => grant.GranteeId == granteeId).ToList())
            {
                target.Attributes.Remove("zimbraACE", grant.ToString());
            }
        }
    }

    public override string ToString() => $"{GranteeId} {GranteeType} {Modifier}{Right}";

    private static AdminGrant? Parse(string value) =>
        value.Split(' ') is [var id, var type, { Length: > 0 } right]
            ? right[0] is Denied or HandedOn or OfSubdomains
                ? new AdminGrant(id, type, right[1..], right[0])
                : new AdminGrant(id, type, right)
            : null;
}
