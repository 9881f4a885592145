using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests;

/// <summary>What is said of addresses, settings, credentials and paths that cannot be used.</summary>
public sealed class ClientTextTests
{
    private static readonly Uri Server = new("https://mail1.example.net");

    private static readonly string[] Addresses =
    [
        "/service/soap",
        "ftp://mail1.example.net",
        "https://owner:s3cret@mail1.example.net",
        "owner:s3cret@mail1.example.net",
        "http://mail1.example.net",
        "mail1.example.net:8443",
    ];

    private static readonly string[] Paths =
    [
        "",
        "///",
        "/a//b",
        "/.",
        "/a/..",
        "/a:b",
        "/say \"hi\"",
        "/tab\there",
        "/line\nend",
        "/return\rhere",
        new string('a', 256),
    ];

    [Fact]
    public void What_is_said_of_a_client_that_cannot_be_made_is_the_approved_text()
    {
        var texts = new FailureTexts();
        foreach (string address in Addresses)
        {
            texts.Add($"Address '{address}'", () => Make(new Uri(address, UriKind.RelativeOrAbsolute), new ZimbraClientOptions()));
        }

        texts.Add("A setting", () => Make(Server, new ZimbraClientOptions { MaxRetries = -1, MaxReplyDepth = 1 }));
        texts.Add("All settings", string.Join("\n  ", Bad().Validate()));
        texts.Add("An empty password", () => ZimbraCredentials.Password("owner@monasso.org", new Secret("")));
        texts.Add("An empty administrator's password", () => ZimbraCredentials.Admin("admin@monasso.org", new Secret("")));
        texts.Add("An empty key", () => ZimbraCredentials.Preauth("owner@monasso.org", new Secret("")));
        texts.Add("An empty token", () => ZimbraCredentials.Token(new Secret("")));
        texts.Add("An empty administrator's token", () => ZimbraCredentials.AdminToken(new Secret("")));

        texts.Match("ClientTexts.approved.txt");
    }

    [Fact]
    public void What_is_said_of_a_path_that_no_folder_can_have_is_the_approved_text()
    {
        var texts = new FailureTexts();
        foreach (string path in Paths)
        {
            texts.Add($"Path '{path.ReplaceLineEndings("\\n")}'", () => FolderPath.Parse(path));
        }

        texts.Add("Name 'a/b'", () => FolderPath.Root.Append("a/b"));
        texts.Add("Name ' '", () => FolderPath.Root.Append(" "));

        texts.Match("PathTexts.approved.txt");
    }

    private static ZimbraClient Make(Uri server, ZimbraClientOptions options) => new(server, ZimbraCredentials.Anonymous, options);

    private static ZimbraClientOptions Bad() =>
        new()
        {
            AdminUri = new Uri("http://mail1.example.net:7071"),
            TrustedRootsFile = "/no/such/file.pem",
            AttemptTimeout = TimeSpan.Zero,
            TotalTimeout = TimeSpan.FromDays(2),
            MaxRetries = -1,
            RetryDelay = TimeSpan.FromDays(1),
            MaxRetryDelay = TimeSpan.FromDays(1),
            MaxConcurrentRequests = 0,
            BreakAfterRequests = 1,
            BreakFailureRatio = 0,
            BreakSamplingDuration = TimeSpan.Zero,
            BreakDuration = TimeSpan.Zero,
            MaxRequestsPerSecond = -1,
            MaxReplyBytes = 0,
            MaxReplyDepth = 0,
            RefusedLoginPause = TimeSpan.FromSeconds(-1),
            UserAgent = " ",
        };
}
