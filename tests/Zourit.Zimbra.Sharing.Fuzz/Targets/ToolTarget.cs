using System.Text;
using System.Text.Json;
using Zourit.Zimbra.Sharing.Fuzz.Engine;
using Zourit.Zimbra.Sharing.Tool.Failures;

namespace Zourit.Zimbra.Sharing.Fuzz.Targets;

/// <summary>
/// zimbra-share: command lines, configuration files, journals, saved plans, manifests and standard input. The first letter says which. No
/// command gets as far as a server. Where <c>ZIMBRA_SHARE_PROGRAM</c> names a native file, each input is a process of its own.
/// </summary>
internal sealed class ToolTarget : FuzzTarget
{
    // What would start programs, write files or speak to a server that the input names.
    private static readonly string[] Outward =
    [
        "command",
        "journal",
        "-file",
        "out",
        "-o",
        "record",
        "metrics",
        "read",
        "accept",
        "doctor",
        "apply",
        "roots",
        "policy",
    ];

    private const string Config = """
        { "profiles": { "asso": { "server": "https://mail.invalid", "account": "a@b.fr", "language": "fr" }, "admin": { "admin": true } } }
        """;

    private static readonly string? Native = Environment.GetEnvironmentVariable("ZIMBRA_SHARE_PROGRAM");

