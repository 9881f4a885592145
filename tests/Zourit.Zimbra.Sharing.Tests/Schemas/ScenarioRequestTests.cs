using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Schemas;

/// <summary>Whole flows against the fake, whose every request is then held against the schemas.</summary>
public sealed class ScenarioRequestTests
{
    private const string Owner = "owner@monasso.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sharing_with_a_guest_by_typed_requests_sends_nothing_that_the_schemas_refuse()
    {
        await using FakeZimbra zimbra = await StartAsync();
        await using var client = new ZimbraClient(
            zimbra.ServerUri,
            ZimbraCredentials.Password(Owner, new Secret("s3cret-Pässword")),
            TestClients.Options()
        );

        BatchResponse read = await client.SendAsync(
            new BatchRequest([new GetInfoRequest(), GetFolderRequest.AtPath("/Événements de l'asso")]),
            Token
        );
        Folder calendar = ((BatchOutcome<GetFolderResponse>)read.Outcomes[1]).ResponseOrThrow().Folder;
        var grant = FolderActionRequest.Grant(calendar.Id, FolderGrant.Guest("adresse@orange.fr", "r"));
        BatchResponse shared = await client.SendAsync(
            new BatchRequest([grant, SendShareNotificationRequest.Created(calendar.Id, "adresse@orange.fr", "Bonjour")])
            {
                OnError = BatchErrorMode.Stop,
            },
            Token
        );
        SearchResponse sent = await client.SendAsync(
            new SearchRequest { Query = SearchQuery.All(SearchQuery.InFolder("sent"), SearchQuery.To("adresse@orange.fr")) },
            Token
        );
        GetMsgResponse mail = await client.SendAsync(new GetMsgRequest { MessageId = Assert.Single(sent.Messages).Id }, Token);
        await client.SendAsync(FolderActionRequest.Revoke(calendar.Id, "adresse@orange.fr"), Token);
        await client.SendAsync(new EndSessionRequest { LogOff = true }, Token);

        Assert.All(shared.Outcomes, outcome => Assert.True(outcome.Succeeded));
        Assert.Equal("adresse@orange.fr", shared.OutcomeOf(grant).ResponseOrThrow().GranteeId);
        Assert.Equal(7, SentRequests.Of(zimbra).Count);
        Assert.Contains(mail.Message.AllParts(), part =>
            part.Content?.Contains("/service/extuserprov/?p=", StringComparison.Ordinal) == true
        );
        SentRequests.AssertPassSchemas(zimbra);
    }

    [Fact]
    public async Task Preparing_a_guest_by_typed_requests_sends_nothing_that_the_schemas_refuse()
    {
        await using FakeZimbra zimbra = await StartAsync();
        await using var admin = new ZimbraClient(
            zimbra.ServerUri,
            ZimbraCredentials.Admin(zimbra.AdminName, new Secret(zimbra.AdminPassword)),
            TestClients.Options(options => options.AdminUri = zimbra.AdminUri)
        );
        ZimbraMailbox owner = admin.Mailbox(Owner);

        DirectoryEntry account = (await admin.SendAsync(new GetAccountRequest { Account = AccountSelector.ByName(Owner) }, Token)).Account;
        Folder calendar = (await owner.SendAsync(GetFolderRequest.AtPath("/Événements de l'asso"), Token)).Folder;
        DirectoryEntry guest = (
            await admin.SendAsync(
                new CreateAccountRequest
                {
                    Name = "adresse.orange.fr@monasso.org",
                    Password = new Secret("gu3st-Pässword"),
                    Attributes = new AttributeList([
                        KeyValuePair.Create("zimbraIsExternalVirtualAccount", "TRUE"),
                        KeyValuePair.Create("zimbraExternalUserMailAddress", "adresse@orange.fr"),
                    ]),
                },
                Token
            )
        ).Account;
        await owner.SendAsync(FolderActionRequest.Grant(calendar.Id, FolderGrant.Guest("adresse@orange.fr", "r")), Token);
        Folder mountpoint = (
            await admin
                .Mailbox(guest.Name)
                .SendAsync(
                    new CreateMountpointRequest
                    {
                        Name = "Agenda",
                        OwnerId = account.Id,
                        RemoteId = calendar.Id,
                        View = "appointment",
                        Flags = "#",
                        FetchIfExists = true,
                    },
                    Token
                )
        ).Mountpoint;
        int found = 0;
        await foreach (
            DirectoryEntry entry in admin.SearchDirectoryAsync(
                new SearchDirectoryRequest { Query = LdapFilter.Equal("zimbraIsExternalVirtualAccount", "TRUE"), Limit = 1 },
                Token
            )
        )
        {
            Assert.Equal(guest.Id, entry.Id);
            found++;
        }

        Assert.Equal(1, found);
        Assert.Equal(calendar.Id, mountpoint.Target?.FolderId);
        SentRequests.AssertPassSchemas(zimbra);
    }

    private static Task<FakeZimbra> StartAsync() =>
        FakeZimbra.StartAsync(
            seed => seed.Account(Owner, "s3cret-Pässword", account => account.Calendar("/Événements de l'asso")),
            cancellationToken: Token
        );
}
