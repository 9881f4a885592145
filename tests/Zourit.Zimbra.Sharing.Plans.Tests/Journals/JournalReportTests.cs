using Zourit.Zimbra.Sharing.Plans.Applying;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Journals;

public sealed class JournalReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("journal-reports-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_journal_that_is_missing_is_no_empty_report() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() => JournalReport.ReadAsync([Path.Combine(_folder, "none")], Cancel));

    [Fact]
    public async Task Lines_that_are_none_are_counted_and_mean_nothing()
    {
        string path = Write(
            "a",
            "hello",
            "{\"type\":\"intent\",\"at\":\"2026-12-01T00:00:00Z\"}",
            "[1]",
            "{\"at\":1}",
            Run("r", 0),
            "{\"ty"
        );

        JournalReport report = await JournalReport.ReadAsync([path], Cancel);

        Assert.Equal(5, report.UnreadableLines);
        Assert.Single(report.Runs);
        Assert.Empty(report.OwedMails);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("{\"type\":\"outcome\",\"run")]
    public void A_line_that_is_empty_or_cut_costs_no_exception(string line)
    {
        var state = new JournalState();
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 1_000; i++)
        {
            Assert.Null(JournalTime.Of(line));
            Assert.Null(state.Add(line));
        }

        // An exception alone is some hundreds of bytes.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public async Task A_run_that_was_killed_owes_what_it_started()
    {
        string path = Write("a", Run("r", 0), Change("intent", "r", 1, "ali@free.fr"), Change("intent", "r", 1, "zoe@free.fr"));

        JournalReport report = await JournalReport.ReadAsync([path], Cancel);

        Assert.Equal(2, Assert.Single(report.Runs).Unfinished);
        Assert.Equal(["ali@free.fr", "zoe@free.fr"], report.OwedMails.Select(mail => mail.Grantee.Name).Order());
    }

    [Fact]
    public async Task What_one_shard_left_open_and_another_did_later_is_done()
    {
        string first = Write("a", Run("r", 0), Change("intent", "r", 1, "ali@free.fr"));
        string second = Write("b", Run("s", 5), Change("intent", "s", 6, "ali@free.fr"), Change("outcome", "s", 7, "ali@free.fr"));

        JournalReport report = await JournalReport.ReadAsync([second, first], Cancel);

        Assert.Equal(["r", "s"], report.Runs.Select(run => run.Id));
        Assert.Empty(report.OwedMails);
        Assert.Equal((1, 1), (report.Runs[1].Outcomes[ChangeStatus.Done], report.Runs[1].MailsSent));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_between_two_lines_of_a_journal_does_not_change_their_order()
    {
        string sent = Write("a", Run("r", 5), Change("intent", "r", 6, "ali@free.fr"), Change("outcome", "r", 2, "ali@free.fr"));
        string owed = Write(
            "b",
            Run("s", 5),
            Change("intent", "s", 6, "zoe@free.fr"),
            Change("outcome", "s", 7, "zoe@free.fr"),
            Run("t", 1),
            Change("intent", "t", 2, "zoe@free.fr")
        );

        JournalReport done = await JournalReport.ReadAsync([sent], Cancel);
        JournalReport killed = await JournalReport.ReadAsync([owed], Cancel);

        Assert.Empty(done.OwedMails);
        Assert.Equal(0, Assert.Single(done.Runs).Unfinished);
        Assert.Equal("zoe@free.fr", Assert.Single(killed.OwedMails).Grantee.Name);
    }

    [Fact]
    public async Task A_run_is_known_by_who_asked_for_it_and_what_it_belongs_to()
    {
        JournalReport report = await JournalReport.ReadAsync([Write("a", Run("r", 3))], Cancel);

        JournalRun run = Assert.Single(report.Runs);
        Assert.Equal(("https://mail.example", "marie", "0123abc"), (run.Server, run.Actor, run.Reference));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 0, 3, 0, TimeSpan.Zero), run.StartedAt);
    }

    [Fact]
    public async Task A_journal_in_use_is_not_read_in_the_middle_of_a_line()
    {
        string path = Path.Combine(_folder, "used");
        await using ApplyJournal used = await ApplyJournal.OpenAsync(path, cancellationToken: Cancel);

        await Assert.ThrowsAsync<IOException>(() => JournalReport.ReadAsync([path], Cancel));
    }

    private static string Run(string run, int minute) =>
        $$"""{"type":"run","run":"{{run}}","at":"2026-12-01T00:{{minute:00}}:00Z","server":"https://mail.example","""
        + """ "manifest":"00","actor":"marie","reference":"0123abc"}""";

    private static string Change(string type, string run, int minute, string guest) =>
        $$"""{"type":"{{type}}","run":"{{run}}","at":"2026-12-01T00:{{minute:00}}:00Z","owner":"o@monasso.org","calendar":"/e","""
        + $$""" "kind":"guest","grantee":"{{guest}}","change":"{{guest}}","action":"Create","mail":true,"""
        + """ "status":"Done","notification":"Sent","owed":false}""";

    private string Write(string name, params string[] lines)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
