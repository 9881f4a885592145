using System.Text;
using Zourit.Zimbra.Sharing.Fuzz.Engine;
using Zourit.Zimbra.Sharing.Tool;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Terminals;

namespace Zourit.Zimbra.Sharing.Fuzz.Targets;

/// <summary>
/// zimbra-share: command lines, configuration files, journals, saved plans, manifests and standard input. The first letter says which. No
/// command gets as far as a server.
/// </summary>
internal sealed class ToolTarget : FuzzTarget
{
    // What would start programs, write files or speak to a server that the input names.
    private static readonly string[] Outward =
    [
        "command",
        "journal",
        "report",
        "file",
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

    private readonly string _folder = Directory.CreateTempSubdirectory("zimbra-share-fuzz-").FullName;

    public override string Name => "tool";

    public override IReadOnlyList<string> Words { get; } =
    [
        "guest add ",
        "guest list ",
        "--server https://mail.invalid ",
        "--account a@b.fr ",
        "--expires 2027-08-31 ",
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
            "p{ \"default\": \"a\", \"profiles\": { \"a\": { \"server\": \"https://x.example\", "
                + "\"account\": \"a@x.example\", \"admin\": true } } }",
            "j{\"type\":\"intent\",\"run\":\"a\",\"owner\":\"a@b.fr\"}\n",
            "s{\"type\":\"version\",\"version\":1,\"createdAt\":\"2026-01-01T00:00:00Z\","
                + "\"manifest\":\"00\",\"server\":null,\"timezone\":null}\n"
                + "{\"type\":\"summary\",\"created\":0,\"changed\":0,\"removed\":0,"
                + "\"mails\":0,\"takenAway\":0,\"takenAwayLimit\":5,\"existing\":0,"
                + "\"unchanged\":0,\"unknownOwners\":0,\"problems\":0,\"postponed\":0,\"breaches\":[]}\n",
            "mversion: 1\nshares:\n  - { owner: a@b.fr, calendar: /x, guest: c@d.fr }\n",
            "ihttps://mail1.example.net/service/extuserprov/?p=0_6b_616964",
        }.Select((text, at) => new Seed($"tool-{at}", Encoding.UTF8.GetBytes(text)));

    public override void Run(byte[] input)
    {
        if (input.Length == 0)
        {
            return;
        }

        string text = Encoding.UTF8.GetString(input.AsSpan(1));
        switch ((char)input[0])
        {
            case 'c':
                string[] arguments = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (!Outward.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
                {
                    Run(arguments, "");
                }

                break;
            case 'p':
                Run(["config", "show", "--json"], "", Write(input));
                break;
            case 'j':
                Run(["report", Write(input), "--json"], "");
                break;
            case 's':
                Run(["show", Write(input)], "");
                Run(["show", Write(input), "--json"], "");
                break;
            case 'm':
                Run(["validate", Write(input), "--json"], "");
                break;
            default:
                Run(["link", "-", "--json"], text);
                break;
        }
    }

    private string Write(byte[] input)
    {
        string path = Path.Combine(_folder, "input");
        File.WriteAllBytes(path, input.AsSpan(1).ToArray());
        return path;
    }

    private static void Run(string[] arguments, string input, string config = "/nonexistent/config.json")
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var terminal = new Terminal
        {
            Input = new StringReader(input),
            Output = output,
            Error = error,
            Variable = name => name == "ZIMBRA_SHARE_CONFIG" ? config : null,
        };
        ExitCode exit = Application.RunAsync(arguments, terminal, CancellationToken.None).GetAwaiter().GetResult();
        Check.That(exit != ExitCode.Bug, $"an exception came out: {Encoding.UTF8.GetString(error.ToArray())}");
        if (arguments.Contains("--json") && exit != ExitCode.Usage && !arguments.Contains("--help"))
        {
            // Looked at where it lies: what is weighed is what the program allocates.
            ReadOnlySpan<byte> written = output.GetBuffer().AsSpan(0, (int)output.Length);
            foreach (Range line in written.Split((byte)'\n'))
            {
                Check.That(
                    written[line].IsEmpty
                        || written[line][0] == (byte)'{'
                        || arguments[0] is "schema" or "man" or "completion" or "__complete" or "guide",
                    "a line is no JSON"
                );
            }
        }
    }
}
