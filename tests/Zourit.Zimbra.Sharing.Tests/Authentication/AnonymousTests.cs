using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;

namespace Zourit.Zimbra.Sharing.Tests.Authentication;

public sealed class AnonymousTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_anonymous_client_sends_nothing_that_needs_an_account()
    {
        await using FakeZimbra zimbra = await FakeZimbra.StartRecordedAsync(cancellationToken: Token);
        await using var client = new ZimbraClient(
            zimbra.ServerUri,
            ZimbraCredentials.Anonymous,
            new ZimbraClientOptions { AdminUri = zimbra.AdminUri }
        );

        ZimbraAuthenticationException mail = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            client.SendAsync(new NoOpRequest(), Token)
        );
        ZimbraAuthenticationException admin = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            client.SendAsync(new GetAccountRequest { Account = AccountSelector.ByName("alice@example.test") }, Token)
        );

        Assert.Equal(AuthenticationFailure.CredentialsRequired, mail.Failure);
        Assert.Equal(AuthenticationFailure.AdministratorRequired, admin.Failure);
        Assert.Empty(zimbra.Journal.Entries);
    }

    [Fact]
    public async Task An_anonymous_client_asks_what_anybody_may_ask()
    {
        await using FakeZimbra zimbra = await FakeZimbra.StartRecordedAsync(cancellationToken: Token);
        await using var client = new ZimbraClient(
            zimbra.ServerUri,
            ZimbraCredentials.Anonymous,
            new ZimbraClientOptions { AdminUri = zimbra.AdminUri }
        );

        DomainResponse answer = await client.SendAsync(new GetDomainInfoRequest { Domain = DomainSelector.ByName("example.test") }, Token);

        Assert.NotNull(answer.Domain);
        Assert.Contains("anonymous", client.ToString(), StringComparison.Ordinal);
    }
}
