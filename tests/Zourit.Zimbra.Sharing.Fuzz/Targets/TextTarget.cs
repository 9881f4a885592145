using System.Text;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Fuzz.Corpora;
using Zourit.Zimbra.Sharing.Fuzz.Engine;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Fuzz.Targets;

/// <summary>The readers of public types from text. What one reads must be read again as the same from what it prints.</summary>
internal sealed class TextTarget : FuzzTarget
{
    private static readonly ProvisioningKey Key = ProvisioningKey.Parse(new Secret("0:1:0001"));

    public override string Name => "text";

    public override IReadOnlyList<string> Words { get; } =
    [
        "@",
        ".",
        "/",
        "//",
        "https://",
        "webcals://",
        "/home/",
        "/user/",
        "/service/",
        ".ics",
        "%2F",
        "%00",
        "%",
        "xn--",
        "é",
        "e\u0301",
        "\u202E",
        "🎉",
        "ﬃ",
        "ı",
        "İ",
        "<",
        ">",
        "..",
        " ",
        "\u00A0",
        ":",
        "\"",
        "[::1]",
        ":443",
        "?",
        "#",
        "rwidxapfc",
        "0:1:00",
    ];

    public override IEnumerable<Seed> Corpus() => TextSamples.All;

    public override void Run(byte[] input)
    {
        string text = Encoding.UTF8.GetString(input);
        bool isPath = FolderPath.TryParse(text, out FolderPath path);
        Check.SameAnswer(() => FolderPath.Parse(text), isPath);
        Check.That(!isPath || FolderPath.Parse(path.Value) == path, "a folder path is not read again as the same");
        if (isPath && !path.IsRoot)
        {
            var address = IcsAddress.FromRestRoot("https://mail1.example.net/home/o@x.org", path);
            Check.That(IcsAddress.Parse(address.ToString()).Path.Value == path.Value, "a path does not come back from its address");
            Check.That(
                address.Html.IsAbsoluteUri && address.Webcal.IsAbsoluteUri && address.FreeBusy.IsAbsoluteUri,
                "a folder lacks an address"
            );
        }

        bool isPermissions = Permissions.TryParse(text, out Permissions permissions);
        Check.SameAnswer(() => Permissions.Parse(text), isPermissions);
        Check.That(!isPermissions || Permissions.Parse(permissions.Letters) == permissions, "permissions are not read again as the same");

        bool isMail = GuestAddress.TryParse(text, out GuestAddress mail);
        Check.SameAnswer(() => GuestAddress.Parse(text), isMail);
        Check.That(!isMail || GuestAddress.Parse(mail.Value) == mail, "an address is not read again as the same");
        if (isMail)
        {
            var own = GuestIdentifier.For(mail, "monasso.org");
            Check.That(GuestIdentifier.Parse(own.Value) == own, "a guest's identifier is not read again as the same");
            Check.That(
                !mail.Domain.Contains('.', StringComparison.Ordinal) || own.MailCandidates.Contains(mail),
                "an identifier forgets the mail it was made of"
            );
            Check.That(
                PersonalLink.Parse(Key.Sign(new Uri("https://mail1.example.net"), "id", "10", mail.Value, null).Uri.AbsoluteUri).Mail
                    == mail.Value,
                "a link forgets whom it is for"
            );
        }

        bool isIdentifier = GuestIdentifier.TryParse(text, out GuestIdentifier identifier);
        Check.SameAnswer(() => GuestIdentifier.Parse(text), isIdentifier);
        Check.That(!isIdentifier || GuestIdentifier.Parse(identifier.Value) == identifier, "an identifier is not read again as the same");

        bool isAddress = IcsAddress.TryParse(text, out IcsAddress? ics);
        Check.SameAnswer(() => IcsAddress.Parse(text), isAddress);
        Check.That(!isAddress || IcsAddress.Parse(ics!.ToString()) == ics, "an address of a calendar is not read again as the same");
        Refusing(() => ProvisioningKey.Parse(new Secret(text)));
        Refusing(() => IcsAddress.FromRestRoot(text, FolderPath.Root));
        Refusing(() => GuestIdentifier.For(GuestAddress.Parse("a@b.fr"), text));
        Refusing(() => new ZimbraClient(new Uri(text, UriKind.RelativeOrAbsolute), ZimbraCredentials.Anonymous));
    }

    private static void Refusing(Func<object> make)
    {
        try
        {
            make();
        }
        catch (Exception e) when (e is ArgumentException or UriFormatException)
        {
            // Refused as documented; UriFormatException is the constructor's of Uri.
            return;
        }
    }
}
