using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Administration;

/// <summary>Whether an administrator may do an operation.</summary>
public sealed record OperationCheck
{
    /// <summary>The operation, e.g. <c>Guests.CreateAsync</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The rights that it needs.</summary>
    public required IReadOnlyList<NeededRight> Needed
    {
        get;
        init => field = ContentList.Of(value);
    }

    /// <summary>Those of them that are missing.</summary>
    public required IReadOnlyList<NeededRight> Missing
    {
        get;
        init => field = ContentList.Of(value);
    }

    /// <summary>What grants those that are missing, in their order.</summary>
    public required IReadOnlyList<GrantRightRequest> Grants
    {
        get;
        init => field = ContentList.Of(value);
    }

    /// <summary>Whether nothing is missing.</summary>
    public bool IsAllowed => Missing.Count == 0;
}
