using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Tests.Calendars;

namespace Zourit.Zimbra.Sharing.Tests.Recovery;

/// <summary>
/// How batches are settled whose replies were lost: what is known of one request is not lost with another, and a server that is gone is not
/// asked again and again.
/// </summary>
public sealed class SettlementTests
{
    private static readonly Dictionary<string, Action<MisbehaviourTrigger>> Ways = new()
    {
        ["reset"] = trigger => trigger.ResetBeforeEffect(),
        ["endless"] = trigger => trigger.EndlessBody(),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_at_all_is_asked_for()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();

        await Assert.ThrowsAsync<ArgumentNullException>("request", () => world.Client.SendAsync<NoOpResponse>(null!, Cancel));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_repeated_batch_that_stops_at_a_refusal_stays_stopped(bool stop)
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        FolderActionRequest refused = FolderActionRequest.Grant(
            OwnRequests.FolderId(world),
            FolderGrant.Guest(SharingWorld.Guest, "rwidxa")
        );
        FolderActionRequest rename = FolderActionRequest.Rename(OwnRequests.FolderId(world), "autre");
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetBeforeEffect();

        BatchResponse answers = await world.Client.SendAsync(
            new BatchRequest([refused, rename], stop ? BatchErrorMode.Stop : BatchErrorMode.Continue),
            Cancel
        );

        Assert.Equal(ZimbraFaultCodes.CannotGrant, answers.OutcomeOf(refused).Fault?.Code);
        Assert.Equal((stop, !stop), (answers.OutcomeOf(rename).NotRun, answers.OutcomeOf(rename).Succeeded));
    }

    [Fact]
    public async Task What_a_repeated_batch_answered_before_it_stopped_is_kept_and_what_stands_behind_is_told_as_lost_if_it_is()
    {
        await using SharingWorld world = await SharingWorld.StartAsync(options: options => options.MaxRetries = 1);
        FolderActionRequest grant = OwnRequests.Grant(world);
        FolderActionRequest rename = FolderActionRequest.Rename(grant.FolderId, "autre");
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();
        world.Server.Misbehave.OnAnything().FromCall(3).ResetBeforeEffect();

        BatchResponse answers = await world.Client.SendAsync(new BatchRequest([grant, rename], BatchErrorMode.Stop), Cancel);

        Assert.True(answers.OutcomeOf(grant).Succeeded);
        ZimbraOutcomeUnknownException lost = Assert.IsType<ZimbraOutcomeUnknownException>(answers.OutcomeOf(rename).LostReply);
        Assert.StartsWith(
            "FolderActionRequest: the reply to the batch was lost. Finding out what became of it failed too: " + "FolderActionRequest",
            lost.Message,
            StringComparison.Ordinal
        );
        Assert.Equal("FolderActionRequest", lost.Operation);
        Assert.Equal(1 + 2, world.Server.Misbehave.Injected.Count);
    }

    [Fact]
    public async Task A_server_that_is_gone_after_the_first_request_is_not_asked_about_the_others()
    {
        await using SharingWorld world = await SharingWorld.StartAsync(options: options => options.MaxRetries = 0);
        FolderActionRequest grant = OwnRequests.Grant(world);
        FolderActionRequest rename = FolderActionRequest.Rename(grant.FolderId, "autre");
        SendShareNotificationRequest mail = OwnRequests.Mail(world);
        world.Server.Misbehave.OnAnything().Call(2).ResetBeforeEffect();
        world.Server.Misbehave.OnAnything().FromCall(4).ResetBeforeEffect();

        BatchResponse answers = await world.Client.SendAsync(new BatchRequest([grant, rename, mail]), Cancel);

        Assert.Equal([true, false, false], answers.Outcomes.Select(outcome => outcome.Succeeded));
        Assert.Equal([false, true, true], answers.Outcomes.Select(outcome => outcome.LostReply is not null));
        Assert.EndsWith(
            "Look into the owner's Sent folder (SearchRequest) for a copy to each address, later than the request. A missing copy is no "
                + "proof where the owner keeps none (zimbraPrefSaveToSent).",
            answers.OutcomeOf(mail).LostReply!.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(2, world.Server.Misbehave.Injected.Count);
    }

    [Fact]
    public async Task Behind_a_request_that_may_have_stopped_the_batch_it_is_said_which()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();

        BatchResponse answers = await LoseMailAsync(world, BatchErrorMode.Stop);

        Assert.Equal(
            "FolderActionRequest: it is not known whether SendShareNotificationRequest, before it in the batch, stopped that.",
            answers.Outcomes[^1].LostReply?.Message
        );
    }

    [Fact]
    public async Task A_batch_that_goes_on_after_faults_goes_on_after_a_request_that_is_not_known()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();

        BatchResponse answers = await LoseMailAsync(world, BatchErrorMode.Continue);

