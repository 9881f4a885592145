using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars.Reviews;
using Zourit.Zimbra.Sharing.DependencyInjection;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>What a method needs and is not given is refused at once, by the name of the parameter that misses it.</summary>
public sealed class MissingInputTests
{
    private static readonly Uri Server = new("https://mail1.example.net");
    private static readonly IcsAddress Ics = IcsAddress.Parse("https://mail1.example.net/home/owner@monasso.org/my-events.ics");
    private static readonly GuestIdentifier Guest = GuestIdentifier.Parse("adresse.orange.fr@monasso.org");
    private static readonly ProvisioningKey Key = ProvisioningKey.Parse(new Secret("0:1:00"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly (string Parameter, Func<ZimbraClient, Task> Call)[] Objects =
    [
        ("server", _ => Now(() => new ZimbraClient((Uri)null!, ZimbraCredentials.Anonymous))),
        ("credentials", _ => Now(() => new ZimbraClient(Server, null!))),
        ("request", client => client.SendAsync<NoOpResponse>(null!, Token)),
        ("request", client => All(client.SearchDirectoryAsync(null!, Token))),
        ("password", _ => Now(() => ZimbraCredentials.PasswordFrom("owner@monasso.org", null!))),
        ("password", _ => Now(() => ZimbraCredentials.AdminFrom("admin@monasso.org", null!))),
        ("value", _ => Now(() => new Secret(null!))),
        ("name", _ => Now(() => FolderPath.Root.Append(null!))),
        ("text", _ => Now(() => FolderPath.Parse(null!))),
        ("text", _ => Now(() => GuestAddress.Parse(null!))),
        ("text", _ => Now(() => GuestIdentifier.Parse(null!))),
        ("ownerDomain", _ => Now(() => GuestIdentifier.For(GuestAddress.Parse("adresse@orange.fr"), null!))),
        ("text", _ => Now(() => IcsAddress.Parse(null!))),
        ("service", _ => Now(() => IcsAddress.From(null!, "owner@monasso.org", FolderPath.Root))),
        ("letters", _ => Now(() => Permissions.Parse(null!))),
        ("shares", client => All(client.Calendars.ShareWithGuestsAsync(null!, cancellationToken: Token))),
        ("shares", client => All(client.Calendars.RevokeSharesAsync(null!, cancellationToken: Token))),
        ("shares", client => All(client.Calendars.PlanRevocationsAsync(null!, cancellationToken: Token))),
        ("renewals", client => All(client.Calendars.PlanRenewalsAsync(null!, cancellationToken: Token))),
        ("findings", _ => ReviewReport.WriteCsvAsync(null!, Stream.Null, Token)),
        ("output", _ => ReviewReport.WriteCsvAsync(AsyncEnumerable.Empty<ReviewFinding>(), null!, Token)),
        ("findings", _ => ReviewReport.WriteJsonAsync(null!, Stream.Null, Token)),
        ("output", _ => ReviewReport.WriteJsonAsync(AsyncEnumerable.Empty<ReviewFinding>(), null!, Token)),
        ("address", client => client.Feeds.ReadAsync(null!, cancellationToken: Token)),
        ("address", client => client.Feeds.OpenAsync(null!, cancellationToken: Token)),
        ("address", client => client.Feeds.ReadFreeBusyAsync(null!, cancellationToken: Token)),
        ("address", client => client.Feeds.FindEncryptedAddressAsync(null!, Token)),
        ("address", client => client.Feeds.DiagnoseAddressAsync(null!, "adresse@orange.fr", cancellationToken: Token)),
        ("subscription", _ => Now(() => new SubscriptionGuide(null!))),
        ("subscription", _ => Now(() => new AppleProfile(null!))),
        ("account", client => client.Guests.CreateAsync(null!, Token)),
        ("accounts", client => All(client.Guests.CreateAllAsync(null!, cancellationToken: Token))),
        ("search", client => All(client.Guests.FindAllAsync(null!, Token))),
        ("search", client => All(client.Guests.InspectAllAsync(null!, Token))),
        ("link", client => client.Invitations.AcceptAsync(null!, "Adresse", new Secret("s3cret"), cancellationToken: Token)),
        ("search", client => client.Invitations.FindAsync(null!, Token)),
        ("search", client => All(client.Invitations.FindAllAsync(null!, Token))),
        ("link", _ => Now(() => PersonalLink.Parse(null!))),
        ("mail", _ => Now(() => PersonalLink.Find(null!))),
        ("link", _ => Now(() => Key.HasSigned(null!))),
        ("baseAddress", _ => Now(() => Key.Sign(null!, "owner", "257", "adresse@orange.fr", null))),
        ("attributes", _ => Now(() => PasswordPolicy.Read(null!))),
        ("requests", _ => Now(() => new BatchRequest(null!))),
        ("account", _ => Now(() => PreauthValue.Compute(null!, new Secret("00"), DateTimeOffset.UnixEpoch))),
        ("value", _ => Now(() => LdapFilter.Equal("mail", null!))),
        ("grant", _ => Now(() => FolderActionRequest.Grant("257", null!))),
        ("changes", _ => Now(() => FolderActionRequest.Update("257", null!))),
        ("sourceUrl", _ => Now(() => FolderActionRequest.SetSource("257", null!))),
        ("rights", _ => Now(() => FolderGrant.User("paul@monasso.org", null!))),
        ("grant", _ => Now(() => new FolderAcl().EffectiveExpiry(null!))),
        ("configuration", _ => Now(() => new ServiceCollection().AddZimbraSharing((IConfiguration)null!))),
        ("configure", _ => Now(() => new ServiceCollection().AddZimbraSharing((Action<ZimbraSharingOptions>)null!))),
        ("services", _ => Now(() => ZimbraSharingServiceCollectionExtensions.AddZimbraSharing(null!, _ => { }))),
        ("create", _ => Now(() => new ServiceCollection().AddZimbraSharing(_ => { }).UseCredentials(null!))),
    ];

    private static readonly (string Parameter, Func<ZimbraClient, string, Task> Call)[] Texts =
    [
        ("account", (client, text) => Now(() => client.Mailbox(text))),
        ("account", (client, text) => Now(() => client.Mailbox(text))),
        ("account", (_, text) => Now(() => ZimbraCredentials.Password(text, new Secret("s3cret")))),
        ("account", (_, text) => Now(() => ZimbraCredentials.Admin(text, new Secret("s3cret")))),
        ("account", (_, text) => Now(() => ZimbraCredentials.Preauth(text, new Secret("00")))),
        ("calendar", (client, text) => client.Calendars.ShareWithGuestAsync(text, "adresse@orange.fr", cancellationToken: Token)),
        ("user", (client, text) => client.Calendars.ShareWithUserAsync("/my-events", text, cancellationToken: Token)),
        ("guest", (client, text) => client.Calendars.RevokeGuestAsync("/my-events", text, cancellationToken: Token)),
        ("knownHash", (client, text) => client.Feeds.ReadIfChangedAsync(Ics, text, cancellationToken: Token)),
        ("owner", (client, text) => client.Feeds.DiagnoseAsync(text, "/my-events", "adresse@orange.fr", cancellationToken: Token)),
        ("guest", (client, text) => client.Feeds.DiagnoseAsync("owner@monasso.org", "/my-events", text, cancellationToken: Token)),
        ("guest", (client, text) => client.Feeds.DiagnoseAddressAsync(Ics, text, cancellationToken: Token)),
        ("hostname", (_, text) => Now(() => PublicService.OfDomain(text))),
        ("hostname", (_, text) => Now(() => PublicService.OfMailServer(text, "https"))),
        ("userName", (_, text) => Now(() => new FeedCredentials(text, new Secret("s3cret")))),
        ("restRoot", (_, text) => Now(() => IcsAddress.FromRestRoot(text, FolderPath.Root))),
        ("account", (_, text) => Now(() => IcsAddress.From(PublicService.OfDomain("mail1.example.net"), text, FolderPath.Root))),
        ("account", (_, text) => Now(() => Subscriber.User(text))),
        ("account", (client, text) => client.Guests.CreateAsync(
                new NewGuestAccount
                {
                    Owner = text,
                    Calendar = "/my-events",
                    Guest = "adresse@orange.fr",
                    Password = new Secret("s3cret"),
                },
                Token
            )),
        ("ownerDomain", (client, text) => client.Guests.GetPasswordPolicyAsync(text, Token)),
        ("ownerDomain", (client, text) => All(client.Guests.FindCollisionsAsync(text, Token))),
        ("displayName", (client, text) =>
            client.Invitations.AcceptAsync(PersonalLink.Parse(Link.AbsoluteUri), text, new Secret("s3cret"), cancellationToken: Token)
        ),
        ("ownerId", (_, text) => Now(() => Key.Sign(Server, text, "257", "adresse@orange.fr", null))),
        ("folderId", (_, text) => Now(() => Key.Sign(Server, "owner", text, "adresse@orange.fr", null))),
        ("mail", (_, text) => Now(() => Key.Sign(Server, "owner", "257", text, null))),
        ("value", (_, text) => Now(() => DomainSelector.ByName(text))),
        ("value", (_, text) => Now(() => CosSelector.ById(text))),
        ("value", (_, text) => Now(() => AccountSelector.ByName(text))),
        ("filter", (_, text) => Now(() => LdapFilter.Raw(text))),
        ("folderId", (_, text) => Now(() => FolderActionRequest.Inherit(text))),
        ("sourceUrl", (_, text) => Now(() => FolderActionRequest.Import("257", text))),
        ("name", (_, text) => Now(() => FolderGrant.User(text, "r"))),
    ];

    /// <summary>These take a space: it may be a value.</summary>
    private static readonly (string Parameter, Func<ZimbraClient, string, Task> Call)[] Values =
    [
        ("attribute", (_, text) => Now(() => LdapFilter.Present(text))),
        ("granteeId", (_, text) => Now(() => FolderActionRequest.Revoke("257", text))),
        ("granteeId", (_, text) => Now(() => FolderActionRequest.RevokeOrphanGrants("257", text, GranteeType.Guest))),
        ("value", (_, text) => Now(() => SearchQuery.To(text))),
    ];

    private static Uri Link => Key.Sign(Server, "owner", "257", "adresse@orange.fr", null).Uri;

    [Fact]
    public Task An_object_that_is_missing() => RefusedAsync<ArgumentNullException>(Objects);

    [Fact]
    public async Task A_text_that_is_missing()
    {
        await RefusedAsync<ArgumentNullException>(With(Texts, null!));
        await RefusedAsync<ArgumentNullException>(With(Values, null!));
    }

    [Fact]
    public async Task A_text_that_is_empty()
    {
        await RefusedAsync<ArgumentException>(With(Texts, ""));
        await RefusedAsync<ArgumentException>(With(Texts, " "));
        await RefusedAsync<ArgumentException>(With(Values, ""));
    }

    private static (string Parameter, Func<ZimbraClient, Task> Call)[] With(
        (string Parameter, Func<ZimbraClient, string, Task> Call)[] calls,
        string text
    ) => [.. calls.Select(entry => (entry.Parameter, (Func<ZimbraClient, Task>)(client => entry.Call(client, text))))];

    private static async Task RefusedAsync<TException>((string Parameter, Func<ZimbraClient, Task> Call)[] calls)
        where TException : ArgumentException
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.AdminToken(new Secret("0_given")),
            TestClients.Options(options => options.AdminUri = server.Address)
        );
        var others = new List<string>();
        for (int i = 0; i < calls.Length; i++)
        {
            Exception? e = await Record.ExceptionAsync(() => calls[i].Call(client));
            if (e is not TException refusal || refusal.ParamName != calls[i].Parameter)
            {
                others.Add($"{i} ({calls[i].Parameter}): {e?.GetType().Name} {(e as ArgumentException)?.ParamName} {e?.Message}");
            }
        }

        Assert.Empty(others);
        Assert.Empty(server.Requests);
    }

    private static Task Now(Func<object?> call)
    {
        call();
        return Task.CompletedTask;
    }

    private static async Task All<T>(IAsyncEnumerable<T> items) => _ = await items.ToListAsync(Token);
}
