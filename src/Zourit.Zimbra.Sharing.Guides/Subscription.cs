using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guides;

/// <summary>
/// What a <see cref="SubscriptionGuide"/> tells about one share. Names are shown as they are, with line ends and control characters made
/// spaces.
/// </summary>
public sealed record Subscription
{
    private readonly IcsAddress? _encryptedAddress;
    private readonly Uri? _appleProfileUri;

    /// <summary>The address that the server announces for the calendar.</summary>
    public required IcsAddress Address { get; init; }

    /// <summary>Who reads the calendar.</summary>
    public required Subscriber Subscriber { get; init; }

    /// <summary>
    /// The https form of <see cref="Address"/>, where that is http and the https form is known to answer: the guide then uses it
    /// throughout. Default: null.
    /// </summary>
    /// <exception cref="ArgumentException">The address is not https.</exception>
    public IcsAddress? EncryptedAddress
    {
        get => _encryptedAddress;
        init =>
            _encryptedAddress = value is null or { IsEncrypted: true }
                ? value
                : throw Argument.Invalid(
                    new LocalizedText($"'{value}' is not the https form of the address. Leave it out if https does not answer.").With(
                        "fr",
                        $"«\u00A0{value}\u00A0» n’est pas la forme https de l’adresse. Ne l’indiquez pas si https ne répond pas."
                    ),
                    nameof(value)
                );
    }

    /// <summary>The calendar's name. Default: the folder's name.</summary>
    public string? CalendarName { get; init; }

    /// <summary>The owner's name, e.g. <c>Association Les Amis du Lac</c>. Default: the account's name from the address.</summary>
    public string? OwnerName { get; init; }

    /// <summary>The guest's personal link, to be shown in the guide. Whoever holds it can make the guest's account: leave it out of guides
    /// that others may see. Default: null, and the guide refers to the server's mail.</summary>
    public PersonalLink? PersonalLink { get; init; }

    /// <summary>
    /// When the share ends; the guide shows the day of this moment in its own offset. Default: null, the share has no end.
    /// </summary>
    public DateTimeOffset? Expiry { get; init; }

    /// <summary>
    /// The subscriber's rights. With the right to change or add events the guide is for writing, by CalDAV, where that can carry the
    /// calendar's name. Default: reading.
    /// </summary>
    public Permissions Permissions { get; init; } = Permissions.Read;

    /// <summary>
    /// Whom to ask for help: a mail address, a telephone number, a name. Default: the owner's address.
    /// </summary>
    public string? Contact { get; init; }

    /// <summary>
    /// Where <see cref="AppleProfile"/> is served as <see cref="AppleProfile.MediaType"/>. Default: null, and the HTML guide carries the
    /// profile itself.
    /// </summary>
    /// <exception cref="ArgumentException">The address is neither http, https nor relative.</exception>
    public Uri? AppleProfileUri
    {
        get => _appleProfileUri;
        init =>
            _appleProfileUri = value is null or { IsAbsoluteUri: false } or { Scheme: "https" or "http" }
                ? value
                : throw Argument.Invalid(
                    new LocalizedText(
                        $"'{value.Scheme}:' is no way to serve a profile: give an https address, or one relative to the page."
                    ).With(
                        "fr",
                        $"«\u00A0{value.Scheme}:\u00A0» ne permet pas de fournir un profil\u00A0: donnez une adresse https, "
                            + "ou relative à la page."
                    ),
                    nameof(value)
                );
    }

    /// <summary>The address to subscribe to: <see cref="EncryptedAddress"/> if known, else <see cref="Address"/>.</summary>
    public IcsAddress BestAddress => EncryptedAddress ?? Address;

    /// <summary>
    /// Where programs read and write the calendar by CalDAV, with the subscriber's account; null where the subscriber has none, and where
    /// CalDAV cannot carry the calendar's name.
    /// </summary>
    public CalDavAddress? CalDavAddress =>
        Subscriber.Kind is SubscriberKind.Guest or SubscriberKind.User
        && Values.CalDavAddress.TryOf(BestAddress, out CalDavAddress? address)
            ? address
            : null;

    /// <summary>Whether the guide is for writing: with the rights for it, by CalDAV.</summary>
    public bool IsForWriting =>
        CalDavAddress is not null && (Permissions.Includes(Permissions.Write) || Permissions.Includes(Permissions.Insert));

    /// <summary>Whether a password would travel in clear: the subscriber signs in, and no https address is known.</summary>
    public bool ExposesPassword => Subscriber.SignsIn && !BestAddress.IsEncrypted;
}
