using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Planning;

public sealed class LimitTests
{
    private const string Bureau = "bureau@monasso.org";

    [Theory]
    [InlineData(2, 2, 3, null)]
    [InlineData(3, 4, 10, PlanLimit.RemovalsPerOwner)]
    public async Task Few_may_be_removed_at_one_owner(int allowed, int removed, int existing, PlanLimit? expected)
    {
        SharingPlan plan = await PlanOf.SharesAsync(
            Guests(existing, 1),
            Absent(removed, 1),
            options: Raised(perOwner: expected is null ? null : allowed)
        );

        Assert.Equal(expected, plan.Breaches.FirstOrDefault(breach => breach.Limit == PlanLimit.RemovalsPerOwner)?.Limit);
    }

    [Theory]
    [InlineData(50, 5, true), InlineData(50, 6, false), InlineData(100, 10, true), InlineData(100, 11, false)]
    public async Task A_plan_removes_at_most_five_or_a_tenth(int existing, int removed, bool isWithin)
    {
        SharingPlan plan = await PlanOf.SharesAsync(
            Guests(existing / 10, 10),
            Absent(removed, 10),
            options: Raised(perDomain: 1000, perOwner: 1000)
        );

        Assert.Equal(isWithin, plan.Breaches.Count == 0);
        Assert.Equal((removed, existing), (plan.Summary.TakenAway, plan.Summary.Existing));
    }

    [Theory]
    [InlineData(10, 3, true), InlineData(10, 4, false), InlineData(30, 6, true), InlineData(30, 7, false)]
    public async Task A_domain_loses_at_most_three_or_a_fifth(int existing, int removed, bool isWithin)
    {
        SharingPlan plan = await PlanOf.SharesAsync(Guests(existing, 1), Absent(removed, 1), options: Raised(plan: 1000, perOwner: 1000));

        Assert.Equal(isWithin, plan.Breaches.Count == 0);
        Assert.All(plan.Breaches, breach => Assert.Equal("monasso.org", breach.Subject));
    }

    [Fact]
    public async Task Fewer_rights_and_earlier_ends_count_as_removals()
    {
        SharingPlan plan = await PlanOf.SharesAsync(
            new Owners().With(Bureau, "/e", "guest a@x.org rw", "guest b@x.org r", "guest c@x.org r 2027-01-01", "guest d@x.org r"),
            """
            owner: bureau@monasso.org, calendar: /e, guest: a@x.org, rights: r
            owner: bureau@monasso.org, calendar: /e, guest: b@x.org, expires: 2027-01-01
            owner: bureau@monasso.org, calendar: /e, guest: c@x.org, expires: never
            owner: bureau@monasso.org, calendar: /e, guest: d@x.org, rights: rw
            """
        );

        Assert.Equal((4, 2), (plan.Summary.Changed, plan.Summary.TakenAway));
        Assert.Empty(plan.Breaches);
    }

    [Theory]
    [InlineData("limits: { removals: 1 }", 2, false)]
    [InlineData("limits: { removals: 50% }", 6, false)]
    [InlineData("limits: { creations: 0 }", 0, true)]
    public async Task A_manifest_may_only_tighten(string limits, int removed, bool isWithin)
    {
        SharingPlan plan = await PlanOf.SharesAsync(Guests(20, 1), Absent(removed, 1), limits, Raised(perDomain: 1000, perOwner: 1000));

        Assert.Equal(isWithin, plan.Breaches.Count == 0);
    }

    [Fact]
    public async Task A_limit_is_raised_by_a_number_but_not_above_the_policys()
    {
        using var files = new Files();
        PlanPolicy policy = (
            await PlanPolicy.ReadAsync(files.Add("policy.yaml", "version: 1\nlimits: { removals: 8 }\n"), Files.Token)
        ).ValueOrThrow();
        PlanOptions raised = Raised(plan: 15, perDomain: 1000, perOwner: 1000);

        SharingPlan free = await PlanOf.SharesAsync(Guests(20, 1), Absent(10, 1), "limits: { removals: 1 }", raised);
        SharingPlan bound = await PlanOf.SharesAsync(Guests(20, 1), Absent(10, 1), "", raised, new() { Policy = policy });

        Assert.Empty(free.Breaches);
        Assert.Equal(8, Assert.Single(bound.Breaches).Allowed);
    }

    [Theory]
    [InlineData("creations", PlanLimit.Creations)]
    [InlineData("mails", PlanLimit.Mails)]
    [InlineData("public", PlanLimit.Public)]
    [InlineData("widenings", PlanLimit.Widenings)]
    public async Task What_is_added_is_bounded_where_a_number_is_set(string key, PlanLimit limit)
    {
        const string lines = """
            owner: bureau@monasso.org, calendar: /e, guest: new@x.org
            owner: bureau@monasso.org, calendar: /e, public: true
            owner: bureau@monasso.org, calendar: /e, guest: a@x.org, rights: rw
            """;
        Owners owners = new Owners().With(Bureau, "/e", "guest a@x.org");

        Assert.Empty((await PlanOf.SharesAsync(owners, lines)).Breaches);
        LimitBreach breach = Assert.Single((await PlanOf.SharesAsync(owners, lines, $"limits: {{ {key}: 0 }}")).Breaches);
        Assert.Equal(limit, breach.Limit);
        Assert.Contains("Raise the limit by a number", breach.ToString(), StringComparison.Ordinal);
    }

    private static PlanOptions Raised(int? plan = null, int? perDomain = null, int? perOwner = null) =>
        new()
        {
            Limits = new()
            {
                Removals = plan is { } all ? Amount.Of(all) : null,
                RemovalsPerDomain = perDomain is { } domain ? Amount.Of(domain) : null,
                RemovalsPerOwner = perOwner is { } owner ? Amount.Of(owner) : null,
            },
        };

    private static Owners Guests(int each, int ownerCount)
    {
        Owners owners = new();
        for (int i = 0; i < ownerCount; i++)
        {
            owners.With($"o{i}@monasso.org", "/e", [.. Enumerable.Range(0, each).Select(guest => $"guest g{guest}@x.org")]);
        }

        return owners;
    }

    // Spread over the owners; those that lose nobody are named, too.
    private static string Absent(int count, int ownerCount) =>
        string.Join(
            '\n',
            Enumerable
                .Range(0, count)
                .Select(i => $"owner: o{i % ownerCount}@monasso.org, calendar: /e, guest: g{i / ownerCount}@x.org, absent: true")
                .Concat(Enumerable.Range(0, ownerCount).Select(i => $"owner: o{i}@monasso.org, guest: nobody@x.org, absent: true"))
        );
}
