using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Planning;

public sealed class PlannerTests
{
    private const string Bureau = "bureau@monasso.org";
    private const string Line = "owner: bureau@monasso.org, calendar: /my-events, ";

    [Fact]
    public async Task An_owner_who_cannot_be_read_is_unknown_and_the_others_go_on()
    {
        Owners owners = new Owners()
            .With("tresor@monasso.org", "/e")
            .WithState(
                new()
                {
                    Owner = Bureau,
                    OwnerId = "1",
                    Failure = new LocalizedText("timeout"),
                    IsTransient = true,
                }
            );

        SharingPlan plan = await PlanOf.SharesAsync(
            owners,
            $"{Line} guest: m@example.com, absent: true\nowner: tresor@monasso.org, calendar: /e, guest: m@example.com"
        );

        Assert.Equal(["Create /e m@example.com >r mail"], plan.Lines());
        Assert.Equal(1, plan.Summary.UnknownOwners);
        Assert.True(plan.Owners[0].IsTransient);
    }

    [Fact]
    public async Task A_missing_calendar_is_a_problem_with_the_nearest_name()
    {
        SharingPlan plan = await PlanOf.SharesAsync(
            new Owners().With(Bureau, "/my-events"),
            "owner: bureau@monasso.org, calendar: /my-event, guest: m@example.com"
        );

        Assert.Contains("did you mean '/my-events'?", Assert.Single(plan.Owners[0].Problems).ToString(), StringComparison.Ordinal);
        Assert.Empty(plan.Changes);
    }

    [Fact]
    public async Task What_is_as_wanted_is_not_changed()
    {
        SharingPlan plan = await PlanOf.SharesAsync(
            new Owners().With(Bureau, "/my-events", "guest m@example.com rw 2027-08-31T22:00:00", "user t@monasso.org rwidx", "public r"),
            $"{Line} guest: m@example.com, rights: wr, expires: 2027-08-31\n{Line} user: t@monasso.org\n{Line} public: true"
        );

        Assert.Empty(plan.Changes);
        Assert.Equal((3, 3), (plan.Summary.Unchanged, plan.Summary.Existing));
    }

    [Fact]
    public async Task A_change_is_made_in_place_and_mails_nobody()
    {
        SharingPlan plan = await PlanOf.SharesAsync(
            new Owners().With(Bureau, "/my-events", "guest m@example.com r", "guest ali@free.fr rw 2027-01-01T00:00:00"),
            $"{Line} guest: m@example.com, rights: rw\n{Line} guest: ali@free.fr, expires: never"
        );

        Assert.Equal(["Change /my-events m@example.com r>rw", "Change /my-events ali@free.fr rw>rw"], plan.Lines());
        Assert.Null(plan.Changes.Last().After!.Expiry);
    }

    [Theory]
    [InlineData("created", "Create /my-events m@example.com >r mail")]
    [InlineData("never", "Create /my-events m@example.com >r")]
    [InlineData("ensure", "Create /my-events m@example.com >r mail")]
    public async Task A_new_guest_is_mailed_as_the_manifest_says(string notify, string expected) =>
        Assert.Equal(
            [expected],
            (await PlanOf.SharesAsync(new Owners().With(Bureau, "/my-events"), $"{Line} guest: m@example.com, notify: {notify}")).Lines()
        );

    [Fact]
    public async Task Nobody_is_mailed_about_a_public_calendar() =>
        Assert.Equal(
            ["Create /my-events public >r"],
            (await PlanOf.SharesAsync(new Owners().With(Bureau, "/my-events"), $"{Line} public: true")).Lines()
        );

    [Fact]
    public async Task An_end_in_the_past_means_absent()
    {
        SharingPlan plan = await PlanOf.SharesAsync(
            new Owners().With(Bureau, "/my-events", "guest m@example.com"),
            $"{Line} guest: m@example.com, expires: 2026-11-29\n{Line} guest: ali@free.fr, expires: 2026-11-29"
        );

        Assert.Equal(ChangeReason.Ended, Assert.Single(plan.Changes).Reason);
    }

    [Fact]
    public async Task Absent_without_a_calendar_is_absent_everywhere() =>
        Assert.Equal(
            ["Remove /a m@example.com r>", "Remove /b m@example.com rw>"],
            (
                await PlanOf.SharesAsync(
                    new Owners()
                        .With(Bureau, "/a", "guest m@example.com")
                        .With(Bureau, "/b", "guest m@example.com rw", "guest ali@free.fr"),
                    "owner: bureau@monasso.org, guest: m@example.com, absent: true"
                )
            ).Lines()
        );

