using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars.Reviews;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Tests.Guests;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Administration;

/// <summary>
/// Every operation for administrators, as a delegated one with the smallest set of rights, and once with each right missing.
/// </summary>
public sealed class DelegatedAdministratorTests
{
    private const string Domain = "monasso.org";
    private const string Pipe = "pipe@monasso.org";

    private static readonly GuestIdentifier Identifier = GuestIdentifier.Parse(SharingWorld.Identifier);

    /// <summary>Each operation on a server where the guest has an account and sees a calendar, and whether its work shows.</summary>
    private static readonly Dictionary<string, Func<SharingWorld, ZimbraClient, Task>> Calls = new()
    {
        ["Administration.CheckAdministratorAsync"] = async (_, pipe) =>
            Assert.Equal(Pipe, (await pipe.Administration.CheckAdministratorAsync(Domain, cancellationToken: Token)).Administrator),
        ["Administration.ListPublishedSharesAsync"] = async (_, pipe) =>
        {
            OwnerShares owner = Assert.Single(
                await pipe.Administration.ListPublishedSharesAsync(Domain, cancellationToken: Token).ToListAsync(Token)
            );
            RequireShown(owner);
            Assert.Single(owner.Items);
        },
        ["Calendars.ReviewAsync"] = async (_, pipe) =>
        {
            List<ReviewFinding> findings = await pipe
                .Calendars.ReviewAsync(new ReviewOptions { Domain = Domain }, Token)
                .ToListAsync(Token);
            string unknown = string.Join(
                '\n',
                findings
                    .Where(finding => finding.Code is ReviewCode.NotReviewed or ReviewCode.NotKnowable)
                    .Select(finding => finding.Sentence.ToString())
            );
            Assert.True(unknown.Length == 0, unknown);
        },
        ["Guests.CreateAsync"] = async (world, pipe) =>
        {
            GuestCreation made = await pipe.Guests.CreateAsync(GuestCreations.WithCalendar with { Guest = "autre@orange.fr" }, Token);
            Assert.Equal(GuestStep.Created, made.Step);
            Assert.Equal("disabled", world.Zimbra.Directory.FindAccount("autre.orange.fr@monasso.org")!.Attributes["zimbraMailStatus"]);
        },
        ["Guests.FindAllAsync"] = async (_, pipe) =>
            Assert.Single(await pipe.Guests.FindAllAsync(new GuestSearch { OwnerDomain = Domain }, Token).ToListAsync(Token)),
        ["Guests.FindAsync"] = async (_, pipe) => Assert.NotNull(await pipe.Guests.FindAsync(Identifier, Token)),
        ["Guests.FindByMailAsync"] = async (_, pipe) =>
            Assert.NotNull(await pipe.Guests.FindByMailAsync(Domain, SharingWorld.Guest, Token)),
        ["Guests.FindCollisionsAsync"] = async (world, pipe) =>
        {
            await world.ShareAsync(guest: "sans.compte@orange.fr", notify: false);
            Assert.Empty(await pipe.Guests.FindCollisionsAsync(Domain, Token).ToListAsync(Token));
        },
        ["Guests.GetPasswordPolicyAsync"] = async (_, pipe) =>
            Assert.NotEqual(PasswordPolicy.None, await pipe.Guests.GetPasswordPolicyAsync(Domain, Token)),
        ["Guests.InspectAsync"] = async (_, pipe) => Assert.Empty((await pipe.Guests.InspectAsync(Identifier, Token)).Problems),
        ["Guests.ListAccessAsync"] = async (_, pipe) =>
            Assert.Single(
                await pipe
                    .Guests.ListAccessAsync(SharingWorld.Guest, new GuestAccessOptions { OwnerDomain = Domain }, Token)
                    .ToListAsync(Token)
            ),
        ["Guests.RepairAsync"] = async (world, pipe) =>
        {
            world.Zimbra.Change(directory =>
                directory.FindAccount(SharingWorld.Identifier)!.Attributes["zimbraExternalUserMailAddress"] =
                    SharingWorld.Guest.ToUpperInvariant()
            );
            await pipe.Guests.RepairAsync(Identifier, Token);
            Assert.Equal(SharingWorld.Guest, GuestCreations.GuestOf(world)!.Attributes["zimbraExternalUserMailAddress"]);
        },
        ["Guests.ResetPasswordAsync"] = async (world, pipe) =>
        {
            GuestPasswordReset reset = await pipe.Guests.ResetPasswordAsync(Identifier, Token);
            Assert.Equal(200, await world.ReadFeedAsync(SharingWorld.Identifier, reset.Password.Reveal()));
        },
        ["Guests.ResumeAsync"] = async (world, pipe) =>
        {
            world.Zimbra.Change(directory => directory.FindAccount(SharingWorld.Identifier)!.Attributes["zimbraAccountStatus"] = "locked");
            Assert.Equal(GuestStep.Changed, (await pipe.Guests.ResumeAsync(Identifier, Token)).Step);
            Assert.Equal("disabled", GuestCreations.GuestOf(world)!.Attributes["zimbraMailStatus"]);
        },
        ["Guests.RetireAsync"] = async (world, pipe) =>
        {
            GuestRetirement retired = await pipe.Guests.RetireAsync(
                Domain,
                SharingWorld.Guest,
                new GuestRetirementOptions { DeleteAccount = true },
                Token
            );
            Assert.Equal(RetiredAccount.Deleted, retired.Account);
            Assert.Null(GuestCreations.GuestOf(world));
        },
        ["Guests.SetPasswordAsync"] = async (world, pipe) =>
        {
            await pipe.Guests.SetPasswordAsync(Identifier, new Secret("An0ther-password"), Token);
            Assert.Equal(200, await world.ReadFeedAsync(SharingWorld.Identifier, "An0ther-password"));
        },
        ["Guests.SuspendAsync"] = async (world, pipe) =>
        {
            Assert.Equal(GuestStep.Changed, (await pipe.Guests.SuspendAsync(Identifier, Token)).Step);
            Assert.Equal("disabled", GuestCreations.GuestOf(world)!.Attributes["zimbraMailStatus"]);
        },
        ["Invitations.ComputeLinkAsync"] = async (_, pipe) =>
            Assert.NotNull(
                await pipe.Mailbox(SharingWorld.Owner)
                    .Invitations.ComputeLinkAsync(FolderPath.Parse(SharingWorld.Calendar), SharingWorld.Guest, Token)
            ),
        ["Mailbox"] = async (_, pipe) =>
            Assert.Equal(
                ShareOutcome.Created,
                (
                    await pipe.Mailbox(SharingWorld.Owner)
                        .Calendars.ShareWithGuestAsync(SharingWorld.Calendar, "autre@orange.fr", cancellationToken: Token)
                ).Outcome
            ),
    };

