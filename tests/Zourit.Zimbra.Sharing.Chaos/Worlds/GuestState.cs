namespace Zourit.Zimbra.Sharing.Chaos.Worlds;

/// <summary>A guest's account as the server holds it.</summary>
/// <param name="Name">The identifier.</param>
/// <param name="Status">Its status.</param>
/// <param name="Password">The password; null for none.</param>
/// <param name="ShowsCalendars">Whether its calendar feature is on.</param>
/// <param name="Calendars">What its mountpoints show, each as owner and path.</param>
internal sealed record GuestState(string Name, string Status, string? Password, bool ShowsCalendars, IReadOnlyList<string> Calendars)
{
    public bool Equals(GuestState? other) =>
        other is not null
        && (Name, Status, Password, ShowsCalendars) == (other.Name, other.Status, other.Password, other.ShowsCalendars)
        && Calendars.Order(StringComparer.Ordinal).SequenceEqual(other.Calendars.Order(StringComparer.Ordinal));

    public override int GetHashCode() => HashCode.Combine(Name, Status, Password, ShowsCalendars, Calendars.Count);

    /// <summary>For reports: without the password.</summary>
    public override string ToString() =>
        $"{Name} {Status}{(Password is null ? " without password" : "")}{(ShowsCalendars ? "" : " without calendars")} showing "
        + $"{(Calendars.Count == 0 ? "nothing" : string.Join(" and ", Calendars))}";
}
