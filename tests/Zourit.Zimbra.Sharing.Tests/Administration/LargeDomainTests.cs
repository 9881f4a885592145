using System.Globalization;
using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Administration;

/// <summary>
/// The published shares of a domain with more owners than a search without a limit may find (docs/protocol.md §B.3).
/// </summary>
[Trait("Category", "Slow")]
public sealed class LargeDomainTests
{
    private const int Owners = 6_000;
    private const string Domain = "grande-asso.org";
    private const string Pipe = "pipe@grande-asso.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task More_owners_than_a_search_may_find_come_page_by_page_and_each_once()
    {
        await using AssociationWorld world = await StartAsync();
        ZimbraClient pipe = world.Connect(ZimbraCredentials.Admin(Pipe, new Secret("pa55word")));
        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            pipe.SendAsync(new SearchDirectoryRequest { Domain = Domain, Limit = 0 }, Token)
        );
        Assert.Equal("account.TOO_MANY_SEARCH_RESULTS", e.Code);
        world.Server.Journal.Clear();

        var names = new HashSet<string>(StringComparer.Ordinal);
        int owners = 0;
        await foreach (
            OwnerShares owner in pipe.Administration.ListPublishedSharesAsync(Domain, new PublishedShareOptions { PageSize = 1000 }, Token)
        )
        {
            owners++;
            names.Add(owner.Owner);
            Assert.Equal(2, owner.Items.Count);
        }

        Assert.Equal((Owners, Owners), (owners, names.Count));
        Assert.Equal(7, world.Server.Journal.Entries.Count);
        Assert.Contains("maxResults=\"7000\"", world.Server.Journal.Entries[^1].RequestBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_holds_a_page_and_not_the_domain()
    {
        await using AssociationWorld world = await StartAsync();
        IAsyncEnumerator<OwnerShares> owners = world
            .AsAdmin()
            .Administration.ListPublishedSharesAsync(Domain, new PublishedShareOptions { PageSize = 500 }, Token)
            .GetAsyncEnumerator(Token);
        await using IAsyncDisposable end = owners;
        WeakReference[] first = await TakeAsync(owners, 500);
        Assert.Equal(1, world.Server.Journal.Entries.Count(entry => entry.Operations.Contains("SearchDirectoryRequest")));

        await TakeAsync(owners, 1500);
        GC.Collect();

        Assert.DoesNotContain(first, reference => reference.IsAlive);
        Assert.Equal(4, world.Server.Journal.Entries.Count(entry => entry.Operations.Contains("SearchDirectoryRequest")));
    }

    // In a method of its own, so that no local keeps what it read.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference[]> TakeAsync(IAsyncEnumerator<OwnerShares> owners, int count)
    {
        var taken = new WeakReference[count];
        for (int i = 0; i < count; i++)
        {
            Assert.True(await owners.MoveNextAsync());
            taken[i] = new WeakReference(owners.Current.Items);
        }

        return taken;
    }

    private static async Task<AssociationWorld> StartAsync()
    {
        AssociationWorld world = await AssociationWorld.StartAsync(seed =>
        {
            for (int i = 0; i < Owners; i++)
            {
                seed.Account(NameOf(i), password: null);
            }

            seed.Administrator(Pipe, "pa55word", admin => admin.Grant("listAccount", "get.account.zimbraSharedItem"));
        });
        world.Server.Change(directory =>
        {
            foreach (Account account in directory.Accounts.Where(account => account.Name.StartsWith("owner-", StringComparison.Ordinal)))
            {
                account.Attributes.Set("zimbraSharedItem", [Value("a@orange.fr", 257), Value("b@orange.fr", 258)]);
            }
        });
        return world;
    }

    private static string NameOf(int owner) => string.Create(CultureInfo.InvariantCulture, $"owner-{owner:D4}@{Domain}");

    private static string Value(string guest, int folder) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"granteeId:{guest};granteeName:null;granteeType:guest;folderId:{folder};folderUuid:11111111-2222-3333-4444-555555555555;"
                + $"folderPath:/c{folder};folderDefaultView:appointment;rights:r;type:folder"
        );
}
