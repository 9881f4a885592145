using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Calendars.Reviews;
using Zourit.Zimbra.Sharing.DependencyInjection;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Guides.Documents;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Values;

// A README's reader passes no token in the first lines they write.
#pragma warning disable xUnit1051

namespace Zourit.Zimbra.Sharing.Tests.Documentation;

/// <summary>The code of the READMEs, compiled and run; <see cref="ReadmeTests"/> checks that every line of theirs is here.</summary>
public sealed class ReadmeExamples
{
    private static readonly Secret OwnerPassword = new("pa55word");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clients_are_made_without_asking_the_server()
    {
        Secret password = OwnerPassword;
        Secret adminPassword = OwnerPassword;

        await using var zimbra = new ZimbraClient(
            new Uri("https://mail1.example.net"),
            ZimbraCredentials.Password("owner@monasso.org", password)
        );
        await using var admin = new ZimbraClient(
            new Uri("https://mail1.example.net"),
            ZimbraCredentials.Admin("admin@example.net", adminPassword)
        );

        Assert.Contains("owner@monasso.org", zimbra.ToString(), StringComparison.Ordinal);
        Assert.Contains("admin@example.net", admin.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_is_shared_with_a_guest_and_taken_back()
    {
        await using FakeZimbra fake = await FakeZimbra.StartAsync(seed =>
            seed.Account("owner@monasso.org", "pa55word", account => account.Calendar("/my-events"))
        );
        await using var zimbra = new ZimbraClient(fake.ServerUri, ZimbraCredentials.Password("owner@monasso.org", OwnerPassword));
        DateTimeOffset now = Today;

        GuestShare share = await zimbra.Calendars.ShareWithGuestAsync("/my-events", "adresse@orange.fr");

        Console.WriteLine(share.IcsAddress); // https://mail1.example.net/home/owner@monasso.org/my-events.ics
        Console.WriteLine(share.GuestIdentifier); // adresse.orange.fr@monasso.org
        Console.WriteLine(share.Outcome); // Created, Changed or Unchanged
        Console.WriteLine(share.Notification); // Sent: Zimbra mailed the personal link

        Assert.EndsWith("/home/owner@monasso.org/my-events.ics", $"{share.IcsAddress}", StringComparison.Ordinal);
        Assert.Equal("adresse.orange.fr@monasso.org", $"{share.GuestIdentifier}");
        Assert.Equal("Created", $"{share.Outcome}");
        Assert.StartsWith("Sent", $"{share.Notification}", StringComparison.Ordinal);

        await zimbra.Calendars.ShareWithGuestAsync(
            "/my-events",
            "adresse@orange.fr",
            new GuestShareOptions
            {
                Permissions = Permissions.Manager,
                Expiry = now.AddMonths(6),
                Note = "Bonjour, voici notre agenda.",
            }
        );

        Revocation revocation = await zimbra.Calendars.RevokeGuestAsync("/my-events", "adresse@orange.fr");
        Assert.Equal(RevocationOutcome.Removed, revocation.Outcome);
    }

    [Fact]
    public async Task A_calendar_is_opened_to_everybody()
    {
        await using FakeZimbra fake = await StartAsync();
        await using ZimbraClient zimbra = OwnerOf(fake);

        PublicShare open = await zimbra.Calendars.SharePubliclyAsync("/my-events");
        Feed feed = await zimbra.Feeds.ReadAsync(open.IcsAddress);

        Assert.Equal(["Fête"], feed.Events.Select(item => item.Summary));
    }

    [Fact]
    public async Task An_administrator_lets_a_guest_in_who_then_reads()
    {
        await using FakeZimbra fake = await StartAsync();
        await using ZimbraClient admin = AdminOf(fake);
        var guestPassword = new Secret("Guest-pa55word");

        await admin.Guests.CreateAsync(
            new NewGuestAccount
            {
                Owner = "owner@monasso.org",
                Calendar = "/my-events",
                Guest = "adresse@orange.fr",
                Password = guestPassword,
            }
        );

        await using ZimbraClient zimbra = OwnerOf(fake);
        GuestShare share = await zimbra.Calendars.ShareWithGuestAsync("/my-events", "adresse@orange.fr", cancellationToken: Cancellation);
        Assert.Equal(ShareOutcome.Unchanged, share.Outcome);
        DateTimeOffset now = Today;
        Feed feed = await zimbra.Feeds.ReadAsync(
            share.IcsAddress,
            new FeedReadOptions
            {
                Credentials = FeedCredentials.ForGuest(share.GuestIdentifier!.Value, guestPassword),
                From = now,
                To = now.AddDays(31),
            }
        );
        foreach (FeedEvent item in feed.Events)
        {
            Console.WriteLine($"{item.Start:g} {item.Summary}");
        }

        Assert.Equal(["Fête"], feed.Events.Select(item => item.Summary));
    }

    [Fact]
    public async Task Policies_ends_and_lists_are_looked_after()
    {
        await using FakeZimbra fake = await StartAsync();
        await using ZimbraClient zimbra = OwnerOf(fake);
        await using ZimbraClient admin = AdminOf(fake);
        DateTimeOffset now = Today;
        string[] owners = ["owner@monasso.org"];
        string[] guests = ["adresse@orange.fr", "marie@example.com"];

        await foreach (var outcome in admin.Calendars.ShareWithGuestsAsync(GuestShareItem.Combine(owners, "/my-events", guests)))
        {
            Console.WriteLine($"{outcome.Item.Owner} {outcome.Item.Guest}: {outcome.Result?.Outcome.ToString() ?? outcome.Error!.Message}");
        }

        SharingPolicy policy = await zimbra.Calendars.CheckPolicyAsync(new() { Guest = "adresse@orange.fr" });
        Console.WriteLine(policy.Guests); // e.g. Refused. Sharing with guests is switched off: zimbraExternalSharingEnabled is FALSE …

        await foreach (CalendarGrant grant in zimbra.Calendars.ListEndingAsync(TimeSpan.FromDays(30)))
        {
            Console.WriteLine($"{grant.Path} {grant.Grantee} {grant.EffectiveExpiry:d}");
        }

        await zimbra.Calendars.RenewAsync("/my-events", "adresse@orange.fr", now.AddYears(1));
        await zimbra.Calendars.NotifyAgainAsync("/my-events", "adresse@orange.fr");

        Assert.Equal(now.AddYears(1), (await zimbra.Calendars.ShareWithGuestAsync("/my-events", "adresse@orange.fr")).Expiry);

        ShareChanges sharing = await zimbra.Calendars.PlanAsync("/my-events", "adresse@orange.fr");
        Console.WriteLine($"{sharing.Outcome}, mails {sharing.MailTo ?? "nobody"}"); // Unchanged, mails nobody

        RevocationChanges ending = await zimbra.Calendars.PlanRevocationAsync("/my-events", "adresse@orange.fr", new() { Notify = true });
        Console.WriteLine($"{ending.Outcome}: {string.Join(", ", ending.Grants.Select(grant => grant.Grantee))}");

        ShareChanges renewing = await zimbra.Calendars.PlanRenewalAsync("/my-events", "adresse@orange.fr", now.AddYears(2));
        Console.WriteLine($"ends {renewing.Expiry:d} instead of {renewing.CurrentEffectiveExpiry:d}");

        Assert.Equal((ShareOutcome.Unchanged, null), (sharing.Outcome, sharing.MailTo));
        Assert.Equal("adresse@orange.fr", Assert.Single(ending.Grants).Grantee.Name);
        Assert.Equal((now.AddYears(2), now.AddYears(1)), (renewing.Expiry, renewing.CurrentEffectiveExpiry));
    }

    [Fact]
    public async Task Guests_are_looked_after_from_the_first_day_to_the_last()
    {
        await using FakeZimbra fake = await StartAsync();
        await using ZimbraClient zimbra = OwnerOf(fake);
        await using ZimbraClient admin = AdminOf(fake);

        Secret grantPassword = PasswordPolicy.None.CreatePassword(); // tell it to the guest yourself
        await zimbra.Calendars.ShareWithGuestAsync(
            "/my-events",
            "marie@example.com",
            new GuestShareOptions { GrantPassword = grantPassword, Notify = false }
        );

        PasswordPolicy rules = await admin.Guests.GetPasswordPolicyAsync("monasso.org");
        Secret password = rules.CreatePassword();
        await admin.Guests.CreateAsync(
            new NewGuestAccount
            {
                Owner = "owner@monasso.org",
                Calendar = "/my-events",
                Guest = "adresse@orange.fr",
                Password = password,
            }
        );

        await foreach (GuestAccess access in admin.Guests.ListAccessAsync("adresse@orange.fr"))
        {
            Console.WriteLine($"{access.Folder} {access.Permissions}");
        }

        GuestIdentifier guest = GuestIdentifier.For(GuestAddress.Parse("adresse@orange.fr"), "monasso.org");
        GuestRepair repair = await admin.Guests.RepairAsync(guest);
        GuestPasswordReset reset = await admin.Guests.ResetPasswordAsync(guest);
        await admin.Guests.SuspendAsync(guest);
        await admin.Guests.ResumeAsync(guest);
        GuestRetirement retirement = await admin.Guests.RetireAsync("monasso.org", "adresse@orange.fr");

        Assert.Empty(repair.Remaining);
        Assert.Null(reset.BrokenRule);
        Assert.True(retirement.IsComplete);
        Assert.Single(retirement.Revocations);
    }

    [Fact]
    public async Task A_guest_is_helped_and_access_reviewed()
    {
        await using FakeZimbra fake = await StartAsync();
        await using ZimbraClient zimbra = OwnerOf(fake);
        await using ZimbraClient admin = AdminOf(fake);
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.html");
        await using var output = new MemoryStream();
        GuestShare share = await zimbra.Calendars.ShareWithGuestAsync("/my-events", "adresse@orange.fr");

        FeedDiagnosis diagnosis = await zimbra.Feeds.DiagnoseAsync("owner@monasso.org", "/my-events", "adresse@orange.fr");
        foreach (FeedFinding finding in diagnosis.Findings.Where(finding => finding.Certainty != FindingCertainty.NotKnowable))
        {
            Console.WriteLine($"{finding.Sentence} {finding.Remedy}");
            Console.WriteLine($"{finding.Sentence.InLanguage("fr")} {finding.Remedy.InLanguage("fr")}");
        }

        SentInvitation? invitation = await zimbra.Invitations.FindAsync(
            new InvitationSearch { Guest = "adresse@orange.fr", Calendar = share.Path }
        );
        var guide = new SubscriptionGuide(share.ToSubscription() with { OwnerName = "Mon Asso", PersonalLink = invitation?.Link });
        await File.WriteAllTextAsync(path, guide.ToHtml(GuideLanguage.French));

        await ReviewReport.WriteCsvAsync(admin.Calendars.ReviewAsync(new ReviewOptions { Domain = "monasso.org" }), output);

        Assert.NotEmpty(diagnosis.Findings);
        Assert.Contains("adresse.orange.fr@monasso.org", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
        Assert.Contains("adresse@orange.fr", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public async Task The_typed_requests_are_there_too()
    {
        await using FakeZimbra fake = await StartAsync();
        await using ZimbraClient zimbra = OwnerOf(fake);

        FolderActionResponse raw = await zimbra.SendAsync(FolderActionRequest.Grant("10", FolderGrant.Guest("adresse@orange.fr", "r")));

        Assert.Equal("adresse@orange.fr", raw.GranteeId);
    }

    [Fact]
    public async Task An_app_registers_the_client()
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Zimbra:ServerUri"] = "https://mail1.example.net",
                    ["Zimbra:Account"] = "owner@monasso.org",
                    ["Zimbra:Password"] = "pa55word",
                }
            )
            .Build();
        var services = new ServiceCollection();

        services.AddZimbraSharing(configuration.GetSection("Zimbra"));

        await using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal(new Uri("https://mail1.example.net"), provider.GetRequiredService<ZimbraClient>().Server);
    }

    [Fact]
    public async Task An_app_gives_the_password_when_it_is_asked_for()
    {
        await using FakeZimbra fake = await FakeZimbra.StartAsync(
            seed => seed.Account("owner@monasso.org", "pa55word"),
            cancellationToken: Cancellation
        );
        var vault = new Vault("pa55word");
        var services = new ServiceCollection();
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Zimbra:ServerUri"] = fake.ServerUri.ToString(),
                    ["Zimbra:Account"] = "owner@monasso.org",
                }
            )
            .Build();

        services
            .AddZimbraSharing(configuration.GetSection("Zimbra"))
            .Configure(options => options.PasswordProvider = cancellationToken => vault.ReadAsync("zimbra-owner", cancellationToken));

        await using ServiceProvider provider = services.BuildServiceProvider();
        Assert.NotNull(await provider.GetRequiredService<ZimbraClient>().SendAsync(new NoOpRequest(), Cancellation));
    }

