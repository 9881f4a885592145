using Zourit.Zimbra.Sharing.Dispatch;

namespace Zourit.Zimbra.Sharing.Tests.Dispatch;

/// <summary>Pages may shift while one reads; a server that gives the same one for ever is left.</summary>
public sealed class PageGuardTests
{
    private readonly PageGuard _guard = new("SearchRequest");

    [Fact]
    public void The_fourth_time_that_the_same_page_comes_is_too_often()
    {
        Pass("7", "7", "7");

        ZimbraProtocolException e = Assert.Throws<ZimbraProtocolException>(() => _guard.Pass("7"));

        Assert.Equal("SearchRequest: the server gives the same page for every offset, and promises more.", e.Message);
        Assert.Equal("SearchRequest", e.Operation);
    }

    [Fact]
    public void Another_page_between_them_starts_the_count_anew() => Pass("7", "7", "7", "8", "7", "7", "7", "8", "8");

    [Fact]
    public void Pages_without_entries_are_not_the_same_page() => Pass(null, null, null, null, null);

    private void Pass(params string?[] firsts)
    {
        foreach (string? first in firsts)
        {
            _guard.Pass(first);
        }
    }
}
