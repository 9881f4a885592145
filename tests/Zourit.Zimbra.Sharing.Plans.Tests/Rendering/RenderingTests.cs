using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Rendering;
using Zourit.Zimbra.Sharing.Plans.Tests.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Rendering;

public sealed class RenderingTests
{
    private const string Line = "owner: bureau@monasso.org, calendar: /my-events, ";

    [Fact]
    public async Task A_plan_reads_as_in_the_documentation()
    {
        SharingPlan plan = await PlanAsync();

        var text = new StringWriter { NewLine = "\n" };
        PlanRenderer.WriteText(plan, text, "en");

        Assert.Equal(
            """
            bureau@monasso.org  /my-events
              + marie@example.com  r       until 2027-08-31  mail
              ~ ali@free.fr        r → rw                    no mail
              - ancien@free.fr     r                         absent (shares.yaml:7:64)
            tresor@monasso.org  ? not read: mail.NO_SUCH_FOLDER
            1 to create (1 mail), 1 to change, 1 to remove (at most 5; there are 2), 0 unchanged, 1 owner unknown

            """,
            WithoutFolder(text.ToString())
        );
    }

    [Fact]
    public async Task A_plan_reads_in_French()
    {
        var text = new StringWriter { NewLine = "\n" };
        PlanRenderer.WriteText(await PlanAsync(), text, "fr");

        Assert.Contains("jusqu’au 2027-08-31", text.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("1 propriétaire inconnu\n", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_cannot_be_left_by_text_from_the_server()
    {
        SharingPlan plan = await PlanOf.SharesAsync(
            new Owners().With("o@monasso.org", "/a```\u202e"),
            "owner: o@monasso.org, calendar: '/a```\u202e', guest: m@x.org"
        );
        plan = plan with { Owners = [plan.Owners[0] with { Changes = [Change("/a```\u202e x")] }] };

        var text = new StringWriter { NewLine = "\n" };
        PlanRenderer.WriteMarkdown(plan, text, "en");

        string[] lines = text.ToString().Split('\n');
        Assert.Equal("````", lines[2]);
        Assert.Equal("````", lines[^2]);
        Assert.DoesNotContain('\u202e', text.ToString());
    }

    [Fact]
    public async Task A_saved_plan_reads_the_same()
    {
        using var files = new Files();
        SharingPlan plan = await PlanAsync() with { Server = new Uri("https://mail1.example.net") };
        string path = Path.Combine(files.Folder, "plan.jsonl");
        await using (FileStream output = File.Create(path))
        {
            SavedPlan.Write(plan, output);
        }

        SharingPlan read = (await SavedPlan.ReadAsync(path, null, Files.Token)).ValueOrThrow();

        Assert.Equal(Text(plan), Text(read));
        Assert.Equal(plan.Changes.Select(change => change.Id), read.Changes.Select(change => change.Id));
        Assert.Equal(plan.Server, read.Server);
    }

    [Fact]
    public async Task A_saved_plan_that_ends_in_the_middle_is_refused()
    {
        using var files = new Files();
        using var output = new MemoryStream();
        SavedPlan.Write(await PlanAsync(), output);
        byte[] whole = output.ToArray();

        for (int length = 0; length < whole.Length - 1; length += 7)
        {
            ReadOutcome<SharingPlan> outcome = await SavedPlan.ReadAsync(files.Add("plan.jsonl", whole[..length]), null, Files.Token);
            Assert.Null(outcome.Value);
            Assert.Single(outcome.Errors);
        }
    }

    [Theory]
    [InlineData("[]"), InlineData("{\"type\":5}"), InlineData("{\"type\":\"version\",\"version\":2}"), InlineData("{}"), InlineData("null")]
    public async Task What_is_no_saved_plan_is_refused(string text)
    {
        using var files = new Files();

        Assert.Single((await SavedPlan.ReadAsync(files.Add("plan.jsonl", text + "\n"), null, Files.Token)).Errors);
    }

    private static Task<SharingPlan> PlanAsync() =>
        PlanOf.SharesAsync(
            new Owners()
                .With("bureau@monasso.org", "/my-events", "guest ali@free.fr r", "guest ancien@free.fr r")
                .WithState(
                    new()
                    {
                        Owner = "tresor@monasso.org",
                        OwnerId = "2",
                        Failure = new LocalizedText("mail.NO_SUCH_FOLDER"),
                    }
                ),
            $"{Line} guest: marie@example.com, expires: 2027-08-31\n{Line} guest: ali@free.fr, rights: rw\n"
                + $"{Line} guest: ancien@free.fr, absent: true\nowner: tresor@monasso.org, calendar: /my-events, guest: marie@example.com"
        );

    private static PlannedChange Change(string calendar) =>
        new()
        {
            Owner = "o@monasso.org",
            Calendar = FolderPath.Parse(calendar),
            Grantee = PlanGrantee.Guest("m@x.org"),
            Action = ChangeAction.Create,
            After = new() { Rights = Permissions.Read },
            Reason = ChangeReason.Wanted,
        };

    private static string Text(SharingPlan plan)
    {
        using var output = new MemoryStream();
        SavedPlan.Write(plan, output);
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }

    private static string WithoutFolder(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\(/\S+/", "(");
}
