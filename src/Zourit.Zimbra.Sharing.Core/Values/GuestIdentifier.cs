using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// What a guest types as user name to read a calendar: the name of the external virtual account, the guest's mail address with <c>.</c> in
/// place of <c>@</c>, then <c>@</c> and the owner's domain (<c>adresse@orange.fr</c> at <c>monasso.org</c>:
/// <c>adresse.orange.fr@monasso.org</c>). The mapping loses the place of the <c>@</c>: <c>a.b@c.d</c> and <c>a@b.c.d</c> get the same
/// identifier, and only the first of the two can sign up; see <see cref="Collide"/>.
/// </summary>
public readonly partial struct GuestIdentifier : IEquatable<GuestIdentifier>
{
    private readonly string? _value;

    private GuestIdentifier(string value) => _value = value;

    /// <summary>The identifier, in small letters; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>The part before the <c>@</c>: the mail address with dots.</summary>
    public string UserName => Value[..Math.Max(0, Value.IndexOf('@', StringComparison.Ordinal))];

    /// <summary>The domain of the owner.</summary>
    public string Domain => Value[(Value.IndexOf('@', StringComparison.Ordinal) + 1)..];

    /// <summary>
    /// Mail addresses that have this identifier, each with a dot in its domain; which of them is meant cannot be known. Where there are
    /// several, two guests can be mistaken for each other: compare the account's <c>zimbraExternalUserMailAddress</c>.
    /// </summary>
    public IReadOnlyList<GuestAddress> MailCandidates
    {
        get
        {
            string user = UserName;
            var candidates = new List<GuestAddress>();
            for (int dot = user.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = user.IndexOf('.', dot + 1))
            {
                if (user.IndexOf('.', dot + 1) >= 0 && GuestAddress.TryParse($"{user[..dot]}@{user[(dot + 1)..]}", out GuestAddress mail))
                {
                    candidates.Add(mail);
                }
            }

            return candidates;
        }
    }

    /// <summary>The identifier of a guest of a domain.</summary>
    /// <param name="mail">The guest's mail address.</param>
    /// <param name="ownerDomain">The primary domain of the calendar's owner, e.g. <c>monasso.org</c>: not an alias of the domain, nor the
    /// domain of an alias address.</param>
    /// <exception cref="ArgumentException"><paramref name="mail"/> is empty (<c>default</c>), or <paramref name="ownerDomain"/> is no
    /// domain.</exception>
    public static GuestIdentifier For(GuestAddress mail, string ownerDomain)
    {
        Argument.NotNull(ownerDomain);
        if (mail.Value.Length == 0)
        {
            throw Argument.Invalid(new LocalizedText("The guest's address is empty.", "L'adresse de l'invité est vide."), nameof(mail));
        }

        return new GuestIdentifier($"{mail.Value.Replace('@', '.')}@{ParseDomain(ownerDomain)}");
    }

    /// <summary>Reads the owner's domain that a caller gave, and reports an invalid one under the caller's parameter name.</summary>
    internal static string ParseDomain(
        [NotNull] string? ownerDomain,
        [CallerArgumentExpression(nameof(ownerDomain))] string? parameter = null
    )
    {
        Argument.NotNull(ownerDomain, parameter);
        return GuestAddress.AsciiDomain(ownerDomain.Trim())
            ?? throw Argument.Invalid(
                LocalizedText.Format(
                    $"'{Quoted.Of(ownerDomain)}' is no domain. Give the domain of the calendar's owner, e.g. 'monasso.org'.",
                    $"« {Quoted.Of(ownerDomain)} » n'est pas un domaine. Donnez celui du propriétaire de l'agenda, par exemple "
                        + $"« monasso.org »."
                ),
                parameter
            );
    }

    /// <summary>Reads an identifier, e.g. <c>adresse.orange.fr@monasso.org</c>.</summary>
    /// <param name="text">The identifier.</param>
    /// <exception cref="ArgumentException">It cannot be one; the message says why.</exception>
    public static GuestIdentifier Parse(string text)
    {
        Argument.NotNull(text);
        return TryParse(text, out GuestIdentifier identifier)
            ? identifier
            : throw Argument.Invalid(
                LocalizedText.Format(
                    $"'{Quoted.Of(text)}' is no guest identifier: it must be a mail address with '.' in place of '@', then '@' and the "
                        + $"owner's domain, e.g. 'adresse.orange.fr@monasso.org'.",
                    $"« {Quoted.Of(text)} » n'est pas l'identifiant d'un invité : il faut une adresse de courriel avec « . » au "
                        + $"lieu de « @ », "
                        + $"puis « @ » et le domaine du propriétaire, par exemple « adresse.orange.fr@monasso.org »."
                ),
                nameof(text)
            );
    }

    /// <summary>Reads an identifier.</summary>
    /// <param name="text">The identifier.</param>
    /// <param name="identifier">The identifier; empty when the answer is false.</param>
    /// <returns>Whether some mail address has this identifier.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out GuestIdentifier identifier)
    {
        identifier = default;
        if (!GuestAddress.TryReadLong(text, out GuestAddress address) || !IsMailWithDots(address.UserName))
        {
            return false;
        }

        identifier = new GuestIdentifier(address.Value);
        return true;
    }

    // Whether a dot can have been the '@': something precedes it, and a domain follows.
    private static bool IsMailWithDots(string user)
    {
        for (int dot = user.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = user.IndexOf('.', dot + 1))
        {
            if (dot > 0 && GuestAddress.AsciiDomain(user[(dot + 1)..]) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether two different guests would have the same identifier, as <c>a.b@c.d</c> and <c>a@b.c.d</c> have in every domain.
    /// </summary>
    public static bool Collide(GuestAddress first, GuestAddress second) =>
        first != second && first.Value.Replace('@', '.') == second.Value.Replace('@', '.');

    /// <summary>The guest's mail address, where only one can be meant.</summary>
    /// <param name="mail">The address; empty when the answer is false.</param>
    /// <returns>Whether exactly one address (with a dot in its domain) has this identifier.</returns>
    public bool TryGetMail(out GuestAddress mail)
    {
        IReadOnlyList<GuestAddress> candidates = MailCandidates;
        mail = candidates.Count == 1 ? candidates[0] : default;
        return candidates.Count == 1;
    }

    /// <summary>Whether both are the same identifier.</summary>
    public bool Equals(GuestIdentifier other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GuestIdentifier other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The identifier.</summary>
    public override string ToString() => Value;

    /// <summary>Whether both are the same identifier.</summary>
    public static bool operator ==(GuestIdentifier left, GuestIdentifier right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(GuestIdentifier left, GuestIdentifier right) => !left.Equals(right);
}