    // One for all targets of the process, and removed with it.
    private static readonly Lazy<string> Folder = new(() =>
    {
        string folder = Directory.CreateTempSubdirectory("zimbra-share-fuzz-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    private readonly string _input = Path.Combine(Folder.Value, $"input-{Guid.NewGuid():N}");
    private readonly string _config = Path.Combine(Folder.Value, "config");

    public ToolTarget()
    {
        File.WriteAllText(_config, Config);

        // What all tries share is made before the first of them is weighed.
        ToolCall.Within(["--version"], "", _config);
    }

    public override string Name => "tool";

    public override IReadOnlyList<string> Words { get; } =
    [
        "guest add ",
        "guest list ",
        "--server https://mail.invalid ",
        "--account a@b.fr ",
        "--expires 2027-08-31 ",
        "--profile asso ",
        "--profile=",
        "--ending-within 31 ",
        "report ",
        "show ",
        "\"language\":\"fr\"",
        "{\"type\":\"run\",\"run\":\"r\",\"at\":\"2026-12-01T00:00:00Z\",",
        "{\"type\":\"outcome\",",
        "--lang fr ",
        "--json ",
        "--help ",
        "identifier a@b.fr c.org ",
        "url /x ",
        "__complete 9 ",
        "schema ",
        "{\"profiles\":{",
        "\"server\":",
        "{\"type\":\"version\",\"version\":1,",
        "{\"type\":\"change\",",
        "{\"type\":\"owner\",",
        "{\"type\":\"summary\",",
        "version: 1\n",
        "shares:\n  - { owner: a@b.fr, calendar: /x, guest: c@d.fr }\n",
        "-",
        "=",
        "\u202E",
        "é",
        "\0",
    ];

    public override IEnumerable<Seed> Corpus() =>
        new[]
        {
            "cguest add /my-events adresse@orange.fr --expires 30d --json",
            "cidentifier adresse@orange.fr monasso.org --json",
            "curl /my-events --server https://mail1.example.net --account o@monasso.org",
            "cguest ad",
            "cguest add --help --lang fr",
            "c__complete 22 zimbra-share",
            "clist --ending-within 30 --profile none",
            "cguest list --profile asso --ending-within 31 --json",
            "cconfig show --profile admin --lang fr",
            "cplan /nonexistent.yaml --profile=asso --limit removals=3 --shard 1/2",
            "c__complete 28 zimbra-share list --profile a",
            "c__complete 20 zimbra-share config show --lang",
            "p{ \"default\": \"a\", \"profiles\": { \"a\": { \"server\": \"https://x.example\", "
                + "\"account\": \"a@x.example\", \"admin\": true } } }",
            "p{ \"default\": \"b\", // as people write it\n \"profiles\": { \"b\": { \"language\": \"fr\", \"rate\": 5, "
                + "\"passwordCommand\": \"x\", }, } }",
            "j{\"type\":\"intent\",\"run\":\"a\",\"owner\":\"a@b.fr\"}\n",
            "j{\"type\":\"run\",\"run\":\"r\",\"at\":\"2026-12-01T00:00:00Z\",\"server\":\"https://x.example\",\"manifest\":\"00\","
                + "\"actor\":null,\"reference\":\"c\"}\n"
                + "{\"type\":\"intent\",\"run\":\"r\",\"at\":\"2026-12-01T00:00:01Z\",\"owner\":\"a@b.fr\",\"calendar\":\"/x\","
                + "\"kind\":\"guest\",\"grantee\":\"c@d.fr\",\"change\":\"1\",\"action\":\"Create\",\"mail\":true}\n"
                + "{\"type\":\"outcome\",\"run\":\"r\",\"at\":\"2026-12-01T00:00:02Z\",\"owner\":\"a@b.fr\",\"calendar\":\"/x\","
                + "\"kind\":\"guest\",\"grantee\":\"c@d.fr\",\"change\":\"1\",\"action\":\"Create\",\"mail\":true,"
                + "\"status\":\"Done\",\"notification\":\"Sent\",\"owed\":false}\n",
            "s{\"type\":\"version\",\"version\":1,\"createdAt\":\"2026-01-01T00:00:00Z\","
                + "\"manifest\":\"00\",\"server\":null,\"timezone\":null}\n"
                + "{\"type\":\"summary\",\"created\":0,\"changed\":0,\"removed\":0,"
                + "\"mails\":0,\"takenAway\":0,\"takenAwayLimit\":5,\"existing\":0,"
                + "\"unchanged\":0,\"unknownOwners\":0,\"problems\":0,\"postponed\":0,\"breaches\":[]}\n",
            "mversion: 1\nshares:\n  - { owner: a@b.fr, calendar: /x, guest: c@d.fr }\n",
            $"mversion: 1\nshares:\n{string.Concat(Enumerable.Repeat("  - { ownr: a, calendar: x }\n", 2_000))}",
            "gmarie@example.com\n# a remark\n\nnobody\nali@free.fr\n",
            "ihttps://mail1.example.net/service/extuserprov/?p=0_6b_616964",
        }.Select((text, at) => new Seed($"tool-{at}", Encoding.UTF8.GetBytes(text)));

    public override void Run(byte[] input)
    {
        if (input.Length == 0)
        {
            return;
        }

        ReadOnlySpan<byte> content = input.AsSpan(1);
        if (input[0] is (byte)'p' or (byte)'j' or (byte)'s' or (byte)'m')
        {
            File.WriteAllBytes(_input, content);
        }

        switch ((char)input[0])
        {
            case 'c':
                string line = Encoding.UTF8.GetString(content);
                if (!Outward.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)))
                {
                    Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), "", _config);
                }

                break;
            case 'p':
                Run(["config", "show", "--json"], "", _input);
                Run(["guest", "ad"], "", _input);
                break;
            case 'j':
                Run(["report", _input, "--json"], "");
                break;
            case 's':
                Run(["show", _input], "");
                Run(["show", _input, "--json"], "");
                break;
            case 'm':
                Run(["validate", _input, "--json"], "");
                break;
            case 'g':
                string[] add = ["guest", "add", "/x", "-", "--server", "https://mail.invalid", "--account", "a@b.fr", "--json"];
                Run(add, Encoding.UTF8.GetString(content));
                break;
            default:
                Run(["link", "-", "--json"], Encoding.UTF8.GetString(content));
                break;
        }
    }

    // What is refused is said in French as well.
    private static void CheckLanguages(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("{\"type\":\"error\""u8) || line.StartsWith("{\"type\":\"fileError\""u8))
        {
            var reader = new Utf8JsonReader(line);
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            JsonElement message = document.RootElement.GetProperty("message");
            string english = message.GetProperty("en").GetString()!;
            Check.That(
                message.TryGetProperty("fr", out JsonElement french) && french.GetString() != english,
                $"there is no French for: {english}"
            );
        }
    }

    private static void Run(string[] arguments, string input, string config = "/nonexistent/config.json")
    {
        ToolCall call =
            Native is null || !Array.TrueForAll(arguments, ToolCall.FitsProcess)
                ? ToolCall.Within(arguments, input, config)
                : ToolCall.OfProcess(Native, arguments, input, config);
        if (call.Exit == ExitCode.Bug || !Enum.IsDefined(call.Exit))
        {
            Check.That(false, $"an exception came out: {call.Exit} {Encoding.UTF8.GetString(call.Notes.Span)}");
        }

        if (arguments.Contains("--json") && call.Exit != ExitCode.Usage && !ToolCall.AsksForText(arguments))
        {
            ReadOnlySpan<byte> written = call.Results.Span;
            foreach (Range line in written.Split((byte)'\n'))
            {
                Check.That(written[line].IsEmpty || written[line][0] == (byte)'{', "a line is no JSON");
                CheckLanguages(written[line]);
            }
        }
    }
}
