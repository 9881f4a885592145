using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>Grants rights without a request: to the administrators of a seed, and between the requests of a test.</summary>
internal sealed class RightSeeding(ZimbraDirectory directory)
{
    /// <exception cref="FormatException">There is no such right, no such target, or the right cannot be granted there.</exception>
    public void Grant(string granteeType, string granteeId, string granteeName, SeededRight seed) =>
        new AdminGrant(granteeId, granteeType, Right(seed).Name, seed.Deny ? AdminGrant.Denied : null).PutOn(Target(granteeName, seed));

    /// <summary>Takes a right away; false where it was not granted there.</summary>
    /// <exception cref="FormatException">There is no such right, no such target, or the right cannot be granted there.</exception>
    public bool Revoke(string granteeId, string granteeName, SeededRight seed) =>
        new AdminGrant(granteeId, "usr", Right(seed).Name, seed.Deny ? AdminGrant.Denied : null).RemoveFrom(Target(granteeName, seed));

    private static AdminRight Right(SeededRight seed)
    {
        AdminRight right = AdminRight.Find(seed.Right) ?? throw new FormatException($"There is no right {seed.Right}.");
        return right.Attribute is { } attribute && !AttributeNames.Has(right.TargetType, attribute)
                ? throw new FormatException(
                    $"There is no right {seed.Right}: the server knows no attribute {attribute} of {right.TargetType}."
                )
            : !right.GrantableOn.Contains(seed.On)
                ? throw new FormatException(
                    $"The right {seed.Right} cannot be granted on \"{seed.On}\", only on {string.Join(" or ", right.GrantableOn)}."
                )
            : right;
    }

    private AdminTarget Target(string granteeName, SeededRight seed)
    {
        string name = seed.Target ?? (seed.On == "server" ? directory.ServerName : AddressDomain.Of(granteeName));
        return AdminTarget.Find(directory, seed.On, name)
            ?? throw new FormatException($"The right {seed.Right} is to be granted on {seed.On} {name}, which is not there.");
    }
}
