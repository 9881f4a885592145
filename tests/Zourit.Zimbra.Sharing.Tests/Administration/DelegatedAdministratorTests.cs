using System.Reflection;
using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Tests.Guests;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Administration;

/// <summary>
/// Every operation for administrators, as a delegated one with the smallest set of rights, and once with each right missing.
/// </summary>
public sealed class DelegatedAdministratorTests
{
    private const string Pipe = AdministratorCalls.Pipe;

    private static readonly GuestIdentifier Identifier = GuestIdentifier.Parse(Association.Identifier);

    private static readonly (string Client, Type Type)[] Clients =
    [
        ("", typeof(ZimbraClient)),
        ("Mailbox.", typeof(ZimbraMailbox)),
        ("Administration.", typeof(AdministrationClient)),
        ("Calendars.", typeof(CalendarClient)),
        ("Feeds.", typeof(FeedClient)),
        ("Guests.", typeof(GuestClient)),
        ("Invitations.", typeof(InvitationClient)),
    ];

    /// <summary>Every public method that sends something, found where it is: a new one must be called here too.</summary>
    public static TheoryData<string> Methods { get; } = [.. Clients.SelectMany(MethodsOf).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Those that need no right: they ask no mailbox and no account of somebody else.</summary>
    private static readonly HashSet<string> WithoutRights =
    [
        "Feeds.FindEncryptedAddressAsync",
        "Feeds.OpenAsync",
        "Feeds.ReadAsync",
        "Feeds.ReadFreeBusyAsync",
        "Feeds.ReadIfChangedAsync",
        "Invitations.AcceptAsync",
        "PingAsync",
        "SendAsync",
    ];

    /// <summary>Those whose answer says what it does not know, instead of failing.</summary>
    private static readonly HashSet<string> Telling =
    [
        "Calendars.CheckPolicyAsync",
        "Feeds.DiagnoseAddressAsync",
        "Feeds.DiagnoseAsync",
        "Feeds.DiagnoseCalDavAsync",
        "SearchDirectoryAsync",
    ];

    /// <summary>Those whose work goes on without a right, and why.</summary>
    private static readonly HashSet<(string Operation, string Right)> Harmless =
    [
        // What is right already is not set again.
        .. new[] { "zimbraAccountStatus", "zimbraMailStatus", "zimbraFeatureCalendarEnabled", "zimbraIsExternalVirtualAccount" }.Select(
            attribute => ("Guests.RepairAsync", $"set.account.{attribute}")
        ),
        .. new[] { "Guests.CreateAsync", "Guests.CreateAllAsync" }.SelectMany(method =>
            // Of an account that is active already the status is not set; a name that nobody gave is not sent; a password goes with the new
            // account.
            new[] { "set.account.zimbraAccountStatus", "set.account.displayName", "changeAccountPassword" }.Select(right => (method, right))
        ),
        // Only of accounts of the server, and it is not known of guests otherwise.
        ("Calendars.ReviewAsync", "get.account.zimbraIsExternalVirtualAccount"),
        ("Calendars.ReviewAsync", "get.account.zimbraExternalUserMailAddress"),
        // The ACL says what is shared; the directory is only asked for owners in maintenance.
        ("Guests.InspectAllAsync", "get.account.zimbraSharedItem"),
        // Only of owners whose share is not published yet.
        ("Guests.InspectAllAsync", "getAccountInfo"),
        ("Guests.InspectAsync", "get.account.zimbraSharedItem"),
        ("Guests.ListAccessAsync", "get.account.zimbraSharedItem"),
        ("Guests.RepairAsync", "get.account.zimbraSharedItem"),
        ("Guests.RetireAsync", "get.account.zimbraSharedItem"),
        // Rules that the class of service does not have.
        .. new[] { "zimbraPasswordAllowedChars", "zimbraPasswordAllowedPunctuationChars" }.SelectMany(attribute =>
            new[] { ("Guests.GetPasswordPolicyAsync", $"get.cos.{attribute}"), ("Guests.ResetPasswordAsync", $"get.account.{attribute}") }
        ),
        ("Guests.GetPasswordPolicyAsync", "get.domain.zimbraDomainDefaultExternalUserCOSId"),
        ("Invitations.ComputeLinkAsync", "get.domain.zimbraExternalShareInvitationUrlExpiration"),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_public_method_is_called_here() => Assert.Equal(Methods.Select(row => row.Data), AdministratorCalls.ByMethod.Keys);

    [Fact]
    public void Every_operation_that_needs_rights_is_a_method() =>
        Assert.Empty(AdministratorRights.ByOperation.Keys.Except(AdministratorCalls.ByMethod.Keys).Except(["Mailbox"]));

    [Theory, MemberData(nameof(Methods))]
    public async Task The_smallest_set_is_enough(string method)
    {
        await using AssociationWorld world = await StartAsync(RightsOf(method));

        await AdministratorCalls.Of(method)(world, AsPipe(world));
    }

    [Theory, MemberData(nameof(Methods))]
    public async Task Each_missing_right_is_named_with_what_grants_it(string method)
    {
        IReadOnlyList<NeededRight> needed = RightsOf(method);
        var unnamed = new List<string>();
        foreach (NeededRight missing in needed.Where(right => !Harmless.Contains((method, right.Name))))
        {
            await using AssociationWorld world = await StartAsync([.. needed.Where(right => right != missing)]);
            Exception? failure = await Record.ExceptionAsync(() => AdministratorCalls.Of(method)(world, AsPipe(world)));
            if (method == "Calendars.ReviewAsync" && failure?.Message.Contains(missing.Name, StringComparison.Ordinal) == true)
            {
                // A review goes on, and says so in a finding.
                continue;
            }

            if (Telling.Contains(method) && failure is NotKnownException)
            {
                continue;
            }

            if (
                failure is not ZimbraMissingRightException e
                || !e.Rights.Any(right => IsSame(right, missing.Name))
                || !IsTarget(e.Target, missing.On)
                || e.Operation?.EndsWith("Request", StringComparison.Ordinal) != true
                || e.Grants.Any(grant => grant.Administrator != Pipe)
            )
            {
                unnamed.Add($"{missing}: {failure?.GetType().Name ?? "nothing"} {failure?.Message}");
                continue;
            }

            foreach (GrantRightRequest grant in e.Grants)
            {
                await world.AsAdmin().SendAsync(grant, Token);
            }
        }

        Assert.True(unnamed.Count == 0, string.Join('\n', unnamed));
    }

    [Theory]
    [InlineData("Guests.ListAccessAsync")]
    [InlineData("Guests.RetireAsync")]
    [InlineData("Invitations.ComputeLinkAsync")]
    public async Task A_share_by_way_of_a_group_that_is_not_seen_is_not_missed(string method)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            Seed(seed, [.. RightsOf(method).Where(right => right.Name != "listDistributionList")])
                .Group("comite@monasso.org", "membre@orange.fr")
        );
        await world.AsOwner().Calendars.ShareWithUserAsync(Events, "comite@monasso.org", cancellationToken: Token);

        ZimbraMissingRightException e = await Assert.ThrowsAsync<ZimbraMissingRightException>(() => AskAsync(AsPipe(world)));

        Assert.Equal(["listDistributionList"], e.Rights);
        Assert.Equal(RightTarget.Domain("monasso.org"), e.Target);
        world.Server.Change(directory => directory.Groups.Clear());
        Exception? after = await Record.ExceptionAsync(() => AskAsync(AsPipe(world)));
        Assert.IsNotType<ZimbraMissingRightException>(after);

        async Task AskAsync(ZimbraClient pipe)
        {
            if (method == "Invitations.ComputeLinkAsync")
            {
                await pipe.Mailbox(Owner).Invitations.ComputeLinkAsync(FolderPath.Parse(Events), "membre@orange.fr", Token);
            }
            else if (method == "Guests.RetireAsync")
            {
                await pipe.Guests.RetireAsync("monasso.org", "membre@orange.fr", cancellationToken: Token);
            }
            else
            {
                await pipe
                    .Guests.ListAccessAsync("membre@orange.fr", new GuestAccessOptions { OwnerDomain = "monasso.org" }, Token)
                    .ToListAsync(Token);
            }
        }
    }

