using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>A guest's account that an earlier run started to make, or to give a calendar, and could not say that it did.</summary>
public sealed record OwedAccount
{
    /// <summary>The owner's primary address.</summary>
    public required string Owner { get; init; }

    /// <summary>The calendar that is to be in the account.</summary>
    public required FolderPath Calendar { get; init; }

    /// <summary>The guest's address.</summary>
    public required string Guest { get; init; }
}
