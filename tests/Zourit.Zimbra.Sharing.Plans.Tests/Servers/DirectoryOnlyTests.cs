using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Rendering;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

/// <summary>Plans of administrators who have no way into mailboxes.</summary>
public sealed class DirectoryOnlyTests
{
    private static readonly string[] Enough = ["listAccount", "getAccountInfo", "get.account.zimbraSharedItem"];
    private static readonly PlanOptions Only = new() { DirectoryOnly = true };
    private static readonly string First = DirectoryWorld.Name(0);

    [Fact]
    public async Task Who_is_no_administrator_has_no_directory()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        await using ZimbraClient bureau = world.Connect(ZimbraCredentials.Password(PlanWorld.Bureau, new Secret(PlanWorld.Password)));
        Manifest manifest = await world.ManifestAsync("owner: bureau@monasso.org, calendar: /my-events, guest: m@example.com");

        ZimbraAuthenticationException refused = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            world.PlanAsync(manifest, Only, bureau)
        );

        Assert.Equal(AuthenticationFailure.AdministratorRequired, refused.Failure);
    }

    [Fact]
    public async Task The_directory_alone_and_every_mailbox_cannot_both_be_asked()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        Manifest manifest = await world.ManifestAsync("owner: bureau@monasso.org, calendar: /my-events, guest: m@example.com");

        await Assert.ThrowsAnyAsync<ArgumentException>(() => world.PlanAsync(manifest, Only with { Verify = true }));
    }

    [Fact]
    public async Task What_owners_publish_is_unknown_without_the_right_to_read_it()
    {
        await using DirectoryWorld world = await WorldAsync("listAccount", "getAccountInfo");

        SharingPlan plan = await world.PlanAsync(await ManifestAsync(world), Only, DirectoryWorld.Pipe);

        Assert.Empty(plan.Changes);
        Assert.Equal(world.Names.Count, plan.Summary.UnknownOwners);
        Assert.Contains("get.account.zimbraSharedItem", plan.Owners[0].Failure!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Differences_are_marked_unverified_and_no_mailbox_is_opened()
    {
        await using DirectoryWorld world = await WorldAsync(Enough);

        SharingPlan plan = await world.PlanAsync(await ManifestAsync(world), Only, DirectoryWorld.Pipe);

        Assert.Equal(["Create new@example.com True", "Remove g1@example.com True"], Lines(plan));
        Assert.All(plan.Owners, owner => Assert.True(owner.IsFromDirectory));
        Assert.All(plan.Owners, owner => Assert.Null(owner.Fingerprint));
        Assert.Empty(plan.Warnings);
        Assert.Equal(0, world.MailboxesRead + world.Count("GetFolderRequest"));
    }

    [Fact]
    public async Task Owners_whom_a_blind_search_does_not_show_are_asked_for_by_address()
    {
        await using DirectoryWorld world = await WorldAsync("getAccountInfo", "get.account.zimbraSharedItem");

        SharingPlan plan = await world.PlanAsync(await ManifestAsync(world), Only, DirectoryWorld.Pipe);

        Assert.Equal(["Create new@example.com True", "Remove g1@example.com True"], Lines(plan));
        Assert.Contains("listAccount", Assert.Single(plan.Warnings).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Aliases_lead_to_their_owners_and_who_is_nobody_is_unresolved()
    {
        await using DirectoryWorld world = await WorldAsync(Enough);
        Manifest manifest = await world.World.ManifestAsync(
            "owner: contact@monasso.org, calendar: /my-events, guest: m@example.com\n"
                + "owner: nobody@monasso.org, calendar: /my-events, guest: m@example.com"
        );

        SharingPlan plan = await world.PlanAsync(manifest, Only, DirectoryWorld.Pipe);

        Assert.Equal((PlanWorld.Bureau, false), (plan.Owners[0].Owner, plan.Owners[0].IsUnresolved));
        Assert.True(plan.Owners[1].IsUnresolved);
    }

    [Fact]
    public async Task Whether_a_calendar_is_there_that_the_directory_does_not_publish_is_left_open()
    {
        await using DirectoryWorld world = await WorldAsync(Enough);
        Manifest manifest = await world.World.ManifestAsync("owner: bureau@monasso.org, calendar: /my-events, guest: m@example.com");

        SharingPlan plan = await world.PlanAsync(manifest, Only, DirectoryWorld.Pipe);

        PlannedChange change = Assert.Single(plan.Changes);
        Assert.Null(change.FolderId);
        Assert.Contains("was not looked up", Assert.Single(change.Warnings).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_verified_is_not_applied_also_from_a_file()
    {
        await using DirectoryWorld world = await WorldAsync(Enough);
        SharingPlan plan = await world.PlanAsync(await ManifestAsync(world), Only, DirectoryWorld.Pipe);
        string path = Path.Combine(world.World.Folder, "plan.jsonl");
        await using (FileStream file = File.Create(path))
        {
            SavedPlan.Write(plan, file);
        }

        SharingPlan read = (await SavedPlan.ReadAsync(path, null, Files.Token)).ValueOrThrow();
        var text = new StringWriter();
        PlanRenderer.WriteText(read, text, "en");
        ApplyOptions options = new() { TimeProvider = world.Clock };
        IReadOnlyList<PlanObjection> objections = new PlanApplier(world.World.Admin).Examine(read, options);
        SharingPlan edited = read with { IsDirectoryOnly = false };

        Assert.Equal(plan, read);
        Assert.Contains("not verified", text.ToString(), StringComparison.Ordinal);
        Assert.Equal(PlanObjectionCode.Unverified, Assert.Single(objections).Code);
        Assert.Equal(PlanObjectionCode.Unverified, Assert.Single(new PlanApplier(world.World.Admin).Examine(edited, options)).Code);
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.World.ApplyAsync(read, options));
    }

    private static Task<DirectoryWorld> WorldAsync(params string[] rights) =>
        DirectoryWorld.StartAsync(more: seed => seed.Administrator(DirectoryWorld.Pipe, PlanWorld.Password, admin => admin.Grant(rights)));

    private static async Task<Manifest> ManifestAsync(DirectoryWorld world) =>
        await world.World.ManifestAsync(
            $"owners: [{string.Join(", ", world.Names)}], calendar: /e, guest: g0@example.com\n"
                + $"owner: {First}, calendar: /e, guest: new@example.com\nowner: {First}, guest: g1@example.com, absent: true"
        );

    private static IEnumerable<string> Lines(SharingPlan plan) =>
        plan.Changes.Select(change => $"{change.Action} {change.Grantee.Name} {change.IsUnverified}");
}
