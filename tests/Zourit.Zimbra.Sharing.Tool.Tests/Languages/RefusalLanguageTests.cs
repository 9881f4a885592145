using System.Text.Json;
using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;
using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Languages;

/// <summary>Whatever is refused before a server is asked is said in the language that was chosen.</summary>
[Trait("Category", "Slow")]
public sealed partial class RefusalLanguageTests
{
    private const string Server = "--server https://mail.invalid --account a@b.fr --password-file {secret}";

    public static TheoryData<string> Lines =>
        [
            "gest",
            "xyzzy",
            "guest ad",
            "guest xyzzy",
            "guest add /x",
            "guest add /x a@b.fr --dryrun",
            "guest add /x a@b.fr --xyzzy",
            "guest add /x a@b.fr --expires",
            "guest add /x a@b.fr --password hunter2",
            "guest list a b c",
            "link https://mail.example/service/extuserprov/?p=1",
            "link x",
            "link -",
            "list",
            "list --server mail",
            "list --server https://mail.invalid",
            "list --server https://mail.invalid --account a@b.fr",
            "list --server https://mail.invalid --account a@b.fr --password-file /nonexistent",
            "list --server https://mail.invalid --account a@b.fr --password-file {empty}",
            "list --server https://mail.invalid --account a@b.fr --password-file -",
            "list --server https://mail.invalid --account a@b.fr --password-command false",
            "list --server https://mail.invalid --account a@b.fr --password-file {secret} --token-file {secret}",
            "list --server http://mail.invalid --account a@b.fr --password-file {secret}",
            "list --server https://a:b@mail.invalid --account a@b.fr --password-file {secret}",
            $"list {Server} --profile none",
            $"list {Server} --rate 0",
            $"list {Server} --trusted-roots {{secret}}",
            $"list {Server} --trusted-roots /nonexistent",
            $"list {Server} --admin-server ftp://x",
            $"list {Server} --admin-server http://mail.invalid",
            $"list {Server} --ending-within soon",
            $"list {Server} --ending-within -1",
            "list --server https://mail.invalid --account {blank} --password-file {secret}",
            "list --server https://mail.invalid --account a@b.fr --password-file {secret} --on-behalf-of {blank} --admin",
            "list --server https://mail.invalid --account a@b.fr --admin --preauth-key-file {secret}",
            $"guest add {{blank}} a@b.fr {Server}",
            $"guest add /a:b a@b.fr {Server}",
            $"guest add /x {{blank}} {Server}",
            $"guest add /x nobody {Server}",
            $"guest add /x jérôme@orange.fr {Server}",
            $"guest add /x a@b.fr --expires soon {Server}",
            $"guest add /x a@b.fr --expires 2020-01-01 {Server}",
            $"guest add /x a@b.fr --rights rq {Server}",
            $"guest add /x - {Server}",
            $"guest renew /x a@b.fr {Server}",
            $"guest renew /x a@b.fr --expires soon {Server}",
            $"guest diagnose /x {{blank}} {Server}",
            $"guest accept - --name Marie {Server}",
            $"user add /x {{blank}} {Server}",
            $"user add /x 11111111-1111-1111-1111-111111111111 {Server}",
            $"user revoke /x {{blank}} {Server}",
            $"public on {{blank}} {Server}",
            $"account create nobody --passwords-out /nonexistent/x {Server} --admin",
            $"account create a@b.fr {Server} --admin",
            $"account create a@b.fr --passwords-out /nonexistent/x {Server} --admin",
            $"account retire a@b.fr {Server} --admin",
            $"account inspect {{blank}} {Server} --admin",
            $"read /x --from soon {Server}",
            $"read /x --from 2026-12-02 --to 2026-12-01 {Server}",
            $"read /x --guest a:b --guest-password-file {{secret}} {Server}",
            $"read /x --guest a {Server}",
            "read -",
            "identifier nobody monasso.org",
            "identifier a@b.fr @",
            "identifier {blank} monasso.org",
            "identifier a@b.fr {blank}",
            "url /a:b --server https://mail.invalid --account a@b.fr",
            "url {blank} --server https://mail.invalid --account a@b.fr",
            "completion ksh",
            "schema xyzzy",
            "config show --profile none",
            "validate /nonexistent",
            "validate {folder}",
            "validate {yaml}",
            "validate {json}",
            "validate {manifest}",
            "validate {manifest} --policy /nonexistent",
            "diff {manifest} {good}",
            "show /nonexistent",
            "show {good}",
            "show {plan}",
            "report /nonexistent",
            $"plan {{manifest}} {Server}",
            $"plan {{good}} --shard 3/2 {Server}",
            $"plan {{good}} --shard x {Server}",
            $"plan {{good}} --shard auto {Server}",
            $"plan {{good}} --prune-scope --prune-from {{good}} {Server}",
            $"plan {{good}} --prune-from {{yaml}} {Server}",
            $"plan {{good}} --limit x=1 {Server}",
            $"plan {{good}} --limit removals=many {Server}",
            $"plan {{good}} --policy {{yaml}} {Server}",
            $"apply {{good}} --yes --run a/b {Server}",
            $"apply {{good}} --yes --deadline 0 {Server}",
            $"apply {{good}} --yes --sha256 00 {Server}",
            $"apply {{plan}} --yes {Server}",
            $"doctor --xyzzy {Server}",
        ];

    [Theory, MemberData(nameof(Lines))]
    public async Task It_is_said_in_French_where_French_was_chosen(string line)
    {
        using var files = new BadFiles();
        string[] words = [.. line.Split(' ').Select(files.Fill)];

        await AssertRefusedInBothAsync(words, run => run.Error);
    }

