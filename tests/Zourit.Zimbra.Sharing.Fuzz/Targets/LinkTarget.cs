using System.Text;
using Zourit.Zimbra.Sharing.Fuzz.Corpora;
using Zourit.Zimbra.Sharing.Fuzz.Engine;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Fuzz.Targets;

/// <summary>The reader of personal links, and their search in mails.</summary>
internal sealed class LinkTarget : FuzzTarget
{
    private static readonly ProvisioningKey Key = ProvisioningKey.Parse(
        new Secret("0:1:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
    );

    public override string Name => "link";

    public override IReadOnlyList<string> Words { get; } =
    [
        "https://",
        "http://",
        "/service/extuserprov/?p=",
        "0_",
        "_",
        "=3D",
        "=\r\n",
        "=\n",
        "&#61;",
        "&#x3d;",
        "&amp;",
        ".",
        "6169643d",
        "3b6669643d",
        "656d61696c3d",
        "6578703d",
        "3d31303a",
        "://",
        "a@",
        "[::1]",
    ];

    public override IEnumerable<Seed> Corpus() => RecordedCorpus.Mails().Concat(TextSamples.Links);

    public override void Run(byte[] input)
    {
        string text = Encoding.UTF8.GetString(input);
        if (PersonalLink.Find(text) is { } found)
        {
            Check.That(PersonalLink.Parse(found.Uri.AbsoluteUri) == found, "a link that was found is not read again as the same");
        }

        bool isLink = PersonalLink.TryParse(text, out PersonalLink? link);
        Check.SameAnswer(() => PersonalLink.Parse(text), isLink);
        if (link is not null)
        {
            Key.HasSigned(link);
            link.IsExpired(DateTimeOffset.UnixEpoch);
            Check.That(PersonalLink.Parse(link.Uri.AbsoluteUri) == link, "a link is not read again as the same");
        }
    }
}
