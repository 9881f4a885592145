using Zourit.Zimbra.Sharing.Fuzz.Corpora;
using Zourit.Zimbra.Sharing.Fuzz.Engine;
using Zourit.Zimbra.Sharing.Fuzz.Replies;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Fuzz.Targets;

/// <summary>The reader of sign-up pages: a guest accepts a link, and the servlet answers so.</summary>
internal sealed class SignUpTarget : FuzzTarget
{
    private static readonly PersonalLink Link = ProvisioningKey
        .Parse(new Secret("0:1:000102"))
        .Sign(ReplayClients.Server, "owner-id", "10", "adresse@orange.fr", null);

    private readonly ReplayClients _clients = new();

    public override string Name => "signup";

    public override IReadOnlyList<string> Words { get; } =
    [
        .. XmlWords.All,
        "HTTP/1.1 302 Found\n",
        "HTTP/1.1 500 Said\n",
        "Set-Cookie: ZM_PRELIM_AUTH_TOKEN=0_a_b\n",
        "Set-Cookie: ZM_AUTH_TOKEN=0_a;Path=/\n",
        "\n### RESPONSE\n",
        "account.NO_SHARE_EXISTS",
        "account.INVALID_PASSWORD",
        "mail.ALREADY_EXISTS",
        "virtualacctdomain=",
        "virtualacctdomain\" value=\"",
        "name=\"loginOp\"",
        "name=\"displayname\"",
        "xn--",
        "é",
    ];

    public override IEnumerable<Seed> Corpus() => RecordedCorpus.SignUps();

    public override void Run(byte[] input) =>
        _clients.Run(RawReply.ReadAll(input), () =>
            _clients.User.Invitations.AcceptAsync(
                Link,
                "Adresse",
                new Secret("s3cret-Pässword"),
                new AcceptOptions { PublicationWait = TimeSpan.Zero }
            )
        );
}