    [Theory, MemberData(nameof(ServerLines))]
    public async Task What_a_server_is_asked_about_first_is_refused_in_French_too(string line)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        using var files = new BadFiles();
        string[] words =
        [
            .. line.Split(' ').Select(files.Fill),
            .. line.StartsWith("account", StringComparison.Ordinal) ? world.AsAdmin : world.AsOwner,
        ];

        await AssertRefusedInBothAsync(words, run => run.Output + run.Error);
    }

    public static TheoryData<string> ServerLines =>
        [
            "guest add /nope a@b.fr",
            "guest add /my-event a@b.fr",
            "guest add /Inbox a@b.fr",
            "guest add / a@b.fr",
            "guest add /my-events owner@monasso.org",
            "guest add /my-events adresse@orange.fr --expires 2020-01-01",
            "guest renew /my-events marie@example.com --expires 30d",
            "guest notify /my-events marie@example.com",
            "public off /nope",
            "guide /my-events marie@example.com",
            "guide /my-events marie@example.com --format pdf",
            "account inspect marie@example.com",
            "account suspend marie@example.com",
            "export --owner nobody@monasso.org",
            "plan {good} --prune-scope",
            "plan {good} --shard 1/2 --prune-scope",
            "plan {good} --directory-only",
            "plan {good} -o /nonexistent/plan",
            "plan {foreign}",
            "apply {good}",
            "apply {good} --yes --record /nonexistent/record",
            "apply {good} --yes --journal /nonexistent/journal",
            "apply {good} --yes --journal {folder}",
            "apply {good} --yes --journal {new} --keep-journals x",
            "apply {good} --yes --keep-journals 30",
            "apply {good} --yes --journal-new",
            "apply {good} --yes --passwords-out {good}",
        ];

    [Theory, MemberData(nameof(Configurations))]
    public async Task What_is_wrong_with_a_configuration_file_is_said_in_French(string config)
    {
        using var files = new BadFiles();
        string path = files.Write("config.json", config);

        ToolRun english = await RunAsync("en");
        ToolRun french = await RunAsync("fr");

        Assert.Equal((ExitCode.InvalidFile, ExitCode.InvalidFile), (english.Exit, french.Exit));
        AssertTranslated(english.Error, french.Error);

        Task<ToolRun> RunAsync(string language) =>
            new ToolConsole { Variables = { ["ZIMBRA_SHARE_CONFIG"] = path } }.RunAsync("config", "show", "--lang", language);
    }

    public static TheoryData<string> Configurations =>
        [
            "",
            "x",
            "[]",
            """{ "profile": {} }""",
            """{ "xyzzy": {} }""",
            """{ "profiles": [] }""",
            """{ "profiles": { "a": 1 } }""",
            """{ "profiles": { "a": { "sever": "x" } } }""",
            """{ "profiles": { "a": { "xyzzy": "x" } } }""",
            """{ "profiles": { "a": { "server": [] } } }""",
            """{ "profiles": { "a": { "password": "x" } } }""",
            """{ "profiles": { "a": { "language": "de" } } }""",
            $$"""{ "default": "{{new string('a', 1_100_000)}}" }""",
        ];

    [Theory, MemberData(nameof(CommandCases.Names), MemberType = typeof(CommandCases))]
    public async Task Every_command_says_in_French_what_is_wrong_with_its_arguments(string command)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string[] words = [.. command.Split(' '), "--xyzzy"];

        ToolRun english = await world.OwnerAsync([.. words, "--lang", "en"]);
        ToolRun french = await world.OwnerAsync([.. words, "--lang", "fr"]);

        Assert.Equal((ExitCode.Usage, ExitCode.Usage), (english.Exit, french.Exit));
        AssertTranslated(english.Error, french.Error);
    }

    private static async Task AssertRefusedInBothAsync(string[] words, Func<ToolRun, string> said)
    {
        ToolRun english = await new ToolConsole().RunAsync([.. words, "--lang", "en"]);
        ToolRun french = await new ToolConsole().RunAsync([.. words, "--lang", "fr"]);
        ToolRun json = await new ToolConsole().RunAsync([.. words, "--json"]);

        Assert.NotEqual(ExitCode.Done, english.Exit);
        Assert.NotEqual(ExitCode.Bug, english.Exit);
        Assert.Equal(english.Exit, french.Exit);
        AssertTranslated(said(english), said(french));
        AssertBothLanguages(json.Output);
    }

    // Line by line, and sentence by sentence: none may stand in both.
    private static void AssertTranslated(string english, string french)
    {
        string[] said = [.. Sentences(english)];
        Assert.NotEmpty(said);
        Assert.Empty(said.Intersect(Sentences(french)));
    }

    private static IEnumerable<string> Sentences(string text) =>
        text.Split(["\n", ". ", " : ", "\u00A0: ", ": "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(part => part.Split(' ').Count(word => Word().IsMatch(word)) > 2);

    // Neither a name nor an option: a list of calendars is the same in all languages.
    [GeneratedRegex(@"^\p{L}+[,.;]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    private static void AssertBothLanguages(string output)
    {
        string[] lines = output.Split('\n');
        foreach (JsonElement line in lines.Where(each => each.StartsWith('{')).Select(each => JsonDocument.Parse(each).RootElement))
        {
            if (line.TryGetProperty("message", out JsonElement message))
            {
                AssertTranslated(message.GetProperty("en").GetString()!, message.GetProperty("fr").GetString()!);
            }
        }
    }
}
