using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Resilience;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>
/// Whatever happens to a request or its reply: one account with its password, one grant, one mountpoint, and a result that says so.
/// </summary>
[Trait("Category", "Slow")]
public sealed class GuestBadNetworkTests
{
    private const string Domain = "monasso.org";

    // An empty answer to a mere reading is taken for that of a server that is no Zimbra.
    private static readonly string[] Reads =
    [
        "GetDomainRequest",
        "GetAccountRequest",
        "DelegateAuthRequest",
        "GetFolderRequest",
        "SearchDirectoryRequest",
    ];

    public static TheoryData<string, string> Creating { get; } =
        Troubles([.. Reads[..^1], "CreateAccountRequest", "FolderActionRequest", "CreateMountpointRequest"]);

    public static TheoryData<string, string> Retiring { get; } = Troubles([.. Reads, "FolderActionRequest", "DeleteAccountRequest"]);

    public static TheoryData<string, string> Accepting { get; } =
    [.. from way in Loss.All from step in new[] { "extuserprov GET", "extuserprov POST" } where way != Loss.NoReply select (way, step)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Creating))]
    public async Task A_guest_is_made_once_and_reported_truly(string way, string operation)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On(operation).Call(1).Inject(way);

        GuestCreation made = await world
            .AsAdmin(Loss.Impatient(way))
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    Owner = Owner,
                    Calendar = Events,
                    Guest = Guest,
                    Password = new Secret(GuestPassword),
                },
                Token
            );

        Assert.Equal((GuestStep.Created, GuestStep.Created), (made.Step, made.Password));
        GuestCalendarOutcome calendar = Assert.Single(made.Calendars);
        Assert.Equal((GuestStep.Created, GuestStep.Created), (calendar.Grant, calendar.Mountpoint));
        Assert.Single(world.Server.GrantsOf(Owner, Events));
        Account account = world.Server.GuestOf(Guest, Domain)!;
        Assert.Equal(GuestPassword, account.Password);
        Assert.Single(account.Mailbox!.Folders, folder => folder.Link is not null);
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Theory, MemberData(nameof(Accepting))]
    public async Task An_invitation_is_accepted_once_and_reported_truly(string way, string step)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();
        world.Server.Misbehave.On(step).Call(1).Inject(way);
        PersonalLink link = PersonalLink.Parse(world.Server.Outbox.Mails[0].PersonalLink!.AbsoluteUri);

        AcceptedInvitation accepted = await world
            .Anonymous(Loss.Impatient(way))
            .Invitations.AcceptAsync(link, "Adresse", new Secret(GuestPassword), cancellationToken: Token);

        Assert.Equal((AcceptanceOutcome.AccountCreated, Identifier), (accepted.Outcome, accepted.Identifier?.Value));
        Account account = world.Server.GuestOf(Guest, Domain)!;
        Assert.Equal(GuestPassword, account.Password);
        Assert.Single(account.Mailbox!.Folders, folder => folder.Link is not null);
    }

    [Theory, MemberData(nameof(Retiring))]
    public async Task A_guest_is_retired_and_reported_truly(string way, string operation)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world
            .AsAdmin()
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    Owner = Owner,
                    Calendar = Events,
                    Guest = Guest,
                    Password = new Secret(GuestPassword),
                },
                Token
            );
        world.Server.Misbehave.On(operation).Call(1).Inject(way);

        GuestRetirement retired = await world
            .AsAdmin(Loss.Impatient(way))
            .Guests.RetireAsync(Domain, Guest, new GuestRetirementOptions { DeleteAccount = true }, Token);

        Assert.Equal(RetiredAccount.Deleted, retired.Account);
        Assert.Equal(GuestRevocationOutcome.Removed, Assert.Single(retired.Revocations).Outcome);
        Assert.Null(world.Server.GuestOf(Guest, Domain));
        Assert.Empty(world.Server.GrantsOf(Owner, Events));
    }

    private static TheoryData<string, string> Troubles(string[] operations) =>
        [
            .. from operation in operations
            from way in Reads.Contains(operation) ? Loss.Quick.Where(way => way != Loss.NoReply) : Loss.All
            select (way, operation),
        ];
}
