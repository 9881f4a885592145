using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guides;

/// <summary>
/// Who reads a shared calendar, and with which user name. There is no place for a password: a guide says where it comes from, never what it
/// is.
/// </summary>
public sealed record Subscriber
{
    private Subscriber(SubscriberKind kind, string? userName)
    {
        Kind = kind;
        UserName = userName;
    }

    /// <summary>Anybody who has the address: a public grant (<c>gt="pub"</c>).</summary>
    public static Subscriber Everybody { get; } = new(SubscriberKind.Everybody, null);

    /// <summary>
    /// Whoever of the server's users has rights through a group, a domain, a class of service or as one of all (<c>grp</c>, <c>dom</c>,
    /// <c>cos</c>, <c>all</c>): each with the name of the own account.
    /// </summary>
    public static Subscriber AnyUser { get; } = new(SubscriberKind.User, null);

    /// <summary>How the subscriber signs in.</summary>
    public SubscriberKind Kind { get; }

    /// <summary>
    /// What the subscriber types as user name; null for <see cref="Everybody"/>, and for <see cref="AnyUser"/> since it differs.
    /// </summary>
    public string? UserName { get; }

    /// <summary>Whether the subscriber signs in at all.</summary>
    public bool SignsIn => Kind != SubscriberKind.Everybody;

    /// <summary>A guest with an external virtual account and a password of their own (<c>gt="guest"</c>).</summary>
    /// <param name="identifier">The guest's identifier, e.g. <c>adresse.orange.fr@monasso.org</c>.</param>
    /// <exception cref="ArgumentException">The identifier is empty (<c>default</c>).</exception>
    public static Subscriber Guest(GuestIdentifier identifier) => new(SubscriberKind.Guest, Checked(identifier.Value, nameof(identifier)));

    /// <summary>A guest without account whose grant carries a password (<c>gt="guest"</c> with <c>pw</c>).</summary>
    /// <param name="mail">The guest's mail address, which is the user name.</param>
    /// <exception cref="ArgumentException">The address is empty (<c>default</c>).</exception>
    public static Subscriber GuestWithGrantPassword(GuestAddress mail) =>
        new(SubscriberKind.GuestWithGrantPassword, Checked(mail.Value, nameof(mail)));

    /// <summary>One user of the same server (<c>usr</c>).</summary>
    /// <param name="account">The account's name, e.g. <c>marie@monasso.org</c>.</param>
    /// <exception cref="ArgumentException">The name is empty or holds a space or control character.</exception>
    public static Subscriber User(string account) => new(SubscriberKind.User, Checked(account, nameof(account)));

    private static string Checked(string userName, string parameter)
    {
        Argument.NotBlank(userName, parameter);
        string trimmed = userName.Trim();
        int at = trimmed.TakeWhile(c => !char.IsControl(c) && !char.IsWhiteSpace(c)).Count();

        // Not quoted: a password is easily pasted where a name belongs.
        return at == trimmed.Length
            ? trimmed
            : throw Argument.Invalid(
                new LocalizedText(
                    FormattableString.Invariant($"A user name has no U+{(int)trimmed[at]:X4}, which this one has at position {at}. ")
                        + "Give the account's name, e.g. 'marie@monasso.org'."
                ).With(
                    "fr",
                    FormattableString.Invariant($"Un nom de connexion n’a pas de U+{(int)trimmed[at]:X4}, ici à la position {at}. ")
                        + "Donnez le nom du compte, par exemple «\u00A0marie@monasso.org\u00A0»."
                ),
                parameter
            );
    }
}
