using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>A guest's account to be made, with the calendars that are to be in it.</summary>
public sealed record NewGuestAccount
{
    /// <summary>How the calls name it.</summary>
    internal const string Parameter = "account";

    /// <summary>
    /// The calendar's owner, e.g. <c>owner@monasso.org</c>; an alias will do. The guest's account is made in the owner's domain. Null only
    /// where <see cref="OwnerDomain"/> is given.
    /// </summary>
    public string? Owner { get; init; }

    /// <summary>The domain of the calendars' owners, an alias of it will do; null for that of <see cref="Owner"/>.</summary>
    public string? OwnerDomain { get; init; }

    /// <summary>
    /// The owner's folder, as for <see cref="FolderPath.Parse"/>. It is granted to the guest (read only) where no grant to the guest is in
    /// force, and linked in the guest's mailbox. Null for none: but the server's next daily task closes an account without any mountpoint,
    /// and deletes it 30 days later.
    /// </summary>
    public string? Calendar { get; init; }

    /// <summary>Further calendars, of this or other owners of the same domain; each is treated as <see cref="Calendar"/> is.</summary>
    public IReadOnlyList<SharedCalendar> FurtherCalendars
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<SharedCalendar>.Empty;

    /// <summary>The guest's own bare mail address, as for <see cref="GuestAddress.Parse"/>.</summary>
    public required string Guest { get; init; }

    /// <summary>
    /// The guest's password, e.g. one made by <see cref="PasswordPolicy.CreatePassword"/>. It is set on a new account and on one without,
    /// on
    /// another only with <see cref="ResetPassword"/>. Hand it to the guest yourself: the server mails none.
    /// </summary>
    public required Secret Password { get; init; }

    /// <summary>The name that owners see (<c>displayName</c>). Null for none. It is not changed on an account that exists.</summary>
    public string? DisplayName { get; init; }

    /// <summary>
    /// The guest's language (<c>zimbraPrefLocale</c>), e.g. <c>fr</c>; it also decides how the mountpoints are named. Null for the server's
    /// default.
    /// </summary>
    public string? Locale { get; init; }

    /// <summary>
    /// Whether to set the password also where the account exists and has one. Default false: somebody may be using it. All sessions of the
    /// guest end.
    /// </summary>
    public bool ResetPassword { get; init; }

    /// <summary>
    /// Whether to refuse an address that is almost certainly mistyped: a misspelled domain of a large mail provider, an address in the
    /// owner's own domain that is no account, a guest's identifier in place of the mail. Default true.
    /// </summary>
    public bool CheckAddress { get; init; } = true;

    internal GuestAddress Address => GuestAddress.ParseArgument(Guest, Parameter);

    internal IReadOnlyList<SharedCalendar> Calendars =>
        Calendar is null
            ? FurtherCalendars
            : [new SharedCalendar { Owner = Owner!, Calendar = FolderPath.ParseArgument(Calendar, Parameter) }, .. FurtherCalendars];

    /// <exception cref="ArgumentException">Something of it cannot be used.</exception>
    /// <exception cref="ZimbraGuestAddressException">The address is misspelled.</exception>
    internal NewGuestAccount Checked()
    {
        Argument.NotNull(FurtherCalendars, Parameter);
        GuestAddress address = Address;
        string? domain = OwnerDomain is null ? null : GuestIdentifier.ParseDomain(OwnerDomain, Parameter);
        if (domain is null || Calendar is not null)
        {
            Argument.NotNull(Owner, Parameter);
            if (string.IsNullOrWhiteSpace(Owner))
            {
                throw Argument.Invalid(GuestInputTexts.NoOwner, Parameter);
            }
        }

        if (Calendars.Any(calendar => string.IsNullOrWhiteSpace(calendar.Owner)))
        {
            throw Argument.Invalid(
                LocalizedText.Format(
                    $"A calendar of {nameof(FurtherCalendars)} has no owner.",
                    $"Un agenda de {nameof(FurtherCalendars)} n'a pas de propriétaire."
                ),
                Parameter
            );
        }

        if (Password.IsEmpty)
        {
            throw Argument.Invalid(GuestInputTexts.NoPassword, Parameter);
        }

        if (CheckAddress)
        {
            GuestAddressCheck.RequireSpelling(address);
        }

        return this;
    }
}
