using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>One entry of a list of guests whose accounts are to be made.</summary>
/// <param name="GuestMail">The guest's own bare mail address.</param>
/// <param name="OwnerDomain">The domain of the calendars' owners.</param>
/// <param name="Password">The guest's password, e.g. one made by <see cref="PasswordPolicy.CreatePassword"/>; tell it to the guest
/// yourself, the server mails none.</param>
public sealed record GuestCreationRequest(string GuestMail, string OwnerDomain, Secret Password)
{
    /// <summary>Display name, language, calendars; null for none of them.</summary>
    public GuestCreationOptions? Options { get; init; }
}
