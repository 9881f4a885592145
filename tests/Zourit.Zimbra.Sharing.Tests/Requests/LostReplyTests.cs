using System.Globalization;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Resilience;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Requests;

/// <summary>
/// What becomes of callers' own requests when they or their replies are lost: nothing is sent but the request itself, nothing is done
/// twice, and what is not known says where to look.
/// </summary>
public sealed class LostReplyTests
{
    private const string GuestAccount = "adresse.orange.fr@monasso.org";

    public static TheoryData<string> Ways { get; } = [.. Loss.All];

    public static TheoryData<string> Unrepeatable { get; } =
    [
        "CreateAccountRequest",
        "ModifyAccountRequest",
        "CreateFolderRequest",
        "CreateMountpointRequest",
        "SendShareNotificationRequest",
        "FolderActionRequest",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Ways))]
    public async Task A_grant_is_made_once_and_reported_as_made(string way)
    {
        await using AssociationWorld world = await new Association().Using(Loss.Impatient(way)).StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).Inject(way);

        FolderActionResponse made = await world.Client.SendAsync(Grant(world), Cancel);

        Assert.Equal(Guest, made.GranteeName);
        Assert.True(made.GranteeId is null or Guest);
        Assert.Single(world.Grants());
        Assert.Single(world.Server.Misbehave.Injected);
    }

    [Fact]
    public async Task A_grant_that_existed_before_is_still_reported_as_existing_when_nothing_was_lost()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.SendAsync(Grant(world), Cancel);

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() => world.Client.SendAsync(Grant(world), Cancel));

        Assert.Equal(ZimbraFaultCodes.GrantExists, e.Code);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_deletion_is_done_whoever_asks_last(string way)
    {
        await using AssociationWorld world = await new Association().AsAdmin().Using(Loss.Impatient(way)).StartAsync();
        string id = world.UserId("paul@monasso.org");
        world.Server.Misbehave.On("DeleteAccountRequest").Call(1).Inject(way);

        Assert.NotNull(await world.Client.SendAsync(new DeleteAccountRequest { AccountId = id }, Cancel));

        Assert.Null(world.Server.Directory.FindAccount("paul@monasso.org"));
    }

    [Fact]
    public async Task A_repeated_batch_reports_what_it_did_itself_as_done()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        FolderActionRequest grant = Grant(world);
        FolderActionRequest rename = FolderActionRequest.Rename(grant.FolderId, "autre");
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();

        BatchResponse answers = await world.Client.SendAsync(new BatchRequest([grant, rename]), Cancel);

        Assert.All(answers.Outcomes, outcome => Assert.True(outcome.Succeeded));
        Assert.Single(world.Grants("/autre"));
    }

    [Fact]
    public async Task A_batch_that_stops_at_its_own_earlier_work_is_not_repeated_since_it_would_report_the_rest_as_not_run()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        FolderActionRequest grant = Grant(world);
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.SendAsync(
                new BatchRequest([grant, FolderActionRequest.Rename(grant.FolderId, "autre")]) { OnError = BatchErrorMode.Stop },
                Cancel
            )
        );

        Assert.EndsWith($"Look at folder {grant.FolderId} with GetFolderRequest.", e.Message, StringComparison.Ordinal);
        Assert.Equal(1, world.RoundTrips);
    }

    [Fact]
    public async Task A_batch_that_stops_only_behind_readings_is_repeated()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        FolderActionRequest grant = Grant(world);
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();

        BatchResponse answers = await world.Client.SendAsync(
            new BatchRequest([GetFolderRequest.WithId(grant.FolderId), grant]) { OnError = BatchErrorMode.Stop },
            Cancel
        );

        Assert.True(answers.OutcomeOf(grant).Succeeded);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_mail_leaves_once_at_most_and_no_other_request_is_made_for_it(string way)
    {
        await using AssociationWorld world = await new Association().Using(Loss.Impatient(way)).StartAsync();
        await world.Client.SendAsync(Grant(world), Cancel);
        world.Server.Journal.Clear();
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).Inject(way);

        try
        {
            await world.Client.SendAsync(SendShareNotificationRequest.Created(Grant(world).FolderId, Guest, notes: null), Cancel);
        }
        catch (ZimbraOutcomeUnknownException e)
        {
            Assert.Contains("Sent folder", e.Message, StringComparison.Ordinal);
        }

        Assert.InRange(world.Server.Outbox.Mails.Count, 0, 1);
        Assert.All(world.Server.Journal.Entries.SelectMany(entry => entry.Operations), operation =>
            Assert.Contains(operation, new[] { "SendShareNotificationRequest", "AuthRequest" })
        );
    }

    [Fact]
    public async Task A_lost_batch_says_where_to_look_for_each_change_in_it_once()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        SendShareNotificationRequest mail = SendShareNotificationRequest.Created(Grant(world).FolderId, Guest, notes: null);
        world.Server.Misbehave.On("SendShareNotificationRequest").ResetBeforeEffect();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world
                .Client.Mailbox(Owner)
                .SendAsync(new BatchRequest([mail, GetFolderRequest.WithId("10"), mail with { Notes = "encore" }, Grant(world)]), Cancel)
        );

        Assert.Equal(2, e.Message.Split("Look ").Length - 1);
        Assert.Contains("Sent folder", e.Message, StringComparison.Ordinal);
        Assert.Contains("GetFolderRequest", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_account_says_that_its_password_is_written_last()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).ResetAfterEffect();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.SendAsync(new CreateAccountRequest { Name = GuestAccount, Password = new Secret("pa55word") }, Cancel)
        );

        Assert.EndsWith(
            $"Look with GetAccountRequest for {GuestAccount}: whether it exists, is the one that was wanted, and has its "
                + "password, which is written last (SetPasswordRequest sets one that is missing).",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.Single(world.Server.Misbehave.Injected);
    }

    [Theory, MemberData(nameof(Unrepeatable))]
    public async Task What_must_not_be_done_twice_is_sent_once_and_says_where_to_look(string operation)
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        string folder = Grant(world).FolderId;
        Task Send<T>(ZimbraRequest<T> request)
            where T : class => world.Client.Mailbox(Owner).SendAsync(request, Cancel);
        world.Server.Misbehave.On(operation).ResetBeforeEffect();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            operation switch
            {
                "CreateAccountRequest" => Send(new CreateAccountRequest { Name = "neuf@monasso.org", Password = new Secret("pa55word") }),
                "ModifyAccountRequest" => Send(
                    new ModifyAccountRequest
                    {
                        AccountId = "an-id",
                        Attributes = new AttributeList([KeyValuePair.Create("+zimbraMailAlias", "x@monasso.org")]),
                    }
                ),
                "CreateFolderRequest" => Send(new CreateFolderRequest { Name = "neuf" }),
                "CreateMountpointRequest" => Send(
                    new CreateMountpointRequest
                    {
                        Name = "neuf",
                        OwnerName = "paul@monasso.org",
                        RemoteId = "10",
                    }
                ),
                "FolderActionRequest" => Send(FolderActionRequest.Grant(folder, FolderGrant.Key("Partenaire", "r", accessKey: null))),
                _ => Send(SendShareNotificationRequest.Created(folder, Guest, notes: null)),
            }
        );

        Assert.Equal(operation, e.Operation);
        Assert.Contains("Look ", e.Message, StringComparison.Ordinal);
        Assert.Single(world.Server.Misbehave.Injected);
        Assert.DoesNotContain("pa55word", e.ToString(), StringComparison.Ordinal);
    }

    private static FolderActionRequest Grant(AssociationWorld world) =>
        FolderActionRequest.Grant(world.Folder(Events).Id.ToString(CultureInfo.InvariantCulture), FolderGrant.Guest(Guest, "r"));
}
