using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Schemas;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>What may be done after a lost reply, for each operation as docs/protocol.md §10.2 tells.</summary>
public sealed class RetrySafetyTests
{
    /// <summary>The operations whose rule does not depend on what they ask.</summary>
    private static readonly Dictionary<Type, RetrySafety> Fixed = new()
    {
        [typeof(AuthRequest)] = RetrySafety.Safe,
        [typeof(AdminAuthRequest)] = RetrySafety.Safe,
        [typeof(DelegateAuthRequest)] = RetrySafety.Safe,
        [typeof(EndSessionRequest)] = RetrySafety.Converging,
        [typeof(GetInfoRequest)] = RetrySafety.Safe,
        [typeof(GetShareInfoRequest)] = RetrySafety.Safe,
        [typeof(GetFolderRequest)] = RetrySafety.Safe,
        [typeof(GetMsgRequest)] = RetrySafety.Safe,
        [typeof(SearchRequest)] = RetrySafety.Safe,
        [typeof(NoOpRequest)] = RetrySafety.Safe,
        [typeof(SendShareNotificationRequest)] = RetrySafety.Verifiable,
        [typeof(CreateMountpointRequest)] = RetrySafety.Verifiable,
        [typeof(CreateAccountRequest)] = RetrySafety.Verifiable,
        [typeof(GetAccountInfoRequest)] = RetrySafety.Safe,
        [typeof(GetAccountRequest)] = RetrySafety.Safe,
        [typeof(SetPasswordRequest)] = RetrySafety.Converging,
        [typeof(DeleteAccountRequest)] = RetrySafety.Converging,
        [typeof(GetDomainRequest)] = RetrySafety.Safe,
        [typeof(GetDomainInfoRequest)] = RetrySafety.Safe,
        [typeof(GetMailboxRequest)] = RetrySafety.Converging,
        [typeof(GetConfigRequest)] = RetrySafety.Safe,
        [typeof(GetCosRequest)] = RetrySafety.Safe,
        [typeof(SearchDirectoryRequest)] = RetrySafety.Safe,
        [typeof(GetEffectiveRightsRequest)] = RetrySafety.Safe,
        [typeof(GrantRightRequest)] = RetrySafety.Converging,
        [typeof(RevokeRightRequest)] = RetrySafety.Converging,
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
        Assert.Equal(RetrySafety.Verifiable, Rule(FolderActionRequest.Grant("10", FolderGrant.Key("Partenaire", "r", accessKey: null))));
        Assert.Equal(RetrySafety.Converging, Rule(FolderActionRequest.Grant("10", FolderGrant.Key("Partenaire", "r", new Secret("k")))));
        Assert.Equal(RetrySafety.Verifiable, Rule(FolderActionRequest.Import("10", "https://example.net/a.ics")));
        Assert.Equal(RetrySafety.Converging, Rule(FolderActionRequest.Grant("10", FolderGrant.Guest("adresse@orange.fr", "r"))));
        Assert.Equal(RetrySafety.Converging, Rule(FolderActionRequest.Revoke("10", "adresse@orange.fr")));
    }

    [Fact]
    public void A_folder_is_made_twice_only_where_the_existing_one_is_not_fetched()
    {
        Assert.Equal(RetrySafety.Verifiable, Rule(new CreateFolderRequest { Name = "x" }));
        Assert.Equal(RetrySafety.Converging, Rule(new CreateFolderRequest { Name = "x", FetchIfExists = true }));
    }

    [Theory]
    [
        InlineData("displayName", nameof(RetrySafety.Converging)),
        InlineData("+zimbraMailAlias", nameof(RetrySafety.Verifiable)),
        InlineData("-zimbraMailAlias", nameof(RetrySafety.Verifiable))
    ]
    public void Adding_and_removing_single_values_is_not_repeated(string attribute, string rule) =>
        Assert.Equal(
            rule,
            Rule(new ModifyAccountRequest { AccountId = "id", Attributes = new AttributeList([KeyValuePair.Create(attribute, "x")]) })
                .ToString()
        );

    [Fact]
    public void A_batch_has_the_strictest_rule_of_its_requests()
    {
        ZimbraRequest read = new NoOpRequest();
        ZimbraRequest grant = FolderActionRequest.Revoke("10", "x@y.z");
        ZimbraRequest mail = SendShareNotificationRequest.Created("10", "x@y.z", notes: null);

        Assert.Equal(RetrySafety.Safe, Rule(new BatchRequest([])));
        Assert.Equal(RetrySafety.Safe, Rule(new BatchRequest([read])));
        Assert.Equal(RetrySafety.Converging, Rule(new BatchRequest([read, grant])));
        Assert.Equal(RetrySafety.Verifiable, Rule(new BatchRequest([mail, grant, read])));
    }

    private static RetrySafety Rule(ZimbraRequest request) => request.Operation.Repeat;
}
