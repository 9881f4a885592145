using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

public sealed class AccountTests
{
    private const string Guest = "marie@example.com";
    private const string Line = $"owner: bureau@monasso.org, calendar: /my-events, guest: {Guest}, account: true";

    [Fact]
    public async Task Without_a_file_for_passwords_no_account_is_made_and_nothing_is_shared()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(Line));

        PlanObjection objection = Assert.Single(new PlanApplier(world.Admin).Examine(plan));

        Assert.Equal(PlanObjectionCode.NoPasswordFile, objection.Code);
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.ApplyAsync(plan));
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task Only_administrators_make_accounts()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        await using ZimbraClient owner = world.Connect(ZimbraCredentials.Password(PlanWorld.Bureau, new Secret(PlanWorld.Password)));

        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(Line), null, owner);

        Assert.Contains("administrators", Assert.Single(plan.Owners[0].Problems).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(plan.Changes, change => change.Action == ChangeAction.CreateAccount);
    }

    [Fact]
    public async Task A_guest_who_is_an_account_of_the_server_gets_neither_share_nor_account()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();

        SharingPlan plan = await world.PlanAsync(
            await world.ManifestAsync("owner: bureau@monasso.org, calendar: /my-events, guest: tresor@monasso.org, account: true")
        );

        Assert.Single(plan.Owners[0].Problems);
        Assert.Empty(plan.Changes);
    }

    [Fact]
    public async Task An_account_is_made_once_with_every_calendar_and_its_password_is_in_the_file_only()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        Manifest manifest = await world.ManifestAsync(
            $"{Line}\nowner: tresor@monasso.org, calendar: /my-events, guest: {Guest}, account: true"
        );

        SharingPlan plan = await world.PlanAsync(manifest);
        (ChangeOutcome[] outcomes, string[] passwords) = await ApplyAsync(world, plan);
        SharingPlan second = await world.PlanAsync(manifest);

        Assert.Equal((2, 2, 2), (plan.Summary.Created, plan.Summary.Accounts, plan.Summary.Mails));
        Assert.All(outcomes, outcome => Assert.Equal((ChangeStatus.Done, null), (outcome.Status, outcome.Reason)));
        string line = Assert.Single(passwords.Skip(1));
        Assert.StartsWith($"{Guest};marie.example.com@monasso.org;", line, StringComparison.Ordinal);
        string password = line.Split(';', 3)[2].Trim('"');
        await using ZimbraClient guest = world.Connect(ZimbraCredentials.Password("marie.example.com@monasso.org", new Secret(password)));
        Assert.Equal("marie.example.com@monasso.org", (await guest.PingAsync(Files.Token)).Account);
        Assert.Equal(2, world.Server.GuestOf(Guest, "monasso.org")!.Mailbox!.Folders.Count(folder => folder.Link is not null));
        Assert.DoesNotContain(
            password,
            await File.ReadAllTextAsync(Path.Combine(world.Folder, "journal.jsonl"), Files.Token),
            StringComparison.Ordinal
        );
        Assert.False(second.HasChanges, string.Join('\n', second.Changes));
    }

    [Fact]
    public async Task Who_has_an_account_gets_a_new_calendar_and_keeps_the_password()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        await ApplyAsync(world, await world.PlanAsync(await world.ManifestAsync(Line)));

        SharingPlan plan = await world.PlanAsync(
            await world.ManifestAsync($"{Line}\nowner: bureau@monasso.org, calendar: /public, guest: {Guest}, account: true")
        );
        (ChangeOutcome[] outcomes, string[] passwords) = await ApplyAsync(world, plan, "second.csv");

        Assert.Equal([ChangeAction.Create, ChangeAction.CreateAccount], outcomes.Select(outcome => outcome.Change.Action));
        Assert.Single(passwords);
        Assert.Equal(2, world.Server.GuestOf(Guest, "monasso.org")!.Mailbox!.Folders.Count(folder => folder.Link is not null));
    }

    [Fact]
    public async Task An_account_that_an_earlier_run_of_the_same_plan_made_is_done_already()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(Line));

        (ChangeOutcome[] first, _) = await ApplyAsync(world, plan);
        (ChangeOutcome[] again, string[] passwords) = await ApplyAsync(world, plan, "second.csv");

        Assert.Equal([ChangeStatus.Done, ChangeStatus.Done], first.Select(outcome => outcome.Status));
        Assert.Equal([ChangeStatus.DoneAlready, ChangeStatus.DoneAlready], again.Select(outcome => outcome.Status));
        Assert.Single(passwords);
    }

    [Fact]
    public async Task A_calendar_that_did_not_get_into_the_account_is_owed_and_put_there_by_the_next_run()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        Manifest manifest = await world.ManifestAsync(Line);
        world.Server.Misbehave.On("CreateMountpointRequest").Fault("service.FAILURE");

        (ChangeOutcome[] outcomes, _) = await ApplyAsync(world, await world.PlanAsync(manifest));
        world.Server.Misbehave.Clear();
        SharingPlan second;
        await using (ApplyJournal journal = await JournalAsync(world))
        {
            second = await world.PlanAsync(manifest, new() { OwedMails = journal.OwedMails, OwedAccounts = journal.OwedAccounts });
        }

        (ChangeOutcome[] done, string[] passwords) = await ApplyAsync(world, second, "second.csv");

        Assert.True(outcomes[^1].OwesAccount);
        Assert.Equal([ChangeAction.CreateAccount], second.Changes.Select(change => change.Action));
        Assert.Equal(ChangeStatus.Done, Assert.Single(done).Status);
        Assert.Single(passwords);
        Assert.Single(world.Server.Outbox.Mails);
        await using ApplyJournal settled = await JournalAsync(world);
        Assert.Empty(settled.OwedAccounts);
    }

    [Fact]
    public async Task A_file_of_passwords_is_its_owners_alone_and_never_written_over()
    {
        using var files = new Files();
        string path = files.Add("passwords.csv", "of an earlier run");

        await Assert.ThrowsAsync<IOException>(() => PasswordFile.CreateAsync(path, Files.Token));

        await using PasswordFile file = await PasswordFile.CreateAsync(path + ".2", Files.Token);
        Assert.Equal("of an earlier run", await File.ReadAllTextAsync(path, Files.Token));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path + ".2"));
        }
    }

    [Theory]
    [InlineData("owner: bureau@monasso.org, calendar: /my-events, user: tresor@monasso.org, account: true", "guests only")]
    [InlineData("owner: bureau@monasso.org, calendar: /my-events, guest: a@example.com, account: true, absent: true", "absent")]
    public async Task An_account_is_said_of_guests_who_have_a_share(string line, string error)
    {
        using var files = new Files();

        Assert.Contains(
            error,
            Assert.Single(await files.ErrorsAsync($"version: 1\nshares:\n  - {{ {line} }}\n")),
            StringComparison.Ordinal
        );
    }

    private static Task<ApplyJournal> JournalAsync(PlanWorld world) =>
        ApplyJournal.OpenAsync(Path.Combine(world.Folder, "journal.jsonl"), null, Files.Token);

    private static async Task<(ChangeOutcome[] Outcomes, string[] Passwords)> ApplyAsync(
        PlanWorld world,
        SharingPlan plan,
        string name = "passwords.csv"
    )
    {
        string path = Path.Combine(world.Folder, name);
        ChangeOutcome[] outcomes;
        await using (ApplyJournal journal = await JournalAsync(world))
        {
            await using PasswordFile passwords = await PasswordFile.CreateAsync(path, Files.Token);
            outcomes = await world.ApplyAsync(plan, new() { Passwords = passwords, Journal = journal });
        }

        return (outcomes, await File.ReadAllLinesAsync(path, Files.Token));
    }
}