        Assert.Equal([true, false, true], answers.Outcomes.Select(outcome => outcome.Succeeded));
    }

    [Fact]
    public async Task A_batch_of_which_nothing_can_be_found_out_ends_as_it_was_lost_and_says_where_to_look_for_the_first()
    {
        await using SharingWorld world = await SharingWorld.StartAsync(options: options => options.MaxRetries = 0);
        SendShareNotificationRequest mail = OwnRequests.Mail(world);
        world.Server.Misbehave.OnAnything().FromCall(2).ResetBeforeEffect();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.SendAsync(new BatchRequest([mail, OwnRequests.Grant(world)]), Cancel)
        );

        Assert.Equal("BatchRequest", e.Operation);
        Assert.StartsWith("BatchRequest", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Finding out", e.Message, StringComparison.Ordinal);
        Assert.EndsWith("(zimbraPrefSaveToSent).", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_of_a_batch_that_certainly_was_not_done_says_so()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync(options: options =>
        {
            options.MaxRetries = 0;
            options.MaxReplyBytes = 64 * 1024;
        });
        world.Server.Misbehave.On("CreateAccountRequest").EndlessBody();
        var other = new GetDomainRequest(DomainSelector.ByName("monasso.org"));

        BatchResponse answers = await world.Client.SendAsync(new BatchRequest([OwnRequests.Account, other]), Cancel);

        Assert.StartsWith(
            "CreateAccountRequest: the reply was lost, and the server's state, read afterwards, shows that nothing was changed. Look with "
                + "GetAccountRequest",
            answers.OutcomeOf(OwnRequests.Account).LostReply?.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("reset", "endless")]
    [InlineData("endless", "reset")]
    public async Task Of_an_attempt_that_may_still_run_the_end_is_not_known_whatever_became_of_the_other(string first, string second)
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync(options: options =>
        {
            options.MaxRetries = 1;
            options.MaxReplyBytes = 64 * 1024;
        });
        Ways[first](world.Server.Misbehave.On("CreateAccountRequest").Call(1));
        Ways[second](world.Server.Misbehave.On("CreateAccountRequest").Call(2));

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => world.Client.SendAsync(OwnRequests.Account, Cancel));

        Assert.Equal(2, world.Server.Misbehave.Injected.Count);
    }

    [Fact]
    public async Task A_single_request_that_cannot_be_looked_for_tells_the_loss_and_why_it_could_not()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync(options: options => options.MaxRetries = 0);
        world.Server.Misbehave.On("CreateAccountRequest").ResetAfterEffect();
        world.Server.Misbehave.On("GetAccountRequest").ResetBeforeEffect();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.SendAsync(OwnRequests.Account, Cancel)
        );

        Assert.Equal("CreateAccountRequest", e.Operation);
        Assert.StartsWith("CreateAccountRequest", e.Message, StringComparison.Ordinal);
        Assert.Contains(" Finding out what became of it failed too: GetAccountRequest", e.Message, StringComparison.Ordinal);
        Assert.EndsWith("(SetPasswordRequest sets one that is missing).", e.Message, StringComparison.Ordinal);
        Assert.IsType<ZimbraConnectionException>(e.InnerException);
    }

    [Fact]
    public async Task A_refusal_of_a_repetition_that_another_mail_host_may_still_do_leaves_it_open()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync(options: options => options.MaxReplyBytes = 64 * 1024);
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).EndlessBody();
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).Fault("service.PROXY_ERROR");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() => world.Client.SendAsync(OwnRequests.Account, Cancel));

        Assert.Equal(("service.PROXY_ERROR", false), (e.Code, e.IsOutcomeKnown));
    }

    [Fact]
    public async Task What_was_seen_not_to_be_done_and_is_turned_away_when_it_is_sent_again_was_not_done()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync(options: options =>
            (options.MaxRetries, options.RetryDelay) = (1, TimeSpan.Zero)
        );
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).CutReply();
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).Fault("service.PERM_DENIED");
        world.Server.Misbehave.On("CreateAccountRequest").FromCall(2).TooManyRequests();

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            world.Client.SendAsync(OwnRequests.Account, Cancel)
        );

        Assert.True(e.IsOutcomeKnown);
        Assert.Null(world.Server.Directory.FindAccount(OwnRequests.Account.Name));
    }

    /// <summary>Shares, mails and renames by one batch; of the mail nobody can know, since the owner keeps no copies.</summary>
    private static Task<BatchResponse> LoseMailAsync(SharingWorld world, BatchErrorMode onError)
    {
        world.Server.Change(directory => directory.FindAccount(SharingWorld.Owner)!.Attributes["zimbraPrefSaveToSent"] = "FALSE");
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).ResetBeforeEffect();
        FolderActionRequest grant = OwnRequests.Grant(world);
        return world.Client.SendAsync(
            new BatchRequest([grant, OwnRequests.Mail(world), FolderActionRequest.Rename(grant.FolderId, "autre")], onError),
            Cancel
        );
    }
}