    [Fact]
    public async Task A_wanted_end_above_the_ceiling_is_the_ceiling()
    {
        GrantState capped = Owners.Grant("guest m@example.com r") with
        {
            EffectiveExpiry = DateTimeOffset.Parse("2027-01-01T00:00Z", null),
        };
        OwnerState state = new()
        {
            Owner = Bureau,
            PrimaryAddress = Bureau,
            OwnerId = "1",
            Calendars =
            [
                new()
                {
                    Path = FolderPath.Parse("/my-events"),
                    FolderId = "257",
                    Grants = [capped],
                },
            ],
        };

        Assert.Empty(
            (await PlanOf.SharesAsync(new Owners().WithState(state), $"{Line} guest: m@example.com, expires: 2027-08-31")).Changes
        );
        Assert.Single(
            (await PlanOf.SharesAsync(new Owners().WithState(state), $"{Line} guest: m@example.com, expires: 2026-12-24")).Changes
        );
    }

    [Fact]
    public async Task Two_addresses_of_one_account_are_one_owner()
    {
        OwnerState account = new()
        {
            Owner = Bureau,
            PrimaryAddress = Bureau,
            OwnerId = "1",
            Calendars = [new() { Path = FolderPath.Parse("/my-events"), FolderId = "257" }],
        };
        Owners owners = new Owners().WithState(account).WithState(account with { Owner = "alias@monasso.org" });

        SharingPlan plan = await PlanOf.SharesAsync(
            owners,
            $"{Line} guests: [m@example.com, ali@free.fr]\nowner: alias@monasso.org, calendar: /My-Events, guest: m@example.com\n"
                + "owner: alias@monasso.org, calendar: /my-events, guest: ali@free.fr, rights: rw"
        );

        Assert.Equal(["Create /my-events m@example.com >r mail"], plan.Lines());
        Assert.Contains("are the same account", Assert.Single(Assert.Single(plan.Owners).Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approval_is_needed_for_what_the_policy_says()
    {
        using var files = new Files();
        PlanPolicy policy = (
            await PlanPolicy.ReadAsync(files.Add("policy.yaml", "version: 1\napprove: [public, write]\n"), Files.Token)
        ).ValueOrThrow();

        SharingPlan plan = await PlanOf.SharesAsync(
            new Owners().With(Bureau, "/my-events", "guest old@example.com rw"),
            $"{Line} public: true\n{Line} guest: m@example.com\n{Line} guest: w@example.com, rights: rw\n"
                + $"{Line} guest: old@example.com, rights: r",
            reading: new() { Policy = policy }
        );

        Assert.Equal(["public", "w@example.com"], plan.Changes.Where(change => change.NeedsApproval).Select(change => change.Grantee.Name));
    }

    [Fact]
    public async Task Owners_come_one_by_one_in_the_order_of_the_manifest_and_whoever_has_seen_enough_leaves()
    {
        Owners owners = new();
        for (int i = 0; i < 10; i++)
        {
            owners.With($"o{i}@monasso.org", "/e");
        }

        Manifest manifest = await PlanOf.ManifestAsync(
            string.Join('\n', owners.Names.Select(owner => $"owner: {owner}, calendar: /e, guest: m@example.com"))
        );
        SharingPlanner planner = new(owners);

        List<OwnerPlan> all = await planner.StreamAsync(manifest, null, Files.Token).ToListAsync(Files.Token);
        List<OwnerPlan> few = await planner.StreamAsync(manifest, null, Files.Token).Take(3).ToListAsync(Files.Token);

        Assert.Equal((await planner.PlanAsync(manifest, null, Files.Token)).Owners, all);
        Assert.Equal(owners.Names.Take(3), few.Select(owner => owner.Owner));
    }

    [Fact]
    public async Task A_change_has_the_same_name_in_every_plan_and_shards_make_the_whole()
    {
        Owners owners = new();
        for (int i = 0; i < 30; i++)
        {
            owners.With($"o{i}@monasso.org", "/e");
        }

        string lines = string.Join('\n', owners.Names.Select(owner => $"owner: {owner}, calendar: /e, guest: m@example.com"));
        string[] whole = [.. (await PlanOf.SharesAsync(owners, lines)).Changes.Select(change => change.Id)];
        List<string> parts = [];
        for (int i = 1; i <= 3; i++)
        {
            SharingPlan part = await PlanOf.SharesAsync(owners, lines, options: new() { Shard = new(i, 3) });
            parts.AddRange(part.Changes.Select(change => change.Id));
        }

        Assert.Equal(whole.Order(), parts.Order());
        Assert.Equal(30, whole.Distinct().Count());
    }
}