    public static TheoryData<string> Operations { get; } = [.. AdministratorRights.ByOperation.Keys];

    /// <summary>Those whose work goes on without a right, and why.</summary>
    private static readonly HashSet<(string Operation, string Right)> Harmless =
    [
        // What is right already is not set again.
        .. new[] { "zimbraAccountStatus", "zimbraMailStatus", "zimbraFeatureCalendarEnabled", "zimbraIsExternalVirtualAccount" }.Select(
            attribute => ("Guests.RepairAsync", $"set.account.{attribute}")
        ),
        ("Guests.CreateAsync", "set.account.zimbraAccountStatus"),
        // Only of accounts of the server, and it is not known of guests otherwise.
        ("Calendars.ReviewAsync", "get.account.zimbraIsExternalVirtualAccount"),
        ("Calendars.ReviewAsync", "get.account.zimbraExternalUserMailAddress"),
        // A name that nobody gave is not sent.
        ("Guests.CreateAsync", "set.account.displayName"),
        // A password goes with the new account.
        ("Guests.CreateAsync", "changeAccountPassword"),
        // The ACL says what is shared; the directory is only asked for owners in maintenance.
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
    public void Every_operation_that_needs_rights_is_called_here() =>
        Assert.Equal(AdministratorRights.ByOperation.Keys, Calls.Keys.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Operations))]
    public async Task The_smallest_set_is_enough(string operation)
    {
        await using SharingWorld world = await StartAsync(AdministratorRights.ByOperation[operation]);

        await Calls[operation](world, AsPipe(world));
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task Each_missing_right_is_named_with_what_grants_it(string operation)
    {
        IReadOnlyList<NeededRight> needed = AdministratorRights.ByOperation[operation];
        var unnamed = new List<string>();
        foreach (NeededRight missing in needed.Where(right => !Harmless.Contains((operation, right.Name))))
        {
            await using SharingWorld world = await StartAsync([.. needed.Where(right => right != missing)]);
            Exception? failure = await Record.ExceptionAsync(() => Calls[operation](world, AsPipe(world)));
            if (operation == "Calendars.ReviewAsync" && failure?.Message.Contains(missing.Name, StringComparison.Ordinal) == true)
            {
                // A review goes on, and says so in a finding.
                continue;
            }

            if (failure is not ZimbraMissingRightException e || !e.Rights.Any(right => IsSame(right, missing.Name)))
            {
                unnamed.Add($"{missing}: {failure?.GetType().Name ?? "nothing"} {failure?.Message}");
                continue;
            }

            foreach (GrantRightRequest grant in e.Grants)
            {
                await world.AsAdmin().SendAsync(grant with { Administrator = Pipe }, Token);
            }
        }

        Assert.True(unnamed.Count == 0, string.Join('\n', unnamed));
    }

    [Fact]
    public async Task The_eighteen_rights_make_find_suspend_resume_and_delete_a_guests_account()
    {
        Assert.Equal(18, AdministratorRights.Guests.Count);
        await using SharingWorld world = await SharingWorld.StartAsync(seed => Seed(seed, AdministratorRights.Guests));
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
            await Calls[operation](world, pipe);
        }
    }

    [Fact]
    public async Task An_account_that_was_deleted_meanwhile_is_not_taken_for_a_forbidden_one()
    {
        await using SharingWorld world = await StartAsync(AdministratorRights.Guests);
        GuestAccount account = (await world.AsAdmin().Guests.FindAsync(Identifier, Token))!;
        var change = new AccountChange(AsPipe(world).Dispatcher, new GuestDirectory(AsPipe(world).Dispatcher));
        await world.AsAdmin().SendAsync(new DeleteAccountRequest { AccountId = account.Id }, Token);

        await change.DeleteAsync(account, Token);
        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            change.SetPasswordAsync(account, new Secret("An0ther-password"), Token)
        );

        Assert.Equal(ZimbraFaultCodes.NoSuchAccount, e.Code);
    }

    private static void RequireShown(OwnerShares owner)
    {
        if (owner.IsHidden)
        {
            // The stream reports it owner by owner instead of failing.
            throw ZimbraMissingRightException.LeftOut(
                "SearchDirectoryRequest",
                "hidden",
                [MissingRights.Grant("get.account.zimbraSharedItem", RightTarget.Domain(Domain), Pipe)]
            );
        }
    }

    // Who may set an attribute may read it, so that either is named.
    private static bool IsSame(string named, string missing) =>
        named == missing || (missing.StartsWith("set.", StringComparison.Ordinal) && named == $"get.{missing[4..]}");

    private static async Task<SharingWorld> StartAsync(IReadOnlyList<NeededRight> rights)
    {
        SharingWorld world = await SharingWorld.StartAsync(seed => Seed(seed, rights));
        await GuestCreations.CreateAsync(world);
        return world;
    }

    private static void Seed(Testing.Seeding.FakeZimbraSeed seed, IReadOnlyList<NeededRight> rights) =>
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

    private static ZimbraClient AsPipe(SharingWorld world) => world.Client(ZimbraCredentials.Admin(Pipe, new Secret("pa55word")));
}
