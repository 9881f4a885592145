// Somebody's tests in NUnit, one server for each test.
using NUnit.Framework;
using Zourit.Zimbra.Sharing;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Assertions;

public sealed class SharingTests
{
    private FakeZimbra _zimbra = null!;

    [SetUp]
    public async Task StartAsync() =>
        _zimbra = await FakeZimbra.StartAsync(seed =>
            seed.Account("owner@monasso.org", "pa55word", account => account.Calendar("/my-events"))
        );

    [TearDown]
    public async Task StopAsync() => await _zimbra.DisposeAsync();

    [Test]
    public async Task The_guest_is_mailed_once()
    {
        await using ZimbraClient client = _zimbra.CreateClient("owner@monasso.org");
        await client.Calendars.ShareWithGuestAsync("/my-events", "adresse@orange.fr");

        _zimbra.Calendar("owner@monasso.org", "/my-events").MustBeSharedWith("adresse@orange.fr", "r");
        _zimbra.MailTo("adresse@orange.fr").MustHaveBeenSentOnce();
        Assert.That(() => _zimbra.MailTo("marie@example.com").MustHaveBeenSentOnce(), Throws.TypeOf<FakeZimbraAssertionException>());
    }
}
