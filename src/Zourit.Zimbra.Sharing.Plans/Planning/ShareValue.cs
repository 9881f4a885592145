using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>The rights and the end of a share.</summary>
public sealed record ShareValue
{
    /// <summary>The rights.</summary>
    public required Permissions Rights { get; init; }

    /// <summary>The end, UTC; null for none.</summary>
    public DateTimeOffset? Expiry { get; init; }

    /// <summary>Whether this gives less than another: fewer rights, or for a shorter time.</summary>
    /// <param name="other">The other.</param>
    public bool IsLessThan(ShareValue other)
    {
        Argument.NotNull(other);
        return !Rights.Includes(other.Rights) || (Expiry is { } end && (other.Expiry is not { } later || end < later));
    }
}