    [Fact]
    public void An_app_has_several_servers()
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["ZimbraServers:Asso:ServerUri"] = "https://mail1.example.net",
                    ["ZimbraServers:Asso:Account"] = "owner@monasso.org",
                    ["ZimbraServers:Asso:Password"] = "pa55word",
                }
            )
            .Build();
        var services = new ServiceCollection();

        services.AddZimbraSharing("asso", configuration.GetSection("ZimbraServers:Asso"));

        using ServiceProvider provider = services.BuildServiceProvider();
        ZimbraClient asso = provider.GetRequiredKeyedService<ZimbraClient>("asso");
        Assert.Equal(new Uri("https://mail1.example.net"), asso.Server);
    }

    private sealed class Vault(string password)
    {
        public async ValueTask<Secret> ReadAsync(string name, CancellationToken cancellationToken)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            return name == "zimbra-owner" ? new Secret(password) : throw new ArgumentException("There is no such secret.", nameof(name));
        }
    }

    private static DateTimeOffset Today => new(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);

    private static Task<FakeZimbra> StartAsync() =>
        FakeZimbra.StartAsync(
            seed =>
                seed.Account("owner@monasso.org", "pa55word", account =>
                    account.Calendar("/my-events", calendar => calendar.Event("Fête", Today.AddDays(3), Today.AddDays(3).AddHours(2)))
                ),
            cancellationToken: Cancellation
        );

    private static ZimbraClient AdminOf(FakeZimbra fake) =>
        new(
            fake.ServerUri,
            ZimbraCredentials.Admin(fake.AdminName, new Secret(fake.AdminPassword)),
            new ZimbraClientOptions { AdminUri = fake.AdminUri }
        );

    private static ZimbraClient OwnerOf(FakeZimbra fake) =>
        new(fake.ServerUri, ZimbraCredentials.Password("owner@monasso.org", OwnerPassword));
}
