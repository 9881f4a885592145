using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Values;

// A page's reader passes no token in the first lines they write.
#pragma warning disable xUnit1051

namespace Zourit.Zimbra.Sharing.Tests.Documentation;

/// <summary>The code of the pages under docs that the READMEs do not have, compiled and run.</summary>
public sealed class PageExamples
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_calendar_is_shared()
    {
        await using FakeZimbra fake = await FakeZimbra.StartRecordedAsync(cancellationToken: Cancellation);
        var password = new Secret("Secret-1alice");
        await using var zimbra = new ZimbraClient(fake.ServerUri, ZimbraCredentials.Password("alice@example.test", password));

        GuestShare share = await zimbra.Calendars.ShareWithGuestAsync("/Calendar", "adresse@orange.fr");

        Assert.Equal(ShareOutcome.Created, share.Outcome);

        GuestShare changed = await zimbra.Calendars.ShareWithGuestAsync(
            "/Calendar",
            "adresse@orange.fr",
            new() { Permissions = Permissions.Manager }
        );
        Console.WriteLine(changed.Outcome); // Changed
        Revocation revocation = await zimbra.Calendars.RevokeGuestAsync("/Calendar", "adresse@orange.fr");
        Console.WriteLine(revocation.Outcome); // Removed

        Assert.Equal(ShareOutcome.Changed, changed.Outcome);
        Assert.Equal(RevocationOutcome.Removed, revocation.Outcome);
        Assert.Equal(2, fake.Outbox.To("adresse@orange.fr").Count);
    }

    [Fact]
    public void A_result_is_made_without_any_server()
    {
        var share = new GuestShare
        {
            Outcome = ShareOutcome.Created,
            Owner = "owner@monasso.org",
            Path = FolderPath.Parse("/my-events"),
            FolderId = "257",
            IcsAddress = IcsAddress.Parse("https://mail1.example.net/home/owner@monasso.org/my-events.ics"),
            Grantee = new() { Type = GranteeType.Guest, Name = "adresse@orange.fr" },
            Permissions = Permissions.Viewer,
            Login = new() { Kind = GuestLoginKind.VirtualAccount, UserName = "adresse.orange.fr@monasso.org" },
            Notification = new() { Status = NotificationStatus.Sent, Address = "adresse@orange.fr" },
        };
        GuestShare unmailed = share with { Notification = new() { Status = NotificationStatus.NotRequested } };

        Assert.NotEqual(share, unmailed);
        Assert.Contains("adresse@orange.fr", share.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_says_what_must_be_true_afterwards()
    {
        await using FakeZimbra fake = await FakeZimbra.StartAsync(seed =>
            seed.Account("owner@monasso.org", "pa55word", account => account.Calendar("/my-events"))
        );

        await using ZimbraClient zimbra = fake.CreateClient("owner@monasso.org");
        await zimbra.Calendars.ShareWithGuestAsync("/my-events", "adresse@orange.fr");

        fake.Calendar("owner@monasso.org", "/my-events").MustBeSharedWith("adresse@orange.fr", "r").MustNotBePublic();
        fake.MailTo("adresse@orange.fr").MustHaveBeenSentOnce();
        fake.Requests("SendShareNotificationRequest").MustHaveBeenSent(1);
    }

    [Fact]
    public async Task Those_who_left_lose_their_shares()
    {
        await using FakeZimbra fake = await StartAsync();
        await using ZimbraClient admin = AdminOf(fake);
        string[] owners = ["ancien@monasso.org", "tresor@monasso.org"];
        string[] former = ["adresse@orange.fr"];
        await admin.Mailbox(owners[0]).Calendars.ShareWithGuestAsync("/my-events", former[0]);
        List<RevocationOutcome?> outcomes = [];

        await foreach (var outcome in admin.Calendars.RevokeSharesAsync(GuestShareItem.Combine(owners, "/my-events", former)))
        {
            Console.WriteLine($"{outcome.Item.Owner}: {outcome.Result?.Outcome.ToString() ?? outcome.Error!.Message}");
            outcomes.Add(outcome.Result?.Outcome);
        }

        Assert.Equal([RevocationOutcome.Removed, RevocationOutcome.NotThere], outcomes);
    }

    [Fact]
    public async Task What_ends_this_month_is_renewed()
    {
        await using FakeZimbra fake = await StartAsync();
        await using ZimbraClient admin = AdminOf(fake);
        ZimbraMailbox zimbra = admin.Mailbox("ancien@monasso.org");
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        await zimbra.Calendars.ShareWithGuestAsync("/my-events", "adresse@orange.fr", new GuestShareOptions { Expiry = now.AddDays(10) });

        await foreach (CalendarGrant ending in zimbra.Calendars.ListEndingAsync(TimeSpan.FromDays(31)))
        {
            await zimbra.Calendars.RenewAsync(ending.FolderId, ending.Grantee.Name!, now.AddYears(1));
        }

        Assert.Empty(await zimbra.Calendars.ListEndingAsync(TimeSpan.FromDays(31)).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task The_guests_of_a_former_treasurer_go_to_the_next()
    {
        await using FakeZimbra fake = await StartAsync();
        await using ZimbraClient admin = AdminOf(fake);
        GuestShareOptions writer = new() { Permissions = Permissions.Editor };
        await admin.Mailbox("ancien@monasso.org").Calendars.ShareWithGuestAsync("/my-events", "adresse@orange.fr", writer);
        await admin.Mailbox("ancien@monasso.org").Calendars.ShareWithGuestAsync("/volunteers", "adresse@orange.fr");

        ZimbraMailbox next = admin.Mailbox("tresor@monasso.org");
        await foreach (CalendarGrant grant in admin.Mailbox("ancien@monasso.org").Calendars.ListSharesAsync())
        {
            if (grant.Grantee is { Type: GranteeType.Guest, Name: string guest })
            {
                await next.Calendars.ShareWithGuestAsync(grant.Path.ToString(), guest, new() { Permissions = grant.Permissions });
            }
        }

        fake.Calendar("tresor@monasso.org", "/my-events").MustBeSharedWith("adresse@orange.fr", "rwi");
        fake.Calendar("tresor@monasso.org", "/volunteers").MustBeSharedWith("adresse@orange.fr", "r");
    }

    [Fact]
    public async Task What_a_delegated_administrator_lacks_is_printed()
    {
        await using FakeZimbra fake = await FakeZimbra.StartAsync(
            seed =>
                seed.Account("owner@monasso.org", "pa55word")
                    .Administrator("pipe@monasso.org", "pa55word", pipe => pipe.GrantOn("account", "pipe@monasso.org", "checkRightUsr")),
            cancellationToken: Cancellation
        );
        await using var admin = new ZimbraClient(
            fake.ServerUri,
            ZimbraCredentials.Admin("pipe@monasso.org", new Secret("pa55word")),
            new ZimbraClientOptions { AdminUri = fake.AdminUri }
        );

        AdministratorCheck check = await admin.Administration.CheckAdministratorAsync("monasso.org");
        foreach (GrantRightRequest grant in check.GrantsFor("Guests.CreateAsync", "Guests.SuspendAsync"))
        {
            Console.WriteLine(grant.ZmprovLine); // or, as a global administrator: await global.SendAsync(grant)
        }

        Assert.Contains(check.GrantsFor("Guests.CreateAsync"), grant =>
            grant.ZmprovLine.Contains("createAccount", StringComparison.Ordinal)
        );
    }

    private static Task<FakeZimbra> StartAsync() =>
        FakeZimbra.StartAsync(
            seed =>
                seed.Account("ancien@monasso.org", "pa55word", account => account.Calendar("/my-events").Calendar("/volunteers"))
                    .Account("tresor@monasso.org", "pa55word", account => account.Calendar("/my-events").Calendar("/volunteers")),
            cancellationToken: Cancellation
        );

    private static ZimbraClient AdminOf(FakeZimbra fake) =>
        new(
            fake.ServerUri,
            ZimbraCredentials.Admin(fake.AdminName, new Secret(fake.AdminPassword)),
            new ZimbraClientOptions { AdminUri = fake.AdminUri }
        );
}
