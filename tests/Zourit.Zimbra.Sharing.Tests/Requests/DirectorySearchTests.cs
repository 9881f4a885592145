using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Requests;

public sealed class DirectorySearchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(7), InlineData(100)]
    public async Task Every_entry_comes_once_whatever_the_size_of_a_page(int limit)
    {
        string[] names = [.. Enumerable.Range(1, 7).Select(i => $"membre{i}@monasso.org")];
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(
            seed =>
            {
                foreach (string name in names)
                {
                    seed.Account(name, "s3cret-P4ss");
                }
            },
            cancellationToken: Token
        );
        await using ZimbraClient admin = Admin(zimbra);

        var found = new List<string>();
        await foreach (
            DirectoryEntry entry in admin.SearchDirectoryAsync(
                new SearchDirectoryRequest { Query = LdapFilter.StartsWith("mail", "membre"), Limit = limit },
                Token
            )
        )
        {
            found.Add(entry.Name);
        }

        Assert.Equal(names, found);
        Assert.Equal((7 / limit) + 1, zimbra.Journal.Of("SearchDirectoryRequest").Count);
    }

    [Fact]
    public async Task A_page_is_asked_for_only_when_it_is_reached()
    {
        await using FakeZimbra zimbra = await FakeZimbra.StartRecordedAsync(cancellationToken: Token);
        await using ZimbraClient admin = Admin(zimbra);

        await foreach (DirectoryEntry entry in admin.SearchDirectoryAsync(new SearchDirectoryRequest { Limit = 1 }, Token))
        {
            Assert.NotEmpty(entry.Name);
            break;
        }

        Assert.Single(zimbra.Journal.Of("SearchDirectoryRequest"));
    }

    [Fact]
    public async Task Cancelling_ends_the_search_between_two_entries()
    {
        await using FakeZimbra zimbra = await FakeZimbra.StartRecordedAsync(cancellationToken: Token);
        await using ZimbraClient admin = Admin(zimbra);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (DirectoryEntry _ in admin.SearchDirectoryAsync(new SearchDirectoryRequest { Limit = 1 }, cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        });
    }

    [Fact]
    public async Task A_server_that_promises_more_without_end_is_not_asked_without_end()
    {
        await using var server = ScriptedServer.Soap(_ =>
            Replies.Soap("<SearchDirectoryResponse xmlns=\"urn:zimbraAdmin\" more=\"1\" searchTotal=\"5\"/>")
        );
        await using var admin = new ZimbraClient(
            server.Address,
            ZimbraCredentials.AdminToken(new Secret("0_x")),
            TestClients.Options(options => options.AdminUri = server.Address)
        );

        Assert.Empty(await admin.SearchDirectoryAsync(new SearchDirectoryRequest(), Token).ToListAsync(Token));
        Assert.Single(server.Requests);
    }

    [Theory]
    [
        InlineData("a*b", "(cn=a\\2ab)"),
        InlineData("(x)", "(cn=\\28x\\29)"),
        InlineData("a\\b", "(cn=a\\5cb)"),
        InlineData("a\0b", "(cn=a\\00b)"),
        InlineData("é", "(cn=é)")
    ]
    public void A_value_cannot_change_the_meaning_of_a_filter(string value, string filter) =>
        Assert.Equal(filter, LdapFilter.Equal("cn", value).ToString());

    [Fact]
    public void Filters_are_put_together()
    {
        var either = LdapFilter.Or(LdapFilter.Present("a"), LdapFilter.Not(LdapFilter.StartsWith("b", "c*")));

        Assert.Equal("(&(|(a=*)(!(b=c\\2a*)))(x=y))", LdapFilter.And(either, LdapFilter.Raw("(x=y)")).ToString());
    }

    [Theory]
    [InlineData("a)(b"), InlineData("a b"), InlineData("a=*"), InlineData("é")]
    public void A_name_that_is_no_attributes_is_refused(string name) =>
        Assert.ThrowsAny<ArgumentException>(() => LdapFilter.Equal(name, "x"));

    private static ZimbraClient Admin(FakeZimbra zimbra) =>
        new(
            zimbra.ServerUri,
            ZimbraCredentials.Admin(zimbra.AdminName, new Secret(zimbra.AdminPassword)),
            TestClients.Options(options => options.AdminUri = zimbra.AdminUri)
        );
}
