using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Tests.Calendars;
using Zourit.Zimbra.Sharing.Tests.Resilience;

namespace Zourit.Zimbra.Sharing.Tests.Recovery;

/// <summary>What becomes of callers' own requests when they or their replies are lost: done once, and told truly.</summary>
public sealed class LostReplyTests
{
    public static TheoryData<string> Ways { get; } = [.. Loss.All];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Ways))]
    public async Task A_grant_stands_once_and_is_told_as_made(string way)
    {
        await using SharingWorld world = await SharingWorld.StartAsync(options: Loss.Impatient(way));
        world.Server.Misbehave.On("FolderActionRequest").Call(1).Inject(way);

        FolderActionResponse made = await world.Client.SendAsync(OwnRequests.Grant(world), Cancel);

        Assert.Equal(SharingWorld.Guest, made.GranteeName);
        Assert.True(made.GranteeId is null or SharingWorld.Guest);
        Assert.Single(world.Grants());
        Assert.Single(world.Server.Misbehave.Injected);
    }

    [Fact]
    public async Task A_grant_that_stood_before_is_still_told_as_standing_when_nothing_was_lost()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        await world.Client.SendAsync(OwnRequests.Grant(world), Cancel);

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.SendAsync(OwnRequests.Grant(world), Cancel)
        );

        Assert.Equal(ZimbraFaultCodes.GrantExists, e.Code);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_deletion_is_done_whoever_asks_last(string way)
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync(options: Loss.Impatient(way));
        string id = world.UserId("paul@monasso.org");
        world.Server.Misbehave.On("DeleteAccountRequest").Call(1).Inject(way);

        Assert.NotNull(await world.Client.SendAsync(new DeleteAccountRequest(id), Cancel));

        Assert.Null(world.Server.Directory.FindAccount("paul@monasso.org"));
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task The_requests_of_a_batch_with_a_mail_are_settled_one_by_one(string way)
    {
        await using SharingWorld world = await SharingWorld.StartAsync(options: Loss.Impatient(way));
        FolderActionRequest grant = OwnRequests.Grant(world);
        SendShareNotificationRequest mail = SendShareNotificationRequest.Created(grant.FolderId, SharingWorld.Guest);
        GetFolderRequest read = GetFolderRequest.WithId(grant.FolderId);
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).Inject(way);

        BatchResponse answers = await world.Client.SendAsync(new BatchRequest([grant, mail, read]), Cancel);

        Assert.Equal(SharingWorld.Guest, answers.OutcomeOf(grant).ResponseOrThrow().GranteeName);
        Assert.Single(answers.OutcomeOf(read).ResponseOrThrow().Folder.Acl!.Grants);
        Assert.Single(world.Grants());

        // A mail that is not there is not sent a second time by itself: what is not certain is told.
        BatchOutcome<SendShareNotificationResponse> told = answers.OutcomeOf(mail);
        Assert.Equal(world.Server.Outbox.Mails.Count == 1, told.Succeeded);
        Assert.Equal(told.Succeeded, told.LostReply is null);
        Assert.InRange(world.Server.Outbox.Mails.Count, 0, 1);
    }

    [Fact]
    public async Task A_mail_of_a_batch_that_leaves_no_copy_is_the_only_one_not_known()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        world.Server.Change(directory => directory.FindAccount(SharingWorld.Owner)!.Attributes["zimbraPrefSaveToSent"] = "FALSE");
        FolderActionRequest grant = OwnRequests.Grant(world);
        SendShareNotificationRequest mail = SendShareNotificationRequest.Created(grant.FolderId, SharingWorld.Guest);
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).ResetAfterEffect();

        BatchResponse answers = await world.Client.SendAsync(new BatchRequest([grant, mail]), Cancel);

        Assert.True(answers.OutcomeOf(grant).Succeeded);
        BatchOutcome<SendShareNotificationResponse> told = answers.OutcomeOf(mail);
        Assert.False(told.Succeeded);
        Assert.False(told.NotRun);
        Assert.Null(told.Fault);
        Assert.Contains(
            "Sent folder",
            Assert.Throws<ZimbraOutcomeUnknownException>(told.ResponseOrThrow).Message,
            StringComparison.Ordinal
        );
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task Behind_a_request_that_may_have_stopped_the_batch_nothing_is_known_and_nothing_is_sent()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        world.Server.Change(directory => directory.FindAccount(SharingWorld.Owner)!.Attributes["zimbraPrefSaveToSent"] = "FALSE");
        FolderActionRequest grant = OwnRequests.Grant(world);
        SendShareNotificationRequest mail = SendShareNotificationRequest.Created(grant.FolderId, SharingWorld.Guest);
        FolderActionRequest rename = FolderActionRequest.Rename(grant.FolderId, "autre");
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).ResetBeforeEffect();

        BatchResponse answers = await world.Client.SendAsync(new BatchRequest([grant, mail, rename], BatchErrorMode.Stop), Cancel);

        Assert.Equal([true, false, false], answers.Outcomes.Select(outcome => outcome.Succeeded));
        Assert.Equal([false, true, true], answers.Outcomes.Select(outcome => outcome.LostReply is not null));
        Assert.NotNull(world.Folder(SharingWorld.Events));
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_repeated_batch_that_stops_at_what_it_did_itself_goes_on(bool stop)
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        FolderActionRequest grant = OwnRequests.Grant(world);
        FolderActionRequest rename = FolderActionRequest.Rename(grant.FolderId, "autre");
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();

        BatchResponse answers = await world.Client.SendAsync(
            new BatchRequest([grant, rename], stop ? BatchErrorMode.Stop : BatchErrorMode.Continue),
            Cancel
        );

        Assert.All(answers.Outcomes, outcome => Assert.True(outcome.Succeeded));
        Assert.Single(world.Grants("/autre"));
    }

    [Fact]
    public async Task A_refusal_in_a_lost_batch_is_told_and_stops_it_as_it_did_at_first()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        FolderActionRequest refused = FolderActionRequest.Grant(
            OwnRequests.Grant(world).FolderId,
            FolderGrant.Guest(SharingWorld.Guest, "rwidxa")
        );
        SendShareNotificationRequest mail = SendShareNotificationRequest.Created(refused.FolderId, SharingWorld.Guest);
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();

        BatchResponse answers = await world.Client.SendAsync(new BatchRequest([refused, mail], BatchErrorMode.Stop), Cancel);

        Assert.Equal(ZimbraFaultCodes.CannotGrant, answers.FirstFault?.Code);
        Assert.True(answers.OutcomeOf(mail).NotRun);
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_server_that_is_gone_afterwards_leaves_the_whole_batch_unknown_and_says_where_to_look()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        SendShareNotificationRequest mail = SendShareNotificationRequest.Created(OwnRequests.Grant(world).FolderId, SharingWorld.Guest);
        world.Server.Misbehave.OnAnything().FromCall(2).ResetBeforeEffect();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.SendAsync(new BatchRequest([mail, OwnRequests.Grant(world)]), Cancel)
        );

        Assert.Contains("Sent folder", e.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task An_account_and_a_mountpoint_in_a_batch_are_made_once(string way)
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync(options: Loss.Impatient(way));
        var account = new CreateAccountRequest("adresse.orange.fr@monasso.org")
        {
            Password = "pa55word",
            Attributes = OwnRequests.GuestAttributes,
        };
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).Inject(way);

        BatchResponse made = await world.Client.SendAsync(new BatchRequest([account]), Cancel);

        Assert.Equal(account.Name, made.OutcomeOf(account).ResponseOrThrow().Account.Name);
        Assert.NotNull(world.Server.GuestOf(SharingWorld.Guest, "monasso.org")?.Password);

        ZimbraClient owner = world.Client.OnBehalfOf(SharingWorld.Owner);
        await owner.SendAsync(OwnRequests.Grant(world), Cancel);
        var link = new CreateMountpointRequest("Agenda")
        {
            OwnerId = world.UserId(SharingWorld.Owner),
            RemoteId = OwnRequests.Grant(world).FolderId,
        };
        world.Server.Misbehave.On("CreateMountpointRequest").Call(1).Inject(way);

        BatchResponse mounted = await world.Client.OnBehalfOf(account.Name).SendAsync(new BatchRequest([link]), Cancel);

        Assert.Equal("Agenda", mounted.OutcomeOf(link).ResponseOrThrow().Mountpoint.Name);
        Assert.NotNull(world.Server.FolderOf(account.Name, "/Agenda"));
    }

    [Fact]
    public async Task An_account_whose_password_was_lost_with_the_reply_gets_it()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync();
        var account = new CreateAccountRequest("adresse.orange.fr@monasso.org")
        {
            Password = "pa55word",
            Attributes = OwnRequests.GuestAttributes,
        };
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).AccountEntryWithoutPassword();
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).ResetAfterEffect();

        BatchResponse made = await world.Client.SendAsync(new BatchRequest([account]), Cancel);

        Assert.True(made.OutcomeOf(account).Succeeded);
        Assert.NotNull(world.Server.GuestOf(SharingWorld.Guest, "monasso.org")?.Password);
    }

    [Fact]
    public async Task An_account_that_may_be_another_s_is_not_taken_for_the_one_that_was_asked_for()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync();
        var account = new CreateAccountRequest("paul@monasso.org") { Password = "pa55word" };
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).ResetAfterEffect();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.SendAsync(new BatchRequest([account]), Cancel)
        );

        Assert.Contains("GetAccountRequest for paul@monasso.org", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_s_grant_that_the_server_gave_to_a_group_is_not_told_as_the_guest_s()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();

        FolderActionResponse made = await world.Client.SendAsync(
            FolderActionRequest.Grant(OwnRequests.Grant(world).FolderId, FolderGrant.Guest("bureau@monasso.org", "r")),
            Cancel
        );

        Assert.Null(made.GranteeId);
        Assert.Equal("grp", Assert.Single(world.Grants()).Type);
    }

    [Fact]
    public async Task An_account_that_a_late_first_attempt_made_is_not_told_as_refused()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync();
        var account = new CreateAccountRequest("adresse.orange.fr@monasso.org")
        {
            Password = "pa55word",
            Attributes = OwnRequests.GuestAttributes,
        };
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).ResetAfterEffect();
        world.Server.Misbehave.On("GetAccountRequest").Call(1).Fault(ZimbraFaultCodes.NoSuchAccount);

        BatchResponse made = await world.Client.SendAsync(new BatchRequest([account]), Cancel);

        Assert.Equal(account.Name, made.OutcomeOf(account).ResponseOrThrow().Account.Name);
    }

    [Fact]
    public async Task A_name_that_turns_out_to_be_taken_by_what_cannot_be_told_from_it_is_not_known()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync();
        var account = new CreateAccountRequest("adresse.orange.fr@monasso.org") { Password = "pa55word" };
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).ResetAfterEffect();
        world.Server.Misbehave.On("GetAccountRequest").Call(1).Fault(ZimbraFaultCodes.NoSuchAccount);

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.SendAsync(new BatchRequest([account]), Cancel)
        );

        Assert.Contains("GetAccountRequest for adresse.orange.fr@monasso.org", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("service.TEMPORARILY_UNAVAILABLE", true)]
    [InlineData("service.FAILURE", true)]
    [InlineData("service.PERM_DENIED", false)]
    public async Task A_refusal_that_passes_says_nothing_of_a_first_attempt_that_may_still_run(string code, bool isOpen)
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync();
        var account = new CreateAccountRequest("adresse.orange.fr@monasso.org")
        {
            Password = "pa55word",
            Attributes = OwnRequests.GuestAttributes,
        };
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).ResetBeforeEffect();
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).Fault(code);
        GetDomainRequest other = new(DomainSelector.ByName("monasso.org"));

        BatchOutcome<AccountResponse> told = (await world.Client.SendAsync(new BatchRequest([account, other]), Cancel)).OutcomeOf(account);

        Assert.Equal((isOpen ? null : code, isOpen), (told.Fault?.Code, told.LostReply is not null));
    }

    [Fact]
    public async Task Where_it_may_not_be_looked_only_what_was_to_be_looked_for_is_not_known()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        FolderActionRequest grant = OwnRequests.Grant(world);
        SendShareNotificationRequest mail = SendShareNotificationRequest.Created(grant.FolderId, SharingWorld.Guest);
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).ResetAfterEffect();
        world.Server.Misbehave.On("GetFolderRequest").Fault("service.PERM_DENIED");

        BatchResponse answers = await world.Client.SendAsync(new BatchRequest([grant, mail]), Cancel);

        Assert.True(answers.OutcomeOf(grant).Succeeded);
        Assert.NotNull(answers.OutcomeOf(mail).LostReply);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_mail_of_a_batch_is_told_from_an_earlier_one_whatever_our_clock_says(bool leaves)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddMinutes(-2));
        await using SharingWorld world = await SharingWorld.StartAsync(options: options => options.TimeProvider = clock);
        FolderActionRequest grant = OwnRequests.Grant(world);
        SendShareNotificationRequest mail = SendShareNotificationRequest.Created(grant.FolderId, SharingWorld.Guest);
        await world.Client.SendAsync(new BatchRequest([grant, mail]), Cancel);
        MisbehaviourTrigger trigger = world.Server.Misbehave.On("SendShareNotificationRequest").Call(1);
        _ = leaves ? trigger.ResetAfterEffect() : trigger.ResetBeforeEffect();

        SendShareNotificationRequest again = mail with { Notes = "encore" };
        BatchResponse answers = await world.Client.SendAsync(new BatchRequest([again, GetFolderRequest.WithId(grant.FolderId)]), Cancel);

        Assert.Equal((leaves, !leaves), (answers.OutcomeOf(again).Succeeded, answers.OutcomeOf(again).LostReply is not null));
        Assert.Equal(leaves ? 2 : 1, world.Server.Outbox.Mails.Count);
    }

    public static TheoryData<string> Unrepeatable { get; } =
    [
        "CreateAccountRequest",
        "ModifyAccountRequest",
        "CreateFolderRequest",
        "CreateMountpointRequest",
        "SendShareNotificationRequest",
        "FolderActionRequest",
    ];

    [Theory, MemberData(nameof(Unrepeatable))]
    public async Task What_must_not_be_done_twice_says_where_to_look(string operation)
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync(options: options => options.MaxRetries = 0);
        string folder = OwnRequests.Grant(world).FolderId;
        Task Send<T>(ZimbraRequest<T> request)
            where T : class => world.Client.OnBehalfOf(SharingWorld.Owner).SendAsync(request, Cancel);
        world.Server.Misbehave.On(operation).ResetBeforeEffect();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            operation switch
            {
                "CreateAccountRequest" => Send(new CreateAccountRequest("neuf@monasso.org") { Password = "pa55word" }),
                "ModifyAccountRequest" => Send(
                    new ModifyAccountRequest("an-id", new AttributeList([KeyValuePair.Create("+zimbraMailAlias", "x@monasso.org")]))
                ),
                "CreateFolderRequest" => Send(new CreateFolderRequest("neuf")),
                "CreateMountpointRequest" => Send(new CreateMountpointRequest("neuf") { OwnerName = "paul@monasso.org", RemoteId = "10" }),
                "FolderActionRequest" => Send(FolderActionRequest.Grant(folder, FolderGrant.Key("Partenaire", "r"))),
                _ => Send(SendShareNotificationRequest.Created(folder, SharingWorld.Guest)),
            }
        );

        Assert.Equal(operation, e.Operation);
        Assert.Contains("Look ", e.Message, StringComparison.Ordinal);
        Assert.Single(world.Server.Misbehave.Injected);
        Assert.DoesNotContain("pa55word", e.ToString(), StringComparison.Ordinal);
    }
}
