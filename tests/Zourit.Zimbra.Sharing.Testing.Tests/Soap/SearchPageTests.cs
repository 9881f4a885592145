namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>
/// What a search counts and promises (docs/protocol.md §B.3; recordings 14-100 to 14-110): without a session nothing beyond offset and
/// limit, with a negative sum one entry at most.
/// </summary>
public sealed class SearchPageTests
{
    private static readonly string[] Names = ["anna", "bela", "colin", "dora"];

    [Theory]
    [InlineData("", "anna bela colin dora", 4, false)]
    [InlineData("limit='0'", "anna bela colin dora", 4, false)]
    [InlineData("limit='2'", "anna bela", 2, false)]
    [InlineData("limit='2' offset='1'", "bela colin", 3, false)]
    [InlineData("limit='2' offset='3'", "dora", 4, false)]
    [InlineData("limit='2' offset='4'", "", 4, false)]
    [InlineData("limit='10' offset='10'", "", 4, false)]
    [InlineData("limit='-1'", "", 1, true)]
    [InlineData("offset='1'", "", 1, false)]
    [InlineData("offset='2'", "", 1, false)]
    [InlineData("limit='3' maxResults='1'", "anna bela colin", 3, false)]
    public async Task Pages_are_cut_as_the_server_cuts_them(string page, string names, int total, bool more)
    {
        var reply = await SearchAsync(page);

        Assert.Equal(names, string.Join(' ', reply.Elements("account").Select(account => account.Attribute("name")!.Value.Split('@')[0])));
        Assert.Equal(
            (total.ToString(System.Globalization.CultureInfo.InvariantCulture), more ? "1" : "0"),
            (
                reply.Single("SearchDirectoryResponse").Attribute("searchTotal")!.Value,
                reply.Single("SearchDirectoryResponse").Attribute("more")!.Value
            )
        );
    }

    [Theory]
    [InlineData("maxResults='3'", "account.TOO_MANY_SEARCH_RESULTS")]
    [InlineData("offset='-1'", "service.FAILURE")]
    [InlineData("offset='-1' limit='1'", "service.FAILURE")]
    [InlineData("types='coses'", "service.INVALID_REQUEST")]
    [InlineData("types='accounts,coses'", "service.INVALID_REQUEST")]
    [InlineData("types='people'", "service.INVALID_REQUEST")]
    public async Task What_cannot_be_answered_says_so(string page, string code) => Assert.Equal(code, (await SearchAsync(page)).Code);

    private static async Task<World.Answer> SearchAsync(string page)
    {
        await using var world = await World.StartAsync(seed =>
        {
            foreach (string name in Names)
            {
                seed.Account($"{name}@pages.test", World.Password);
            }
        });
        return await world.SoapAsync(
            $"<SearchDirectoryRequest xmlns='urn:zimbraAdmin' domain='pages.test' attrs='displayName' {page} query='(mail=*)'/>",
            await world.LogInAsAdminAsync(),
            toAdmin: true
        );
    }
}
