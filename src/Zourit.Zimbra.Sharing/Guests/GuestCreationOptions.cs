namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>How to make a guest's account.</summary>
public sealed record GuestCreationOptions
{
    /// <summary>The name that owners see (<c>displayName</c>). Null for none. It is not changed on an account that exists.</summary>
    public string? DisplayName { get; init; }

    /// <summary>
    /// The guest's language (<c>zimbraPrefLocale</c>), e.g. <c>fr</c>; it also decides how the mountpoints are named. Null for the server's
    /// default.
    /// </summary>
    public string? Locale { get; init; }

    /// <summary>
    /// The calendars to be in the account, all of the owner domain. Each is granted to the guest (read only) where no grant to the guest
    /// stands, and linked in the guest's mailbox. Default none: but an account without any mountpoint is closed by the server's next daily
    /// task and deleted 30 days later.
    /// </summary>
    public IReadOnlyList<SharedCalendar> Calendars { get; init; } = [];

    /// <summary>
    /// Whether to set the password also where the account exists and has one. Default false: another may be using it. All sessions of the
    /// guest end.
    /// </summary>
    public bool ResetPassword { get; init; }
}
