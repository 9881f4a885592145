using System.Security.Cryptography;
using System.Text;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>
/// The key with which the server signs personal links: the global attribute <c>zimbraExternalAccountProvisioningKey</c>, which a global
/// administrator may read. Who has it can make valid links for anybody, so printing shows its version only.
/// </summary>
internal sealed class ProvisioningKey
{
    private readonly byte[] _key;

    private ProvisioningKey(string version, byte[] key)
    {
        Version = version;
        _key = key;
    }

    /// <summary>The key's version, the first field of the attribute; links carry it.</summary>
    public string Version { get; }

    /// <summary>Reads the attribute's value, <c>version:created:hexadecimal key</c>.</summary>
    /// <param name="value">The value of <c>zimbraExternalAccountProvisioningKey</c>.</param>
    /// <exception cref="ArgumentException">It does not have that form.</exception>
    public static ProvisioningKey Parse(Secret value)
    {
        string[] fields = value.Reveal().Trim().Split(':');
        if (
            fields.Length != 3
            || fields[0].Length == 0
            || !fields[0].All(char.IsAsciiDigit)
            || fields[2].Length is 0 or > 1024
            || fields[2].Length % 2 != 0
            || !fields[2].All(char.IsAsciiHexDigit)
        )
        {
            throw Argument.Invalid(
                new LocalizedText(
                    "A provisioning key has the form version:created:key, the key in hexadecimal digits "
                        + "(zimbraExternalAccountProvisioningKey).",
                    "Une clé de liens personnels a la forme version:création:clé, la clé en chiffres hexadécimaux "
                        + "(zimbraExternalAccountProvisioningKey)."
                ),
                nameof(value)
            );
        }

        // Decoded, unlike the preauth key, whose hexadecimal characters are the key (docs/protocol.md §5.4).
        return new ProvisioningKey(fields[0], Convert.FromHexString(fields[2]));
    }

    /// <summary>Whether this key signed the link, so that the server (as long as it has this key) takes it for its own.</summary>
    /// <param name="link">The link.</param>
    public bool HasSigned(PersonalLink link)
    {
        Argument.NotNull(link);
        string[] parts = link.Token.Split('_');
        return link.KeyVersion == Version
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hmac(parts[2])), Encoding.ASCII.GetBytes(link.Signature));
    }

    /// <summary>Makes the very link that the server would mail, without any mail.</summary>
    /// <param name="baseAddress">The public address of the owner's domain (<c>publicURL</c> of GetInfo); scheme, host and port
    /// count.</param>
    /// <param name="ownerId">The owner's account id.</param>
    /// <param name="folderId">The folder's id in the owner's mailbox.</param>
    /// <param name="mail">The guest's address, spelled as in the grant.</param>
    /// <param name="expires">When the link shall end, whole milliseconds; null for never. The server writes the domain's
    /// <c>zimbraExternalShareInvitationUrlExpiration</c>.</param>
    /// <exception cref="ArgumentException">The address is no http or https address, or a text is empty.</exception>
    public PersonalLink Sign(Uri baseAddress, string ownerId, string folderId, string mail, DateTimeOffset? expires)
    {
        Argument.NotNull(baseAddress);
        Argument.NotBlank(ownerId);
        Argument.NotBlank(folderId);
        Argument.NotBlank(mail);
        if (!baseAddress.IsAbsoluteUri || (baseAddress.Scheme != Uri.UriSchemeHttp && baseAddress.Scheme != Uri.UriSchemeHttps))
        {
            throw Argument.Invalid(
                LocalizedText.Format(
                    $"'{Quoted.Of(baseAddress.OriginalString)}' is no http or https address.",
                    $"« {Quoted.Of(baseAddress.OriginalString)} » n'est pas une adresse http ou https."
                ),
                nameof(baseAddress)
            );
        }

        string data = LinkToken.DataOf(ownerId, folderId, mail, expires);
        return PersonalLink.Create(
            baseAddress,
            LinkToken.TryParse($"{Version}_{Hmac(data)}_{data}")
                ?? throw Argument.Invalid(
                    new LocalizedText(
                        "The link would be longer than any server takes.",
                        "Le lien serait plus long qu'aucun serveur ne l'accepte."
                    ),
                    nameof(mail)
                )
        );
    }

    /// <summary>The key's version, without the key.</summary>
    public override string ToString() => $"provisioning key, version {Version}";

    private string Hmac(string data)
    {
#pragma warning disable CA5350 // SHA-1 is the protocol's choice.
        return Convert.ToHexStringLower(HMACSHA1.HashData(_key, Encoding.ASCII.GetBytes(data)));
#pragma warning restore CA5350
    }
}
