using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Testing.Assertions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Assertions;

public sealed class AssertionTests
{
    private const string Owner = World.Owner;
    private const string Guest = World.Guest;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_not_so_is_said_with_what_is()
    {
        await using FakeZimbra fake = await StartAsync();

        Fails(
            "The calendar /my-events of owner@monasso.org must be shared with marie@example.com (r). It is shared with adresse@orange.fr "
                + "(rwidx), colleague@monasso.org (r).",
            () => fake.Calendar(Owner, "/my-events").MustBeSharedWith("marie@example.com", "r")
        );
        Fails("must be shared with adresse@orange.fr (r)", () => fake.Calendar(Owner, "/my-events").MustBeSharedWith(Guest, "r"));
        Fails("must not be shared with", () => fake.Calendar(Owner, "/my-events").MustNotBeSharedWith("Colleague@monasso.org"));
        Fails("must be shared with nobody", () => fake.Calendar(Owner, "/my-events").MustBeSharedWithNobody());
        Fails("must be public. It is", () => fake.Calendar(Owner, "/my-events").MustBePublic());
        Fails("must not be public. It is shared with the public (r).", () => fake.Calendar(Owner, "/open").MustNotBePublic());
        Fails("1 mail to adresse@orange.fr must have been sent. no mail", () => fake.MailTo(Guest).MustHaveBeenSentOnce());
        Fails("1 AuthRequest must have been sent, and no AuthRequest came", () => fake.Requests("AuthRequest").MustHaveBeenSent(1));
    }

    [Fact]
    public async Task Names_that_the_server_does_not_know_are_mistakes_of_the_test()
    {
        await using FakeZimbra fake = await StartAsync();

        Assert.ThrowsAny<ArgumentException>(() => fake.Calendar("nobody@monasso.org", "/my-events").MustBePublic());
        Assert.ThrowsAny<ArgumentException>(() => fake.Calendar(Owner, "/nothing").MustBePublic());
        Assert.Contains(
            "AuthRequest",
            Assert.ThrowsAny<ArgumentException>(() => fake.Requests("AuthReqest")).Message,
            StringComparison.Ordinal
        );
        Assert.ThrowsAny<ArgumentException>(() => fake.CreateClient("nobody@monasso.org"));
        Assert.ThrowsAny<ArgumentException>(() => fake.CreateClient("group-less@monasso.org"));
    }

    [Fact]
    public async Task A_journal_that_dropped_requests_proves_nothing()
    {
        await using FakeZimbra fake = await FakeZimbra.StartAsync(
            seed => seed.Account(Owner, World.Password, account => account.Calendar("/my-events")),
            new FakeZimbraOptions { JournalCapacity = 1 },
            Cancel
        );
        await using ZimbraClient zimbra = fake.CreateClient(Owner);
        await zimbra.Calendars.ShareWithGuestAsync("/my-events", Guest, cancellationToken: Cancel);

        Assert.Throws<InvalidOperationException>(() => fake.Requests("GrantRightRequest").MustNotHaveBeenSent());
    }

    [Fact]
    public async Task A_client_of_an_account_shares_and_the_test_reads_like_a_sentence()
    {
        await using FakeZimbra fake = await StartAsync();
        await using ZimbraClient zimbra = fake.CreateClient(Owner);

        await zimbra.Calendars.ShareWithGuestAsync("/private", Guest, new() { Permissions = Permissions.Manager }, Cancel);

        fake.Calendar(Owner, "/private").MustBeSharedWith("Adresse@Orange.fr", "xdiwr").MustNotBePublic();
        fake.Calendar(Owner, "/my-events").MustBeSharedWith("second@monasso.org", "r");
        Assert.NotNull(fake.MailTo(Guest).MustHaveBeenSentOnce().PersonalLink);
        fake.MailTo("marie@example.com").MustNotHaveBeenSent();
        fake.Requests("SendShareNotificationRequest").MustHaveBeenSent(1);
        fake.Requests("CreateFolderRequest").MustNotHaveBeenSent();

        await zimbra.Calendars.RevokeGuestAsync("/private", Guest, cancellationToken: Cancel);
        fake.Calendar(Owner, "/private").MustBeSharedWithNobody();
    }

    [Fact]
    public async Task A_client_of_an_administrator_works_for_others()
    {
        await using FakeZimbra fake = await StartAsync();
        var options = new ZimbraClientOptions();
        await using ZimbraClient admin = fake.CreateClient(fake.AdminName, options);
        Assert.Null(options.AdminUri);

        await admin.Mailbox(Owner).Calendars.SharePubliclyAsync("/my-events", cancellationToken: Cancel);

        fake.Calendar(Owner, "/my-events").MustBePublic();
    }

    [Fact]
    public async Task What_is_past_its_end_is_no_share_and_what_is_inherited_is()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
        await using FakeZimbra fake = await FakeZimbra.StartAsync(
            seed =>
                seed.Account(Owner, World.Password, account =>
                    account
                        .Calendar("/my-events", calendar =>
                            calendar.ShareWithGuest(Guest, "r", new() { Expiry = clock.GetUtcNow().AddDays(1) })
                        )
                        .Calendar("/my-events/below")
                ),
            new FakeZimbraOptions { TimeProvider = clock },
            Cancel
        );

        fake.Calendar(Owner, "/my-events/below").MustBeSharedWith(Guest, "r");
        clock.Advance(TimeSpan.FromDays(2));
        fake.Calendar(Owner, "/my-events").MustBeSharedWithNobody();
    }

    private static Task<FakeZimbra> StartAsync() =>
        FakeZimbra.StartAsync(
            seed =>
                seed.Account("colleague@monasso.org", "Secret-1colleague", account => account.Alias("second@monasso.org"))
                    .Account(Owner, World.Password, account =>
                        account
                            .Calendar("/my-events", calendar =>
                                calendar.ShareWithGuest(Guest, "rwidx").ShareWithUser("colleague@monasso.org", "r")
                            )
                            .Calendar("/open", calendar => calendar.SharePublicly("r"))
                            .Calendar("/private")
                    ),
            cancellationToken: Cancel
        );

    private static void Fails(string said, Action assertion) =>
        Assert.Contains(said, Assert.Throws<FakeZimbraAssertionException>(assertion).Message, StringComparison.Ordinal);
}