    [Fact]
    public async Task The_eighteen_rights_make_find_suspend_resume_and_delete_a_guests_account()
    {
        Assert.Equal(18, AdministratorRights.Guests.Count);
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => Seed(seed, AdministratorRights.Guests));
        ZimbraClient pipe = AsPipe(world);

        await pipe.Guests.CreateAsync(GuestCreations.WithCalendar, Token);
        foreach (
            string operation in new[]
            {
                "Administration.ListPublishedSharesAsync",
                "Guests.FindAsync",
                "Guests.FindByMailAsync",
                "Guests.FindAllAsync",
                "Guests.ListAccessAsync",
                "Guests.InspectAsync",
                "Guests.FindCollisionsAsync",
                "Guests.SetPasswordAsync",
                "Guests.SuspendAsync",
                "Guests.ResumeAsync",
                "Guests.RetireAsync",
            }
        )
        {
            await AdministratorCalls.Of(operation)(world, pipe);
        }
    }

    [Fact]
    public async Task An_account_that_was_deleted_meanwhile_is_not_taken_for_a_forbidden_one()
    {
        await using AssociationWorld world = await StartAsync(AdministratorRights.Guests);
        GuestAccount account = (await world.AsAdmin().Guests.FindAsync(Identifier, Token))!;
        var change = new AccountChange(AsPipe(world).Dispatcher, new GuestDirectory(AsPipe(world).Dispatcher));
        await world.AsAdmin().SendAsync(new DeleteAccountRequest { AccountId = account.Id }, Token);

        await change.DeleteAsync(account, Token);
        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            change.SetPasswordAsync(account, new Secret("An0ther-password"), Token)
        );

        Assert.Equal(ZimbraFaultCodes.NoSuchAccount, e.Code);
    }

    private static IEnumerable<string> MethodsOf((string Client, Type Type) client) =>
        client
            .Type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method =>
                method.Name.EndsWith("Async", StringComparison.Ordinal) && method.Name != nameof(IAsyncDisposable.DisposeAsync)
            )
            .Select(method => client.Client + method.Name);

    /// <summary>What a method needs: by itself, or as any call on behalf of an owner.</summary>
    private static IReadOnlyList<NeededRight> RightsOf(string method) =>
        AdministratorRights.ByOperation.TryGetValue(method, out IReadOnlyList<NeededRight>? own) ? own
        : WithoutRights.Contains(method) ? []
        : method == "SearchDirectoryAsync" ? [new NeededRight { Name = "listAccount" }]
        : AdministratorRights.ByOperation["Mailbox"];

    private static bool IsTarget(RightTarget target, RightScope scope) =>
        scope switch
        {
            RightScope.Domain => target == RightTarget.Domain(AdministratorCalls.Domain),
            RightScope.OwnAccount => target == RightTarget.Account(Pipe),
            RightScope.GuestClassOfService => target == RightTarget.Cos("defaultExternal"),
            RightScope.Config => target == RightTarget.Config,
            _ => false,
        };

    // Who may set an attribute may read it, so that either is named.
    private static bool IsSame(string named, string missing) =>
        named == missing || (missing.StartsWith("set.", StringComparison.Ordinal) && named == $"get.{missing[4..]}");

    private static async Task<AssociationWorld> StartAsync(IReadOnlyList<NeededRight> rights)
    {
        AssociationWorld world = await AssociationWorld.StartAsync(seed => Seed(seed, rights));
        await GuestCreations.CreateAsync(world);
        return world;
    }

    private static Testing.Seeding.FakeZimbraSeed Seed(Testing.Seeding.FakeZimbraSeed seed, IReadOnlyList<NeededRight> rights) =>
        seed.Administrator(Pipe, "pa55word", admin =>
        {
            foreach (NeededRight right in rights)
            {
                _ = right.On switch
                {
                    RightScope.OwnAccount => admin.GrantOn("account", Pipe, right.Name),
                    RightScope.GuestClassOfService => admin.GrantOn("cos", "defaultExternal", right.Name),
                    RightScope.Config => admin.GrantOn("config", null, right.Name),
                    _ => admin.Grant(right.Name),
                };
            }
        });

    private static ZimbraClient AsPipe(AssociationWorld world) => world.Connect(ZimbraCredentials.Admin(Pipe, new Secret("pa55word")));
}
