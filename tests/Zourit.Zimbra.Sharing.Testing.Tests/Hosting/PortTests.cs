using System.Globalization;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Hosting;

public sealed class PortTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_port_that_is_taken_is_an_IOException_that_names_it()
    {
        await using var first = await FakeZimbra.StartRecordedAsync(cancellationToken: Cancel);
        var taken = first.ServerUri.Port;

        var user = await Assert.ThrowsAsync<IOException>(() =>
            FakeZimbra.StartRecordedAsync(new FakeZimbraOptions { Port = taken }, Cancel)
        );
        var admin = await Assert.ThrowsAsync<IOException>(() =>
            FakeZimbra.StartRecordedAsync(new FakeZimbraOptions { AdminPort = taken }, Cancel)
        );

        Assert.Contains(taken.ToString(CultureInfo.InvariantCulture), user.Message, StringComparison.Ordinal);
        Assert.Contains(taken.ToString(CultureInfo.InvariantCulture), admin.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(99999)]
    [InlineData(-1)]
    public async Task A_number_that_is_no_port_is_an_IOException_that_names_it(int port) =>
        Assert.Contains(
            port.ToString(CultureInfo.InvariantCulture),
            (
                await Assert.ThrowsAsync<IOException>(() => FakeZimbra.StartRecordedAsync(new FakeZimbraOptions { Port = port }, Cancel))
            ).Message,
            StringComparison.Ordinal
        );
}
