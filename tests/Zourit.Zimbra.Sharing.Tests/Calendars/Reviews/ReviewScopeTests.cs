using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars.Reviews;
using Zourit.Zimbra.Sharing.Tests.Worlds;

namespace Zourit.Zimbra.Sharing.Tests.Calendars.Reviews;

/// <summary>The accounts of a domain and of the server, one with another.</summary>
public sealed class ReviewScopeTests
{
    private static readonly string[] Owners = ["a@monasso.org", "b@monasso.org", "c@monasso.org", "d@monasso.org", "e@autre.org"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_domain_needs_an_administrator()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(async () =>
            await world.Client.Calendars.ReviewAsync(new() { Domain = "monasso.org" }, Cancel).ToListAsync(Cancel)
        );

        Assert.Equal(AuthenticationFailure.AdministratorRequired, e.Failure);
        Assert.Contains(nameof(ZimbraCredentials.Admin), e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domain_that_does_not_exist_is_an_error_and_no_empty_review()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(async () =>
            await world.Client.Calendars.ReviewAsync(new() { Domain = "nulle-part.example" }, Cancel).ToListAsync(Cancel)
        );

        Assert.Equal(ZimbraFaultCodes.NoSuchDomain, e.Fault.Code);
    }

    [Fact]
    public async Task Accounts_that_cannot_be_read_do_not_stop_the_others()
    {
        await using AssociationWorld world = await PublicCalendarsAsync();
        world.Server.Change(directory => directory.FindAccount(Owners[0])!.Status = "maintenance");
        world.Server.Change(directory => directory.FindAccount(Owners[2])!.Status = "maintenance");

        List<ReviewFinding> findings = await world
            .Client.Calendars.ReviewAsync(new() { Domain = "monasso.org" }, Cancel)
            .ToListAsync(Cancel);

        Assert.Equal(
            [
                (ReviewCode.NotReviewed, Owners[0]),
                (ReviewCode.PublicCalendar, Owners[1]),
                (ReviewCode.NotReviewed, Owners[2]),
                (ReviewCode.PublicCalendar, Owners[3]),
            ],
            findings.Select(finding => (finding.Code, finding.Owner))
        );
        Assert.Contains(Owners[0], findings[0].Sentence.French, StringComparison.Ordinal);
        Assert.Null(findings[0].Grant);
    }

    [Fact]
    public async Task A_broken_reply_for_one_account_does_not_stop_the_others()
    {
        await using AssociationWorld world = await PublicCalendarsAsync();
        world.Server.Misbehave.On("GetFolderRequest").Call(1).Doctype();

        List<ReviewFinding> findings = await world
            .Client.Calendars.ReviewAsync(new() { Domain = "monasso.org", MaxConcurrency = 1 }, Cancel)
            .ToListAsync(Cancel);

        Assert.Equal(
            [ReviewCode.NotReviewed, .. Enumerable.Repeat(ReviewCode.PublicCalendar, 3)],
            findings.Select(finding => finding.Code)
        );
    }

    [Fact]
    public async Task The_whole_server_is_all_its_domains()
    {
        await using AssociationWorld world = await PublicCalendarsAsync();

        List<ReviewFinding> findings = await world.Client.Calendars.ReviewAsync(new() { WholeServer = true }, Cancel).ToListAsync(Cancel);

        Assert.Equal(Owners, findings.Select(finding => finding.Owner).Order(StringComparer.Ordinal));
        Assert.All(findings, finding => Assert.Equal(ReviewCode.PublicCalendar, finding.Code));
        Assert.Equal(Owners.Length, world.Server.Journal.Of("DelegateAuthRequest").Count);
    }

    [Fact]
    public async Task What_cannot_be_known_is_said_once_for_all_accounts()
    {
        await using AssociationWorld world = await PublicCalendarsAsync();
        foreach (string owner in Owners)
        {
            world.Server.Change(_ => world.Folder("/Agenda", owner).Acl!.Grants.Add(new($"invite@{owner[0]}.example", "guest", "r")));
        }

        world.Server.Misbehave.On("GetAccountRequest").FromCall(1).Fault("service.PERM_DENIED");

        List<ReviewFinding> findings = await world.Client.Calendars.ReviewAsync(new() { WholeServer = true }, Cancel).ToListAsync(Cancel);

        Assert.Equal(Owners.Length, findings.Count(finding => finding.Code == ReviewCode.PublicCalendar));
        Assert.Single(findings, finding => finding.Code == ReviewCode.NotKnowable);
        Assert.Equal(Owners.Length + 1, findings.Count(finding => finding.Code != ReviewCode.NotPublished));
    }

    [Fact]
    public async Task Several_accounts_are_read_side_by_side_as_many_as_allowed_and_cancelling_ends_them()
    {
        await using AssociationWorld world = await PublicCalendarsAsync();
        world.Server.Misbehave.On("DelegateAuthRequest").FromCall(1).StallBody();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        Task<List<ReviewFinding>> review = world
            .Client.Calendars.ReviewAsync(new() { Domain = "monasso.org", MaxConcurrency = 3 }, cancel.Token)
            .ToListAsync(Cancel)
            .AsTask();
        await world.Server.Misbehave.WhenInjectedAsync(3, Cancel).WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => review.WaitAsync(TimeSpan.FromSeconds(30), Cancel));
        Assert.Equal(3, world.Server.Misbehave.Injected.Count);
    }

    [Fact]
    public async Task Cancelling_in_the_middle_of_the_stream_ends_it()
    {
        await using AssociationWorld world = await PublicCalendarsAsync();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var seen = new List<string>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (
                ReviewFinding finding in world.Client.Calendars.ReviewAsync(
                    new() { Domain = "monasso.org", MaxConcurrency = 1 },
                    cancel.Token
                )
            )
            {
                seen.Add(finding.Owner);
                await cancel.CancelAsync();
            }
        });

        Assert.Equal([Owners[0]], seen);
    }

    [Fact]
    public async Task Leaving_the_loop_ends_the_review()
    {
        await using AssociationWorld world = await PublicCalendarsAsync();

        await foreach (
            ReviewFinding finding in world.Client.Calendars.ReviewAsync(new() { Domain = "monasso.org", MaxConcurrency = 1 }, Cancel)
        )
        {
            Assert.Equal(Owners[0], finding.Owner);
            break;
        }

        Assert.InRange(world.Server.Journal.Of("DelegateAuthRequest").Count, 1, 2);
    }

    /// <summary>Every owner shares one calendar with the public; nobody else shares anything.</summary>
    private static async Task<AssociationWorld> PublicCalendarsAsync()
    {
        AssociationWorld world = await new Association()
            .AsAdmin()
            .With(seed =>
            {
                foreach (string owner in Owners)
                {
                    seed.Account(owner, "pa55-wörd", account =>
                        account.Attribute("zimbraPrefTimeZoneId", "Europe/Paris").Calendar("/Agenda")
                    );
                }
            })
            .StartAsync();
        foreach (string owner in Owners)
        {
            ZimbraClient client = world.As(owner);
            await client.Calendars.SharePubliclyAsync("/Agenda", cancellationToken: Cancel);
        }

        world.Server.Journal.Clear();
        return world;
    }
}
