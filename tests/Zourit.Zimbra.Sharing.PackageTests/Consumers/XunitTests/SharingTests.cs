// Somebody's tests in xunit, one server for each class.
using Xunit;
using Zourit.Zimbra.Sharing;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Assertions;

public sealed class ZimbraFixture : IAsyncLifetime
{
    public FakeZimbra Zimbra { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Zimbra = await FakeZimbra.StartAsync(seed =>
            seed.Account("owner@monasso.org", "pa55word", account => account.Calendar("/my-events"))
        );

    public ValueTask DisposeAsync() => Zimbra.DisposeAsync();
}

public sealed class SharingTests(ZimbraFixture fixture) : IClassFixture<ZimbraFixture>
{
    [Fact]
    public async Task The_guest_is_mailed_once()
    {
        await using ZimbraClient client = fixture.Zimbra.CreateClient("owner@monasso.org");
        await client.Calendars.ShareWithGuestAsync("/my-events", "adresse@orange.fr", null, TestContext.Current.CancellationToken);

        fixture.Zimbra.Calendar("owner@monasso.org", "/my-events").MustBeSharedWith("adresse@orange.fr", "r");
        fixture.Zimbra.MailTo("adresse@orange.fr").MustHaveBeenSentOnce();
        Assert.Throws<FakeZimbraAssertionException>(() => fixture.Zimbra.MailTo("marie@example.com").MustHaveBeenSentOnce());
    }
}
