namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// Refuses addresses of guests that are almost certainly mistyped: a mail to them would reach a stranger or nobody. For what is shared and
/// for guests' accounts alike.
/// </summary>
internal static class GuestAddressCheck
{
    /// <summary>Refuses misspelled domains of large providers; asks no server.</summary>
    /// <exception cref="ZimbraGuestAddressException">The domain is misspelled.</exception>
    public static void RequireSpelling(GuestAddress guest)
    {
        if (Misspelling(guest) is { } problem)
        {
            throw problem;
        }
    }

    /// <summary>Refuses an address in the owner's own domain, where no guest has their mail, unless it is somebody's account.</summary>
    /// <inheritdoc cref="Problem" path="/param"/>
    /// <exception cref="ZimbraGuestAddressException">It is no account there, or a guest's identifier.</exception>
    public static void RequireOutsider(GuestAddress guest, string ownerDomain, bool isAccount)
    {
        if (Problem(guest, ownerDomain, isAccount) is { } problem)
        {
            throw problem;
        }
    }

    /// <summary>Why an address is almost certainly mistyped; null for none.</summary>
    /// <param name="guest">The address.</param>
    /// <param name="ownerDomain">The domain of the calendar's owner.</param>
    /// <param name="isAccount">Whether the server has an account of that name.</param>
    /// <param name="isGuest">Whether a mail is that of a guest who is known to have a share.</param>
    public static ZimbraGuestAddressException? Problem(
        GuestAddress guest,
        string ownerDomain,
        bool isAccount,
        Func<string, bool>? isGuest = null
    ) =>
        !IsIn(guest, ownerDomain) ? Misspelling(guest)
        : MailBehind(guest, isGuest) is { } mail
            ? new(guest, GuestAddressTexts.Identifier(guest.Value, mail).Then(GuestAddressTexts.Anyway), mail)
        : isAccount ? null
        : new ZimbraGuestAddressException(guest, GuestAddressTexts.MistypedColleague(guest.Value), suggestion: null);

    /// <summary>
    /// Why an address is no user's: it is a guest's identifier, and nobody reads a mail to it. Null for none. An owner may not ask whether
    /// an account is a guest's, so that the form decides.
    /// </summary>
    /// <param name="user">The address of the user, as completed.</param>
    /// <param name="ownerDomain">The domain of the calendar's owner.</param>
    /// <param name="isGuest">Whether a mail is that of a guest who is known to have a share.</param>
    public static ZimbraGuestAddressException? UserProblem(string user, string ownerDomain, Func<string, bool>? isGuest = null) =>
        GuestAddress.TryParse(user, out GuestAddress address) && IsIn(address, ownerDomain) && MailBehind(address, isGuest) is { } mail
            ? new ZimbraGuestAddressException(address, GuestAddressTexts.IdentifierOfUser(address.Value, mail), mail)
            : null;

    private static bool IsIn(GuestAddress address, string domain) =>
        string.Equals(address.Domain, GuestAddress.AsciiDomain(domain) ?? domain, StringComparison.OrdinalIgnoreCase);

    private static ZimbraGuestAddressException? Misspelling(GuestAddress guest)
    {
        if (MailDomainSpelling.Suggest(guest.Domain) is not { } domain)
        {
            return null;
        }

        string meant = $"{guest.UserName}@{domain}";
        return new ZimbraGuestAddressException(guest, GuestAddressTexts.Misspelled(guest.Value, meant), meant);
    }

    /// <summary>The refusal of a guest's identifier in place of their mail, by who has read in the directory that it is one.</summary>
    /// <param name="guest">The identifier.</param>
    /// <param name="mail">The guest's mail.</param>
    public static ZimbraGuestAddressException Identifier(GuestAddress guest, string mail) =>
        new(guest, GuestAddressTexts.Identifier(guest.Value, mail), mail);

    /// <summary>
    /// The mail that an identifier was made of: that of a guest who has a share, whatever it looks like; else by its form, if a name and a
    /// domain with a dot can be seen in it and the last part is a top-level domain, which no colleague's name ends with. Null for what need
    /// not be an identifier.
    /// </summary>
    private static string? MailBehind(GuestAddress guest, Func<string, bool>? isGuest)
    {
        if (!GuestIdentifier.TryParse(guest.Value, out GuestIdentifier identifier) || identifier.MailCandidates is not { Count: > 0 } mails)
        {
            return null;
        }

        // adresse.orange.fr: the domain is the shortest that has a dot.
        return mails.Select(mail => mail.Value).FirstOrDefault(mail => isGuest?.Invoke(mail) == true)
            ?? (TopLevelDomain.IsKnown(mails[^1].Domain[(mails[^1].Domain.LastIndexOf('.') + 1)..]) ? mails[^1].Value : null);
    }
}
