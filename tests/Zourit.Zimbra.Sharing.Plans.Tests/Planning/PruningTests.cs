using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Planning;

public sealed class PruningTests
{
    private const string Bureau = "bureau@monasso.org";
    private const string Line = "owner: bureau@monasso.org, calendar: /e, ";
    private const string Scope = "scope: { owners: ['*@monasso.org'], calendars: ['/e'], kinds: [guest] }";

    private static readonly PlanOptions ByScope = new()
    {
        Prune = PruneMode.Scope,
        Limits = new() { RemovalsPerOwner = Amounts.Many },
    };

    [Fact]
    public async Task Nothing_is_removed_that_the_manifest_does_not_name_unless_it_is_asked_for() =>
        Assert.Empty(
            (
                await PlanOf.SharesAsync(new Owners().With(Bureau, "/e", "guest a@x.org", "guest b@x.org"), $"{Line} guest: a@x.org", Scope)
            ).Changes
        );

    [Fact]
    public async Task By_scope_what_is_not_named_goes_and_what_is_outside_remains() =>
        Assert.Equal(
            ["Remove /e b@x.org r>"],
            (
                await PlanOf.SharesAsync(
                    new Owners()
                        .With(Bureau, "/e", "guest a@x.org", "guest b@x.org", "user u@monasso.org", "public", "other key")
                        .With(Bureau, "/f", "guest c@x.org"),
                    $"{Line} guest: a@x.org",
                    Scope,
                    ByScope
                )
            ).Lines()
        );

    [Fact]
    public async Task By_scope_owners_go_through_too_whom_the_manifest_does_not_name() =>
        Assert.Equal(
            ["Remove /e b@x.org r>"],
            (
                await PlanOf.SharesAsync(
                    new Owners().With(Bureau, "/e", "guest a@x.org").With("z@monasso.org", "/e", "guest b@x.org"),
                    $"{Line} guest: a@x.org",
                    Scope,
                    ByScope
                )
            ).Lines()
        );

    [Fact]
    public async Task By_record_goes_what_was_named_before_and_nothing_else()
    {
        PlanOptions options = new()
        {
            Prune = PruneMode.Record,
            Record = await PlanOf.ManifestAsync(
                $"{Line} guests: [a@x.org, b@x.org, gone@x.org]\nowner: z@monasso.org, calendar: /e, guest: d@x.org"
            ),
        };

        SharingPlan plan = await PlanOf.SharesAsync(
            new Owners().With(Bureau, "/e", "guest a@x.org", "guest b@x.org", "guest c@x.org").With("z@monasso.org", "/e", "guest d@x.org"),
            $"{Line} guest: a@x.org",
            options: options
        );

        Assert.Equal(["Remove /e b@x.org r>", "Remove /e d@x.org r>"], plan.Lines());
        Assert.All(plan.Changes, change => Assert.Equal(ChangeReason.NoLongerNamed, change.Reason));
        Assert.Equal("shares.yaml", Path.GetFileName(plan.Changes.First().Location!.Value.File));
    }

    [Theory]
    [InlineData("guest b@x.org", 1)]
    [InlineData("guest c@x.org", 0)]
    public async Task By_record_a_guest_of_a_calendar_that_is_gone_is_named_only_where_another_is_shared_with_them(
        string grant,
        int warnings
    )
    {
        PlanOptions options = new() { Prune = PruneMode.Record, Record = await PlanOf.ManifestAsync($"{Line} guest: b@x.org") };

        SharingPlan plan = await PlanOf.SharesAsync(
            new Owners().With(Bureau, "/renamed", "guest a@x.org", grant),
            "owner: bureau@monasso.org, calendar: /renamed, guest: a@x.org",
            options: options
        );

        Assert.Empty(plan.Changes);
        Assert.Equal(warnings, plan.Owners[0].Warnings.Count);
    }

