using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Testing.Journals;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Testing.Model;

#pragma warning disable xUnit1051 // The code stands as its readers see it: without the test runner's token.

namespace Zourit.Zimbra.Sharing.Testing.Tests.Documentation;

/// <summary>The code of the package's README, as it is there.</summary>
public sealed class ReadmeExamples
{
    [Fact]
    public async Task Administrators_have_the_rights_that_they_were_granted()
    {
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(seed =>
            seed.Account("owner@monasso.org", "Secret-1owner")
                .Administrator("pipe@monasso.org", "Secret-1pipe", admin =>
                    admin
                        .Grant("adminLoginAs", "listAccount", "get.account.zimbraSharedItem") // on its own domain
                        .GrantOn("config", null, "get.config.zimbraExternalAccountProvisioningKey")
                        .DenyOn("account", "owner@monasso.org", "adminLoginAs")
                )
        );

        zimbra.GrantRight("pipe@monasso.org", "getAccountInfo"); // between two requests
        zimbra.RevokeRight("pipe@monasso.org", "listAccount");

        Domain domain = zimbra.Directory.FindDomain("monasso.org")!;
        Assert.Equal(
            ["adminLoginAs", "get.account.zimbraSharedItem", "getAccountInfo"],
            domain.Attributes.Values("zimbraACE").Select(value => value.Split(' ')[2]).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_first_screen_starts_a_server_and_asks_it()
    {
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(seed =>
            seed.Account("owner@monasso.org", "Secret-1owner", account =>
                account
                    .DisplayName("The Owner")
                    .Calendar("/my-events", calendar =>
                        calendar
                            .Event(
                                "Fair",
                                new DateTimeOffset(2026, 12, 5, 9, 0, 0, TimeSpan.Zero),
                                new DateTimeOffset(2026, 12, 5, 17, 0, 0, TimeSpan.Zero)
                            )
                            .ShareWithGuest("adresse@orange.fr", "r")
                    )
            )
        );

        Uri server = zimbra.ServerUri; // user service, REST and sign-up: http://127.0.0.1:40123/
        Uri admin = zimbra.AdminUri; // admin service, on a port of its own
        string name = zimbra.AdminName,
            password = zimbra.AdminPassword;

        IReadOnlyList<AccessGrant> grants = zimbra.GrantsOf("owner@monasso.org", "/my-events");
        MailFolder? folder = zimbra.FolderOf("owner@monasso.org", "/my-events");
        Account? guest = zimbra.GuestOf("adresse@orange.fr", "monasso.org");
        IReadOnlyList<OutgoingMail> mails = zimbra.Outbox.To("adresse@orange.fr");
        Uri? link = mails is [.., var last] ? last.PersonalLink : null;
        IReadOnlyList<JournalEntry> calls = zimbra.Journal.Of("FolderActionRequest");

        Assert.NotEqual(server.Port, admin.Port);
        Assert.Equal(("admin@example.test", "Adm1n-pass"), (name, password));
        Assert.Equal("adresse@orange.fr", Assert.Single(grants).GranteeId);
        Assert.Single(folder!.Items);
        Assert.Null(guest);
        Assert.Null(link);
        Assert.Empty(calls);

        zimbra.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect(); // the grant is made, the reply is lost
        zimbra.Misbehave.On("SendShareNotificationRequest").Call(2).ServiceUnavailableFor(TimeSpan.FromSeconds(7));
        zimbra.Misbehave.OnRecipient().Call(2).RefuseAddress(); // SMTP fails at the second address
        zimbra.Misbehave.On(MisbehaviourRules.Rest).Delay(TimeSpan.FromSeconds(3));
        zimbra.Misbehave.On("BatchRequest").Call(1).BetweenItems(gap => AnotherClientAsync()); // another session comes in between
        zimbra.Misbehave.LagPublication(TimeSpan.FromSeconds(2));
        zimbra.Misbehave.LimitRequests(perSecond: 30, status: 429); // 30 a second, as the server's filter
        Assert.Empty(zimbra.Misbehave.Injected);
    }

    [Fact]
    public async Task Tests_say_what_must_be_true()
    {
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(seed =>
            seed.Account("owner@monasso.org", "Secret-1owner", account => account.Calendar("/my-events"))
        );

        await using ZimbraClient client = zimbra.CreateClient("owner@monasso.org"); // with the account's password
        await client.Calendars.ShareWithGuestAsync("/my-events", "adresse@orange.fr");

        zimbra.Calendar("owner@monasso.org", "/my-events").MustBeSharedWith("adresse@orange.fr", "r").MustNotBePublic();
        OutgoingMail mail = zimbra.MailTo("adresse@orange.fr").MustHaveBeenSentOnce();
        zimbra.MailTo("marie@example.com").MustNotHaveBeenSent();
        zimbra.Requests("SendShareNotificationRequest").MustHaveBeenSent(1);
        Assert.NotNull(mail.PersonalLink);
    }

    [Fact]
    public async Task The_clock_moves()
    {
        var clock = new FakeTimeProvider();
        await using FakeZimbra zimbra = await FakeZimbra.StartRecordedAsync(new FakeZimbraOptions { TimeProvider = clock });
        clock.Advance(TimeSpan.FromDays(31));
        zimbra.RunDailyTask(); // closes and deletes the accounts of guests that nothing is shared with
        zimbra.RunExpiryTask(); // removes grants that are past their end, with a mail
        Assert.Empty(zimbra.Outbox.Mails);
    }

    [Fact]
    public void The_readme_holds_this_code()
    {
        var source = Normalised(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documentation", "ReadmeExamples.cs")));
        var blocks = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documentation", "README.md"))
            .Split("```csharp\n")
            .Skip(1)
            .Select(rest => rest.Split("```")[0])
            .ToList();

        Assert.Equal(7, blocks.Count);
        Assert.All(blocks, block => Assert.Contains(Normalised(block), source, StringComparison.Ordinal));
    }

    private static Task AnotherClientAsync() => Task.CompletedTask;

    // The README's lines are broken for its readers, these by the formatter.
    private static string Normalised(string code) => string.Concat(code.Where(letter => !char.IsWhiteSpace(letter)));

    public sealed class ZimbraFixture : IAsyncLifetime
    {
        public FakeZimbra Zimbra { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Zimbra = await FakeZimbra.StartAsync(seed => seed.Account("owner@monasso.org", "Secret-1owner"));

        public ValueTask DisposeAsync() => Zimbra.DisposeAsync();
    }

    public sealed class FixtureUser(ZimbraFixture fixture) : IClassFixture<ZimbraFixture>
    {
        [Fact]
        public void A_fixture_hands_its_server_on() => Assert.NotNull(fixture.Zimbra.Directory.FindAccount("owner@monasso.org"));
    }
}
