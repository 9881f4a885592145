using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>A folder of an owner, usually a calendar.</summary>
/// <param name="Owner">The owner's account name, e.g. <c>owner@monasso.org</c>.</param>
/// <param name="Calendar">The folder's path in the owner's mailbox.</param>
public readonly record struct SharedCalendar(string Owner, FolderPath Calendar)
{
    /// <summary>Names a folder of an owner.</summary>
    /// <param name="owner">The owner's account name.</param>
    /// <param name="calendar">The folder's path, as for <see cref="FolderPath.Parse"/>.</param>
    /// <exception cref="ArgumentException">The path is invalid.</exception>
    public SharedCalendar(string owner, string calendar)
        : this(owner, FolderPath.ParseArgument(calendar)) { }

    /// <summary>Owner and path.</summary>
    public override string ToString() => $"{Owner}{Calendar}";
}