    [Fact]
    public async Task What_is_kept_and_the_own_grant_are_never_removed()
    {
        SharingPlan plan = await PlanOf.SharesAsync(
            new Owners().With(
                Bureau,
                "/e",
                "guest a@x.org",
                "guest b@partner.org",
                "user admin@monasso.org r 2030-01-01 own",
                "guest c@x.org"
            ),
            $"{Line} guest: a@x.org\n{Line} guest: b@partner.org, absent: true\n{Line} user: admin@monasso.org, absent: true",
            "keep: ['*@partner.org', '/e:c@*']\nscope: { owners: ['*@monasso.org'], kinds: [guest, user] }",
            ByScope
        );

        Assert.Empty(plan.Changes);
        Assert.Equal(2, plan.Owners[0].Warnings.Count);
    }

    [Theory]
    [InlineData("owner: bureau@monasso.org, calendar: /missing, guest: m@x.org")]
    [InlineData("owner: nobody@monasso.org, calendar: /e, guest: m@x.org")]
    public async Task Nothing_is_pruned_where_a_line_or_an_owner_of_the_domain_was_not_found(string wrong)
    {
        SharingPlan plan = await PlanOf.SharesAsync(
            new Owners().With(Bureau, "/e", "guest a@x.org", "guest b@x.org").With("o@autre.org", "/e", "guest b@x.org", "guest c@x.org"),
            $"{Line} guest: a@x.org\nowner: o@autre.org, calendar: /e, guest: c@x.org\n{wrong}",
            "scope: { owners: ['*@monasso.org', '*@autre.org'] }",
            ByScope
        );

        Assert.Equal("o@autre.org", Assert.Single(plan.Changes).Owner);
        Assert.Contains(plan.Owners, owner =>
            owner.Warnings.Any(warning => warning.ToString().StartsWith("nothing is pruned", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task An_owner_who_cannot_be_read_is_not_pruned()
    {
        SharingPlan plan = await PlanOf.SharesAsync(
            new Owners().WithState(
                new()
                {
                    Owner = Bureau,
                    OwnerId = "1",
                    Failure = new LocalizedText("timeout"),
                }
            ),
            $"{Line} guest: a@x.org",
            Scope,
            ByScope
        );

        Assert.Empty(plan.Changes);
    }

    [Fact]
    public async Task The_last_guest_of_a_calendar_that_had_several_is_not_pruned()
    {
        Owners owners = new Owners().With(Bureau, "/e", "guest a@x.org", "guest b@x.org").With(Bureau, "/f", "guest c@x.org");
        const string everywhere = "scope: { owners: ['*@monasso.org'] }";

        SharingPlan plan = await PlanOf.SharesAsync(owners, $"{Line} user: u@monasso.org", everywhere, ByScope);
        SharingPlan replaced = await PlanOf.SharesAsync(owners, $"{Line} guest: new@x.org", everywhere, ByScope);

        Assert.Equal(["Create /e u@monasso.org >r mail", "Remove /e a@x.org r>", "Remove /f c@x.org r>"], plan.Lines());
        Assert.Equal(4, replaced.Changes.Count());
    }

    [Fact]
    public async Task An_empty_manifest_may_not_prune_unless_that_is_said()
    {
        Owners owners = new Owners().With(Bureau, "/e", "guest a@x.org");

        SharingPlan refused = await PlanOf.SharesAsync(owners, "", Scope, ByScope);
        SharingPlan allowed = await PlanOf.SharesAsync(owners, "", Scope, ByScope with { AllowEmpty = true });

        Assert.Equal(PlanLimit.EmptyManifest, Assert.Single(refused.Breaches).Limit);
        Assert.Empty(allowed.Breaches);
        Assert.Single(allowed.Changes);
    }

    [Fact]
    public async Task Pruning_needs_a_scope_or_a_record_and_all_owners()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => PlanOf.SharesAsync(new(), "", options: ByScope));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => PlanOf.SharesAsync(new(), "", options: new() { Prune = PruneMode.Record }));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => PlanOf.SharesAsync(new(), "", Scope, ByScope with { Shard = new(1, 2) }));
    }
}
