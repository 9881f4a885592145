using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>A folder of an owner, usually a calendar.</summary>
public readonly record struct SharedCalendar
{
    /// <summary>The owner's account name, e.g. <c>owner@monasso.org</c>.</summary>
    public required string Owner { get; init; }

    /// <summary>The folder's path in the owner's mailbox.</summary>
    public required FolderPath Calendar { get; init; }

    /// <summary>Owner and path.</summary>
    public override string ToString() => $"{Owner}{Calendar}";
}
