using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>A mail of which an earlier run could not say that it left.</summary>
public sealed record OwedMail
{
    /// <summary>The owner's primary address.</summary>
    public required string Owner { get; init; }

    /// <summary>The calendar.</summary>
    public required FolderPath Calendar { get; init; }

    /// <summary>Whom it is for.</summary>
    public required PlanGrantee Grantee { get; init; }

    internal static OwedMail Of(string owner, FolderPath calendar, PlanGrantee grantee) =>
        new()
        {
            Owner = owner,
            Calendar = calendar,
            Grantee = grantee,
        };
}
