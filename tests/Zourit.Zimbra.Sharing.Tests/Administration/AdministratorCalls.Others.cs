using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Administration;

/// <content>Calls of feeds, invitations and the rest.</content>
internal static partial class AdministratorCalls
{
    private static Dictionary<string, Func<AssociationWorld, ZimbraClient, Task>> OfOthers() =>
        new()
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
            ["Feeds.DiagnoseAddressAsync"] = (world, pipe) =>
                DiagnoseAsync(world, () => pipe.Feeds.DiagnoseAddressAsync(AddressIn(world), Guest, cancellationToken: Token)),
            ["Feeds.DiagnoseAsync"] = (world, pipe) =>
                DiagnoseAsync(world, () => pipe.Feeds.DiagnoseAsync(Owner, Events, Guest, cancellationToken: Token)),
            ["Feeds.DiagnoseCalDavAsync"] = (world, pipe) =>
                DiagnoseAsync(world, () => pipe.Feeds.DiagnoseCalDavAsync(Owner, Events, Guest, cancellationToken: Token)),
            ["Feeds.FindEncryptedAddressAsync"] = async (world, pipe) =>
                await pipe.Feeds.FindEncryptedAddressAsync(AddressIn(world), Token),
            ["Feeds.OpenAsync"] = async (world, pipe) =>
            {
                await using Stream feed = await pipe.Feeds.OpenAsync(AddressIn(world), AsGuest, Token);
                Assert.True(feed.CanRead);
            },
            ["Feeds.ReadAsync"] = async (world, pipe) =>
                Assert.Empty((await pipe.Feeds.ReadAsync(AddressIn(world), AsGuest, Token)).Events),
            ["Feeds.ReadFreeBusyAsync"] = async (world, pipe) =>
                await pipe.Feeds.ReadFreeBusyAsync(AddressIn(world), new FreeBusyReadOptions { Credentials = AsGuest.Credentials }, Token),
            ["Feeds.ReadIfChangedAsync"] = async (world, pipe) =>
                Assert.NotNull(await pipe.Feeds.ReadIfChangedAsync(AddressIn(world), new string('0', 64), AsGuest, Token)),
            ["Invitations.AcceptAsync"] = async (world, pipe) =>
            {
                await world.ShareAsync(guest: Another);
                await pipe.Invitations.AcceptAsync(
                    PersonalLink.Parse(world.LinkTo(Another).AbsoluteUri),
                    "Autre",
                    new Secret("An0ther-password"),
                    cancellationToken: Token
                );
                Assert.NotNull(world.Server.Directory.FindAccount("autre.orange.fr@monasso.org"));
            },
            ["Invitations.ComputeLinkAsync"] = async (_, pipe) =>
                Assert.NotNull(await pipe.Mailbox(Owner).Invitations.ComputeLinkAsync(FolderPath.Parse(Events), Guest, Token)),
            ["Invitations.FindAllAsync"] = async (world, pipe) =>
            {
                await world.ShareAsync(guest: Another);
                Assert.Single(
                    await pipe.Mailbox(Owner).Invitations.FindAllAsync(new InvitationSearch { Guest = Another }, Token).ToListAsync(Token)
                );
            },
            ["Invitations.FindAsync"] = async (world, pipe) =>
            {
                await world.ShareAsync(guest: Another);
                Assert.NotNull(await pipe.Mailbox(Owner).Invitations.FindAsync(new InvitationSearch { Guest = Another }, Token));
            },
            ["Mailbox.SendAsync"] = async (_, pipe) => await pipe.Mailbox(Owner).SendAsync(new GetFolderRequest(), Token),
            ["PingAsync"] = async (_, pipe) => await pipe.PingAsync(Token),
            ["SearchDirectoryAsync"] = async (_, pipe) =>
                Require(
                    (await pipe.SearchDirectoryAsync(new SearchDirectoryRequest { Domain = "monasso.org" }, Token).ToListAsync(Token)).Count
                        > 0,
                    "no entries"
                ),
            ["SendAsync"] = async (_, pipe) => await pipe.SendAsync(new NoOpRequest(), Token),
        };

    private static async Task DiagnoseAsync(AssociationWorld world, Func<Task<FeedDiagnosis>> diagnose)
    {
        world.Server.Change(directory =>
        {
            Account owner = directory.FindAccount(Owner)!;
            owner.Attributes["zimbraExternalShareDomainWhitelistEnabled"] = "TRUE";
            owner.Attributes["zimbraExternalShareWhitelistDomain"] = "orange.fr";
            Account guest = directory.FindAccount(Association.Identifier)!;
            guest.Attributes["zimbraAccountStatus"] = "locked";
            guest.Attributes["zimbraPasswordMustChange"] = "FALSE";
        });
        FeedDiagnosis diagnosis = await diagnose();
        foreach (FeedFinding finding in diagnosis.Findings)
        {
            Require(finding.Certainty != FindingCertainty.NotKnowable, finding.Sentence.ToString());
        }

        Assert.Equal([FeedFindingCode.GuestAccountLocked], diagnosis.Causes.Select(cause => cause.Code));
    }
}
