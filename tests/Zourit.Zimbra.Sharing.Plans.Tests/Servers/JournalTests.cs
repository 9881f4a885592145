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
        await using var full = new ApplyJournal(new FullDisk(new MemoryStream(), 0), new JournalState());

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

    [Fact]
    public async Task Old_lines_are_taken_out_but_not_what_is_owed()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        string path = Path.Combine(world.Folder, "journal.jsonl");
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(Shares));
        await using (ApplyJournal journal = await ApplyJournal.OpenAsync(path, null, Files.Token))
        {
            await journal.BeginAsync("old", DateTimeOffset.UnixEpoch, [.. plan.Changes], Files.Token);
            ChangeOutcome done = new() { Change = plan.Changes.First(), Status = ChangeStatus.Done };
            await journal.EndAsync("old", DateTimeOffset.UnixEpoch, done, Files.Token);
        }

        JournalOptions ninety = new() { Keep = TimeSpan.FromDays(90) };
        IReadOnlyCollection<OwedMail> owed;
        await using (ApplyJournal journal = await ApplyJournal.OpenAsync(path, ninety, Files.Token))
        {
            owed = [.. journal.OwedMails];
        }

        string line = Assert.Single(await File.ReadAllLinesAsync(path, Files.Token));
        Assert.Equal(plan.Changes.Last().Grantee, Assert.Single(owed).Grantee);
        Assert.Contains(plan.Changes.Last().Grantee.Name, line, StringComparison.Ordinal);
        await using ApplyJournal again = await ApplyJournal.OpenAsync(path, ninety, Files.Token);
        Assert.Equal(owed, again.OwedMails);
    }

    [Fact]
    public async Task A_disk_that_is_full_in_the_middle_of_a_run_ends_it_and_the_next_run_finishes_it()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        Manifest manifest = await world.ManifestAsync(
            $"{Shares}\nowner: tresor@monasso.org, calendar: /my-events, guest: marie@example.com\n"
                + "owner: bureau@monasso.org, calendar: /public, guest: marie@example.com"
        );
        string path = Path.Combine(world.Folder, "journal.jsonl");
        int ended = 0;
        for (int writes = 1; writes < 8; writes++)
        {
            (FileStream file, JournalState state) = await JournalFile.OpenAsync(path, new(), Files.Token);
            await using var full = new ApplyJournal(new FullDisk(file, writes), state);
            SharingPlan plan = await world.PlanAsync(manifest, new() { OwedMails = full.OwedMails });
            try
            {
                await world.ApplyAsync(plan, new() { Journal = full, MaxConcurrency = 1 });
            }
            catch (IOException)
            {
                ended++;
            }
        }

        Assert.InRange(ended, 2, 7);
        await RunAsync(world, manifest);
        SharingPlan last = await RunAsync(world, manifest);

        Assert.False(last.HasChanges, string.Join('\n', last.Changes));
        Assert.Equal(4, world.Server.Outbox.Mails.Count);
    }

    private static async Task<SharingPlan> RunAsync(PlanWorld world, Manifest manifest)
    {
        await using ApplyJournal journal = await ApplyJournal.OpenAsync(Path.Combine(world.Folder, "journal.jsonl"), null, Files.Token);
        SharingPlan plan = await world.PlanAsync(manifest, new() { OwedMails = journal.OwedMails });
        await world.ApplyAsync(plan, new() { Journal = journal });
        return plan;
    }

    private sealed class FullDisk(Stream disk, int writes) : MemoryStream
    {
        private int _left = writes;

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_left-- > 0)
            {
                await disk.WriteAsync(buffer, cancellationToken);
                return;
            }

            // As much as fits.
            await disk.WriteAsync(buffer[..(buffer.Length / 2)], cancellationToken);
            throw new IOException("No space left on device");
        }

        public override async ValueTask DisposeAsync()
        {
            await disk.DisposeAsync();
            await base.DisposeAsync();
        }
    }
}
