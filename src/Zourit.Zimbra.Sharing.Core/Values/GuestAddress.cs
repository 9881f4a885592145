using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// A guest's mail address in the only form that a guest grant survives: bare, trimmed, lower-case, ASCII. The server keeps what it is given
/// letter by letter, so <c>Name &lt;addr&gt;</c> would be stored and match nobody, and an upper-case letter would close the guest's account
/// at the next daily task.
/// </summary>
public readonly partial struct GuestAddress : IEquatable<GuestAddress>
{
    // The directory's limit for zimbraExternalUserMailAddress.
    private const int MaxLength = 256;

    private readonly string? _value;

    private GuestAddress(string value) => _value = value;

    /// <summary>The address, e.g. <c>adresse@orange.fr</c>; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>What comes before the <c>@</c>.</summary>
    public string UserName => Value[..Math.Max(0, Value.IndexOf('@', StringComparison.Ordinal))];

    /// <summary>What comes after the <c>@</c>.</summary>
    public string Domain => Value[(Value.IndexOf('@', StringComparison.Ordinal) + 1)..];

    /// <summary>
    /// Reads an address. Spaces around it are dropped, letters lower-cased, a domain with accents is turned into its <c>xn--</c> form.
    /// </summary>
    /// <param name="text">The bare address.</param>
    /// <exception cref="ArgumentException">It is invalid, or not one that a guest can have; the message says why and what to
    /// do.</exception>
    public static GuestAddress Parse(string text) => ParseArgument(text);

    /// <summary>Reads an address.</summary>
    /// <param name="text">As for <see cref="Parse"/>.</param>
    /// <param name="address">The address; empty when the answer is false.</param>
    /// <returns>Whether it is an address that a guest can have.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out GuestAddress address)
    {
        address = default;
        return text is not null && Read(text, out address) is null;
    }

    /// <summary>Reads the guest whom a grant lets in.</summary>
    /// <param name="granteeId">
    /// The grantee's id in the ACL (<c>zid</c>), which the server keeps as it was given. It compares it with nobody where it is
    /// <c>Name &lt;address&gt;</c> (docs/protocol.md §4.3) or has an accent, with which nobody can sign up (docs/protocol.md §6.1).
    /// </param>
    /// <param name="guest">The guest; empty when the answer is false.</param>
    /// <returns>Whether the grant can let a guest in.</returns>
    public static bool TryParseGranteeId([NotNullWhen(true)] string? granteeId, out GuestAddress guest)
    {
        guest = default;
        return granteeId is not null && Ascii.IsValid(granteeId) && TryParse(granteeId, out guest);
    }

    /// <summary>Whether both are the same address.</summary>
    public bool Equals(GuestAddress other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GuestAddress other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The address.</summary>
    public override string ToString() => Value;

    /// <summary>Whether both are the same address.</summary>
    public static bool operator ==(GuestAddress left, GuestAddress right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(GuestAddress left, GuestAddress right) => !left.Equals(right);

    /// <summary>Reads an address that the caller of a public method gave, and names it as they do when it is invalid.</summary>
    internal static GuestAddress ParseArgument([NotNull] string? text, [CallerArgumentExpression(nameof(text))] string? parameter = null)
    {
        Argument.NotNull(text, parameter);
        return Read(text, out GuestAddress address) is { } problem ? throw Argument.Invalid(problem, parameter) : address;
    }

    /// <summary>
    /// Reads an account's name, which may be longer than a guest's address: a guest's identifier is made of one, and a domain.
    /// </summary>
    internal static bool TryReadLong([NotNullWhen(true)] string? text, out GuestAddress address)
    {
        address = default;
        return text is not null && Read(text, out address, 2 * MaxLength) is null;
    }

    /// <summary>
    /// The ways in which other clients may have spelled it in a grant, letter case aside: the server keeps a domain with accents as it was
    /// given (docs/protocol.md §6.1).
    /// </summary>
    internal string[] Spellings =>
        $"{UserName}@{DomainName.ToUnicode(Domain)}" is var accented && accented == Value ? [Value] : [Value, accented];

    private static LocalizedText? Read(string text, out GuestAddress address, int longest = MaxLength)
    {
        address = default;
        string trimmed = text.Trim();
        if (
            trimmed.IndexOf('<', StringComparison.Ordinal) is var open and >= 0
            && trimmed.IndexOf('>', open) is var close
            && close > open
            && trimmed[(open + 1)..close].Trim() is { Length: > 0 } bare
        )
        {
            return GuestAddressTexts.HasName(Quoted.Of(trimmed), Quoted.Of(bare));
        }

        int at = trimmed.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at == trimmed.Length - 1)
        {
            return GuestAddressTexts.NoAddress(Quoted.Of(trimmed));
        }

        if (trimmed.IndexOf('@', at + 1) >= 0)
        {
            return GuestAddressTexts.SeveralAts(Quoted.Of(trimmed));
        }

        // Checked as written: some letters beyond ASCII have a small form within it, and would make the address somebody else's.
        string user = trimmed[..at];
        if (user.Any(c => c is <= ' ' or > '~' or '"' or '(' or ')' or ',' or ':' or ';' or '<' or '>' or '[' or ']' or '\\'))
        {
            return GuestAddressTexts.NoGuestName(Quoted.Of(trimmed));
        }

        if (AsciiDomain(trimmed[(at + 1)..]) is not { } domain)
        {
            return GuestAddressTexts.NoDomain(Quoted.Of(trimmed), Quoted.Of(trimmed[(at + 1)..]));
        }

        string value = $"{user.ToLowerInvariant()}@{domain}";
        if (value.Length > longest)
        {
            return GuestAddressTexts.TooLong(longest);
        }

        address = new GuestAddress(value);
        return null;
    }

    /// <summary>The server refuses accents in a guest's domain at sign-up, but takes the xn-- form (docs/protocol.md §6.1).</summary>
    internal static string? AsciiDomain(string domain) => DomainName.ToAscii(domain);
}
