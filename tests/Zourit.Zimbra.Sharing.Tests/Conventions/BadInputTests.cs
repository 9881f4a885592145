using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>Bad input to the sub-clients: refused before anything is sent, and named as the caller names it.</summary>
public sealed class BadInputTests
{
    private static readonly Secret Password = new Secret("s3cret-P4ss");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Every method that takes a guest's address, with the parameter that takes it.</summary>
    private static readonly (string Parameter, Func<ZimbraClient, string, Task> Call)[] GuestAddresses =
    [
        ("guest", (client, guest) => client.Calendars.ShareWithGuestAsync("/my-events", guest, cancellationToken: Token)),
        ("guest", (client, guest) => client.Calendars.PlanAsync("/my-events", guest, cancellationToken: Token)),
        ("options", (client, guest) => client.Calendars.CheckPolicyAsync(new() { Guest = guest }, Token)),
        ("account", (client, guest) => client.Guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = "monasso.org",
                    Guest = guest,
                    Password = Password,
                },
                Token
            )),
        ("account", (client, guest) => client.Guests.CreateAsync(
                new NewGuestAccount
                {
                    Owner = "owner@monasso.org",
                    Calendar = "/my-events",
                    Guest = guest,
                    Password = Password,
                },
                Token
            )),
        ("guest", (client, guest) => client.Guests.FindByMailAsync("monasso.org", guest, Token)),
        ("search", (client, guest) => All(client.Guests.FindAllAsync(new GuestSearch { Guest = guest }, Token))),
        ("search", (client, guest) => All(client.Guests.InspectAllAsync(new GuestSearch { Guest = guest }, Token))),
        ("guest", (client, guest) =>
            All(client.Guests.ListAccessAsync(guest, new GuestAccessOptions { OwnerDomain = "monasso.org" }, Token))
        ),
        ("guest", (client, guest) => client.Guests.RetireAsync("monasso.org", guest, new GuestRetirementOptions(), Token)),
        ("guest", (client, guest) => client.Invitations.ComputeLinkAsync(FolderPath.Parse("/my-events"), guest, Token)),
        ("search", (client, guest) =>
            client.Invitations.FindAsync(new InvitationSearch { Guest = guest, Calendar = FolderPath.Parse("/my-events") }, Token)
        ),
        ("search", (client, guest) => client.Invitations.FindAsync(new InvitationSearch { Guest = guest }, Token)),
        ("search", (client, guest) => All(client.Invitations.FindAllAsync(new InvitationSearch { Guest = guest }, Token))),
        ("text", (_, guest) => Task.FromResult(GuestAddress.Parse(guest))),
    ];

    /// <summary>Every method that takes the name of somebody who has a grant.</summary>
    private static readonly (string Parameter, Func<ZimbraClient, string, Task> Call)[] Grantees =
    [
        ("user", (client, name) => client.Calendars.ShareWithUserAsync("/my-events", name, cancellationToken: Token)),
        ("guest", (client, name) => client.Calendars.RevokeGuestAsync("/my-events", name, cancellationToken: Token)),
        ("grantee", (client, name) => client.Calendars.FindShareAsync("/my-events", name, Token)),
        ("user", (client, name) => client.Calendars.RevokeUserAsync("/my-events", name, cancellationToken: Token)),
        ("grantee", (client, name) => client.Calendars.RenewAsync("/my-events", name, ShareExpiry.Never, Token)),
        ("grantee", (client, name) => client.Calendars.PlanRevocationAsync("/my-events", name, cancellationToken: Token)),
        ("grantee", (client, name) => client.Calendars.PlanRenewalAsync("/my-events", name, ShareExpiry.Never, Token)),
        ("grantee", (client, name) => client.Calendars.NotifyAgainAsync("/my-events", name, cancellationToken: Token)),
    ];

    /// <summary>Every method that takes a calendar as text.</summary>
    private static readonly (string Parameter, Func<ZimbraClient, string, Task> Call)[] Paths =
    [
        ("calendar", (client, path) => client.Calendars.ShareWithGuestAsync(path, "adresse@orange.fr", cancellationToken: Token)),
        ("calendar", (client, path) => client.Calendars.ShareWithUserAsync(path, "paul@monasso.org", cancellationToken: Token)),
        ("calendar", (client, path) => client.Calendars.SharePubliclyAsync(path, cancellationToken: Token)),
        ("calendar", (client, path) => client.Calendars.RevokeGuestAsync(path, "adresse@orange.fr", cancellationToken: Token)),
        ("calendar", (client, path) => client.Calendars.RevokeUserAsync(path, "paul@monasso.org", cancellationToken: Token)),
        ("calendar", (client, path) => client.Calendars.RevokePublicAsync(path, Token)),
        ("options", (client, path) => All(client.Calendars.ListSharesAsync(new() { Calendar = path }, cancellationToken: Token))),
        ("calendar", (client, path) => client.Calendars.RenewAsync(path, "adresse@orange.fr", ShareExpiry.Never, Token)),
        ("calendar", (client, path) => client.Calendars.RenewPublicAsync(path, ShareExpiry.Never, Token)),
        ("calendar", (client, path) => client.Calendars.PlanRevocationAsync(path, "adresse@orange.fr", cancellationToken: Token)),
        ("calendar", (client, path) => client.Calendars.PlanRenewalAsync(path, "adresse@orange.fr", ShareExpiry.Never, Token)),
        ("calendar", (client, path) => client.Calendars.NotifyAgainAsync(path, "adresse@orange.fr", cancellationToken: Token)),
        ("account", (client, path) => client.Guests.CreateAsync(
                new NewGuestAccount
                {
                    Owner = "owner@monasso.org",
                    Calendar = path,
                    Guest = "adresse@orange.fr",
                    Password = Password,
                },
                Token
            )),
        ("calendar", (client, path) =>
            client.Feeds.DiagnoseAsync("owner@monasso.org", path, "adresse@orange.fr", cancellationToken: Token)
        ),
        ("text", (_, path) => Task.FromResult(FolderPath.Parse(path))),
    ];

    /// <summary>Every method that takes an owner's domain.</summary>
    private static readonly (string Parameter, Func<ZimbraClient, string, Task> Call)[] Domains =
    [
        ("account", (client, domain) => client.Guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = domain,
                    Guest = "adresse@orange.fr",
                    Password = Password,
                },
                Token
            )),
        ("account", (client, domain) => client.Guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = domain,
                    Guest = "adresse@orange.fr",
                    Password = Password,
                },
                Token
            )),
        ("ownerDomain", (client, domain) => client.Guests.FindByMailAsync(domain, "adresse@orange.fr", Token)),
        ("search", (client, domain) => All(client.Guests.FindAllAsync(new GuestSearch { OwnerDomain = domain }, Token))),
        ("search", (client, domain) => All(client.Guests.InspectAllAsync(new GuestSearch { OwnerDomain = domain }, Token))),
        ("ownerDomain", (client, domain) => All(client.Administration.ListPublishedSharesAsync(domain, cancellationToken: Token))),
        ("domain", (client, domain) => client.Administration.CheckAdministratorAsync(domain, cancellationToken: Token)),
        ("ownerDomain", (client, domain) => client.Guests.GetPasswordPolicyAsync(domain, Token)),
        ("ownerDomain", (client, domain) => All(client.Guests.FindCollisionsAsync(domain, Token))),
        ("options", (client, domain) =>
            All(client.Guests.ListAccessAsync("adresse@orange.fr", new GuestAccessOptions { OwnerDomain = domain }, Token))
        ),
        ("ownerDomain", (client, domain) => client.Guests.RetireAsync(domain, "adresse@orange.fr", new GuestRetirementOptions(), Token)),
        ("ownerDomain", (_, domain) => Task.FromResult(GuestIdentifier.For(GuestAddress.Parse("adresse@orange.fr"), domain))),
    ];

    [Theory]
    [InlineData("adresse", "must have a name, an '@' and a domain"), InlineData("", "'@'"), InlineData("@orange.fr", "'@'")]
    [
        InlineData("Jean Dupont <adresse@orange.fr>", "Give the bare address: 'adresse@orange.fr'"),
        InlineData("\"Jean\" <adresse@orange.fr>", "Give the bare address")
    ]
    [
        InlineData("\"adresse\"@orange.fr", "only ASCII letters, digits"),
        InlineData("adr esse@orange.fr", "only ASCII letters, digits"),
        InlineData("adr\u0001esse@orange.fr", "only ASCII letters, digits")
    ]
    [InlineData("a@b@orange.fr", "more than one '@'"), InlineData("adresse@orange .fr", "is no domain")]
    public Task An_address_that_no_guest_can_have(string guest, string remedy) => RefusedAsync(GuestAddresses, guest, remedy);

    [Theory]
    [
        InlineData("Jean Dupont", "Give a bare mail address"),
        InlineData("pa\u0001ul@monasso.org", "Give a bare mail address"),
        InlineData(" ", "")
    ]
    public Task A_grantee_whom_no_list_can_hold(string name, string remedy) => RefusedAsync(Grantees, name, remedy);

    [Theory]
    [
        InlineData("/a:b", "holds the character ':' at position 1"),
        InlineData("/\"Asso\"", "holds the character '\"'"),
        InlineData("/a//b", "must not be empty"),
        InlineData("/..", "cannot be a folder's name")
    ]
    [InlineData("/a\u0001b", "U+0001")]
    public Task A_path_that_no_folder_can_have(string path, string remedy) => RefusedAsync(Paths, path, remedy);

    [Theory]
    [
        InlineData("mon asso.org", "is no domain. Give the domain of the calendar's owner"),
        InlineData("owner@monasso.org", "is no domain"),
        InlineData("", "is no domain")
    ]
    public Task A_domain_that_is_invalid(string domain, string remedy) => RefusedAsync(Domains, domain, remedy);

    [Fact]
    public void No_method_that_takes_a_guests_address_or_an_owners_domain_is_missing_here()
    {
        Assert.Equal(MethodsTaking("guest"), GuestAddresses.Count(entry => entry.Parameter == "guest"));
        Assert.Equal(MethodsTaking("ownerDomain"), Domains.Count(entry => entry.Parameter == "ownerDomain"));

        static int MethodsTaking(string parameter) =>
            Packages
                .PublicTypes.SelectMany(type => type.GetMethods())
                .Where(method => !method.Name.StartsWith("Diagnose", StringComparison.Ordinal))
                .Where(method => method.Name is not ("RevokeGuestAsync" or "RevokeAllOfGuestAsync"))
                .Count(method => method.GetParameters().Any(taken => taken.Name == parameter && taken.ParameterType == typeof(string)));
    }

    [Fact]
    public async Task A_note_or_grant_password_that_xml_cannot_carry()
    {
        (string Parameter, Func<ZimbraClient, string, Task> Call)[] calls =
        [
            ("options", (client, bad) =>
                client.Calendars.ShareWithGuestAsync("/my-events", "adresse@orange.fr", new() { Note = bad }, Token)
            ),
            ("options", (client, bad) =>
                client.Calendars.ShareWithGuestAsync("/my-events", "adresse@orange.fr", new() { GrantPassword = new Secret(bad) }, Token)
            ),
            ("options", (client, bad) =>
                client.Calendars.ShareWithUserAsync("/my-events", "paul@monasso.org", new() { Note = bad }, Token)
            ),
            ("options", (client, bad) => client.Calendars.NotifyAgainAsync("/my-events", "adresse@orange.fr", new() { Note = bad }, Token)),
        ];
        await RefusedAsync(calls, "a\u0001b", "U+0001 at position 1");
        await RefusedAsync(calls, "\uD83C", "U+D83C at position 0");
    }

    private static async Task RefusedAsync((string Parameter, Func<ZimbraClient, string, Task> Call)[] calls, string text, string remedy)
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.AdminToken(new Secret("0_given")),
            TestClients.Options(options => options.AdminUri = server.Address)
        );
        foreach ((string parameter, Func<ZimbraClient, string, Task> call) in calls)
        {
            ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() => call(client, text));

            Assert.Equal(parameter, e.ParamName);
            Assert.Contains(remedy, e.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("(Parameter", e.Message, StringComparison.Ordinal);
        }

        Assert.Empty(server.Requests);
    }

    private static async Task All<T>(IAsyncEnumerable<T> stream)
    {
        await foreach (T _ in stream.WithCancellation(Token)) { }
    }
}
