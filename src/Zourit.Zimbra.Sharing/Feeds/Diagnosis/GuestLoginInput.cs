using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>What was given as the guest, read as far as it can be: a mail address, an identifier, or an attempt at one.</summary>
/// <param name="Text">As given.</param>
/// <param name="Form">What it is.</param>
/// <param name="Mail">The guest's mail address; null when it cannot be determined.</param>
/// <param name="Identifier">The identifier that belongs to it; null when it cannot be determined.</param>
internal sealed record GuestLoginInput(string Text, TypedForm Form, GuestAddress? Mail, GuestIdentifier? Identifier)
{
    /// <summary>Reads it.</summary>
    /// <param name="typed">As given.</param>
    /// <param name="ownerDomain">The owner's primary domain.</param>
    /// <param name="granted">The addresses of guests the calendar is shared with, to recognize what is not written right; none when they
    /// are not known.</param>
    public static GuestLoginInput Read(string typed, string ownerDomain, IReadOnlyList<GuestAddress> granted)
    {
        string text = GrantSearch.Bare(typed);
        bool isAddress = GuestAddress.TryParse(text, out GuestAddress address);
        if (isAddress && granted.Contains(address))
        {
            return Of(TypedForm.Mail, address);
        }

        foreach (GuestAddress mail in granted)
        {
            var identifier = GuestIdentifier.For(mail, ownerDomain);
            if (isAddress && identifier.UserName == address.UserName)
            {
                return Of(identifier.Domain == address.Domain ? TypedForm.Identifier : TypedForm.OtherDomain, mail);
            }
        }

        string squeezed = Squeeze(text);
        foreach (GuestAddress mail in granted)
        {
            var identifier = GuestIdentifier.For(mail, ownerDomain);
            if (squeezed == Squeeze(identifier.Value) || squeezed == Squeeze(identifier.UserName))
            {
                return Of(IsUserNameOf(identifier, text) ? TypedForm.Unqualified : TypedForm.Malformed, mail);
            }
        }

        return isAddress
            ? address.Domain == ownerDomain && GuestIdentifier.TryParse(text, out GuestIdentifier own)
                ? new GuestLoginInput(text, TypedForm.Identifier, own.TryGetMail(out GuestAddress only) ? only : null, own)
                : Of(TypedForm.Mail, address)
            : Repaired(text, ownerDomain);

        GuestLoginInput Of(TypedForm form, GuestAddress mail) => new(text, form, mail, GuestIdentifier.For(mail, ownerDomain));
    }

    /// <summary>
    /// Whether an account of the server may be called so, whatever the guest's identifier is; a name without domain gets the owner's.
    /// </summary>
    public bool MayBeAnAccount(string ownerDomain) =>
        GuestAddress.TryParse(Text.Contains('@', StringComparison.Ordinal) ? Text : $"{Text}@{ownerDomain}", out _);

    // Two @ as in adresse@orange.fr@monasso.org, or none as in adresse.orange.fr.
    private static GuestLoginInput Repaired(string text, string ownerDomain)
    {
        string user = text.EndsWith("@" + ownerDomain, StringComparison.OrdinalIgnoreCase) ? text[..^(ownerDomain.Length + 1)] : text;
        if (
            !text.Contains('@', StringComparison.Ordinal)
            && !GuestIdentifier.TryParse($"{text}@{ownerDomain}", out _)
            && GuestAddress.TryParse($"{text}@{ownerDomain}", out GuestAddress account)
        )
        {
            // Too short for an identifier: an account of the owner's own domain.
            return new GuestLoginInput(text, TypedForm.Unqualified, account, GuestIdentifier.For(account, ownerDomain));
        }

        return GuestIdentifier.TryParse($"{user.Replace('@', '.')}@{ownerDomain}", out GuestIdentifier identifier)
            ? new GuestLoginInput(
                text,
                IsUserNameOf(identifier, text) ? TypedForm.Unqualified : TypedForm.Malformed,
                identifier.TryGetMail(out GuestAddress mail) ? mail : null,
                identifier
            )
            : new GuestLoginInput(text, TypedForm.Malformed, null, null);
    }

    private static bool IsUserNameOf(GuestIdentifier identifier, string text) =>
        string.Equals(identifier.UserName, text, StringComparison.OrdinalIgnoreCase);

    private static string Squeeze(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
