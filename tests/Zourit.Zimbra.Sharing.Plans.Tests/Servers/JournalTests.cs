using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

public sealed class JournalTests
{
    private const string Shares = "owner: bureau@monasso.org, calendar: /my-events, guests: [marie@example.com, ali@free.fr]";

    [Fact]
    public async Task A_mail_that_did_not_leave_is_owed_and_sent_once_by_the_next_run()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        Manifest manifest = await world.ManifestAsync(Shares);
        world.Server.Misbehave.OnRecipient().FailSending();

        await RunAsync(world, manifest);
        Assert.Empty(world.Server.Outbox.Mails);
        world.Server.Misbehave.Clear();
        SharingPlan second = await RunAsync(world, manifest);
        SharingPlan third = await RunAsync(world, manifest);

        Assert.Equal([ChangeAction.Notify, ChangeAction.Notify], second.Changes.Select(change => change.Action));
        Assert.Equal(2, world.Server.Outbox.Mails.Count);
        Assert.False(third.HasChanges);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task What_a_killed_run_started_is_looked_up_and_nobody_is_mailed_twice(bool hadMailed)
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        Manifest manifest = await world.ManifestAsync(Shares);
        string path = Path.Combine(world.Folder, "journal.jsonl");
        SharingPlan plan = await world.PlanAsync(manifest);
        await using (ApplyJournal journal = await ApplyJournal.OpenAsync(path, null, Files.Token))
        {
            // As a run that is killed leaves it: what is to be done is written down, what became of it is not.
            await journal.BeginAsync("killed", DateTimeOffset.UnixEpoch, [.. plan.Changes], Files.Token);
        }

        foreach (PlannedChange change in plan.Changes)
        {
            await world
                .Admin.Mailbox(change.Owner)
                .Calendars.ShareWithGuestAsync(change.Calendar.Value, change.Grantee.Name, new() { Notify = hadMailed }, Files.Token);
        }

        await File.AppendAllTextAsync(path, "{\"type\":\"intent\",\"own", Files.Token);
        await RunAsync(world, manifest);

        Assert.Equal(2, world.Server.Outbox.Mails.Count);
        await using ApplyJournal settled = await ApplyJournal.OpenAsync(path, null, Files.Token);
        Assert.Empty(settled.OwedMails);
    }

    [Fact]
    public async Task A_saved_plan_of_a_killed_run_is_finished_by_the_next()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(Shares));
        string path = Path.Combine(world.Folder, "journal.jsonl");
        await using (ApplyJournal journal = await ApplyJournal.OpenAsync(path, null, Files.Token))
        {
            await journal.BeginAsync("killed", DateTimeOffset.UnixEpoch, [.. plan.Changes], Files.Token);
        }

        PlannedChange first = plan.Changes.First();
        await world
            .Admin.Mailbox(first.Owner)
            .Calendars.ShareWithGuestAsync(first.Calendar.Value, first.Grantee.Name, new() { Notify = false }, Files.Token);
        await using (ApplyJournal journal = await ApplyJournal.OpenAsync(path, null, Files.Token))
        {
            await world.ApplyAsync(plan, new() { Journal = journal });
        }

        Assert.Equal(2, world.Grants().Length);
        Assert.Equal(2, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task A_journal_is_its_owners_alone_and_open_once()
    {
        using var files = new Files();
        string path = Path.Combine(files.Folder, "journal.jsonl");
        await using ApplyJournal journal = await ApplyJournal.OpenAsync(path, null, Files.Token);

        await Assert.ThrowsAsync<IOException>(() => ApplyJournal.OpenAsync(path, null, Files.Token));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_ends_the_run_before_anything_is_sent()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(Shares));
        await using var full = new ApplyJournal(new FullDisk(), new JournalState());

        await Assert.ThrowsAsync<IOException>(() => world.ApplyAsync(plan, new() { Journal = full }));
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task Without_a_journal_ensure_finds_what_is_missing()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        Manifest manifest = await world.ManifestAsync($"{Shares}, notify: ensure");
        await world
            .Admin.Mailbox(PlanWorld.Bureau)
            .Calendars.ShareWithGuestAsync("/my-events", "marie@example.com", new() { Notify = false }, Files.Token);

        await world.ApplyAsync(await world.PlanAsync(manifest));
        await world.ApplyAsync(await world.PlanAsync(manifest));

        Assert.Equal(2, world.Server.Outbox.Mails.Count);
    }

    private static async Task<SharingPlan> RunAsync(PlanWorld world, Manifest manifest)
    {
        await using ApplyJournal journal = await ApplyJournal.OpenAsync(Path.Combine(world.Folder, "journal.jsonl"), null, Files.Token);
        SharingPlan plan = await world.PlanAsync(manifest, new() { OwedMails = journal.OwedMails });
        await world.ApplyAsync(plan, new() { Journal = journal });
        return plan;
    }

    private sealed class FullDisk : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("No space left on device");
    }
}
