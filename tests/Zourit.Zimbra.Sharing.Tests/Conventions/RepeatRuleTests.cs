using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Tests.Schemas;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>What may be done after a lost reply, for each operation as protocol.md §10.2 tells.</summary>
public sealed class RepeatRuleTests
{
    /// <summary>The operations whose rule does not depend on what they ask.</summary>
    private static readonly Dictionary<Type, RepeatRule> Fixed = new()
    {
        [typeof(AuthRequest)] = RepeatRule.Safe,
        [typeof(AdminAuthRequest)] = RepeatRule.Safe,
        [typeof(DelegateAuthRequest)] = RepeatRule.Safe,
        [typeof(EndSessionRequest)] = RepeatRule.Converging,
        [typeof(GetInfoRequest)] = RepeatRule.Safe,
        [typeof(GetShareInfoRequest)] = RepeatRule.Safe,
        [typeof(GetFolderRequest)] = RepeatRule.Safe,
        [typeof(GetMsgRequest)] = RepeatRule.Safe,
        [typeof(SearchRequest)] = RepeatRule.Safe,
        [typeof(NoOpRequest)] = RepeatRule.Safe,
        [typeof(SendShareNotificationRequest)] = RepeatRule.Verifiable,
        [typeof(CreateMountpointRequest)] = RepeatRule.Verifiable,
        [typeof(CreateAccountRequest)] = RepeatRule.Verifiable,
        [typeof(GetAccountRequest)] = RepeatRule.Safe,
        [typeof(SetPasswordRequest)] = RepeatRule.Converging,
        [typeof(DeleteAccountRequest)] = RepeatRule.Converging,
        [typeof(GetDomainRequest)] = RepeatRule.Safe,
        [typeof(GetDomainInfoRequest)] = RepeatRule.Safe,
        [typeof(GetMailboxRequest)] = RepeatRule.Converging,
        [typeof(GetConfigRequest)] = RepeatRule.Safe,
        [typeof(GetCosRequest)] = RepeatRule.Safe,
        [typeof(SearchDirectoryRequest)] = RepeatRule.Safe,
    };

    [Fact]
    public void Every_operation_has_the_rule_that_the_server_s_behaviour_asks_for()
    {
        Type[] depending = [typeof(FolderActionRequest), typeof(CreateFolderRequest), typeof(ModifyAccountRequest), typeof(BatchRequest)];
        var rules = RequestSamples
            .All.Where(request => !depending.Contains(request.GetType()))
            .GroupBy(request => request.GetType())
            .ToDictionary(type => type.Key, type => Assert.Single(type.Select(request => request.Operation.Repeat).Distinct()));

        Assert.Equal(Fixed.OrderBy(rule => rule.Key.Name), rules.OrderBy(rule => rule.Key.Name));
    }

    [Fact]
    public void A_key_that_the_server_invents_and_a_feed_that_is_taken_in_would_be_there_twice()
    {
        Assert.Equal(RepeatRule.Verifiable, Rule(FolderActionRequest.Grant("10", FolderGrant.Key("Partenaire", "r"))));
        Assert.Equal(RepeatRule.Converging, Rule(FolderActionRequest.Grant("10", FolderGrant.Key("Partenaire", "r", new Secret("k")))));
        Assert.Equal(RepeatRule.Verifiable, Rule(FolderActionRequest.Import("10", "https://example.net/a.ics")));
        Assert.Equal(RepeatRule.Converging, Rule(FolderActionRequest.Grant("10", FolderGrant.Guest("adresse@orange.fr", "r"))));
        Assert.Equal(RepeatRule.Converging, Rule(FolderActionRequest.Revoke("10", "adresse@orange.fr")));
    }

    [Fact]
    public void A_folder_is_made_twice_only_where_the_existing_one_is_not_fetched()
    {
        Assert.Equal(RepeatRule.Verifiable, Rule(new CreateFolderRequest("x")));
        Assert.Equal(RepeatRule.Converging, Rule(new CreateFolderRequest("x") { FetchIfExists = true }));
    }

    [Theory]
    [
        InlineData("displayName", nameof(RepeatRule.Converging)),
        InlineData("+zimbraMailAlias", nameof(RepeatRule.Verifiable)),
        InlineData("-zimbraMailAlias", nameof(RepeatRule.Verifiable))
    ]
    public void Adding_and_removing_single_values_is_not_repeated(string attribute, string rule) =>
        Assert.Equal(rule, Rule(new ModifyAccountRequest("id", new AttributeList([KeyValuePair.Create(attribute, "x")]))).ToString());

    [Fact]
    public void A_batch_has_the_strictest_rule_of_its_requests()
    {
        ZimbraRequest read = new NoOpRequest();
        ZimbraRequest grant = FolderActionRequest.Revoke("10", "x@y.z");
        ZimbraRequest mail = SendShareNotificationRequest.Created("10", "x@y.z");

        Assert.Equal(RepeatRule.Safe, Rule(new BatchRequest([])));
        Assert.Equal(RepeatRule.Safe, Rule(new BatchRequest([read])));
        Assert.Equal(RepeatRule.Converging, Rule(new BatchRequest([read, grant])));
        Assert.Equal(RepeatRule.Verifiable, Rule(new BatchRequest([mail, grant, read])));
    }

    private static RepeatRule Rule(ZimbraRequest request) => request.Operation.Repeat;
}
