using Microsoft.Extensions.DependencyInjection;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.DependencyInjection;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Security;

/// <summary>Passwords and keys from a function of the program, so that they need live in no configuration.</summary>
public sealed class CallbackTests
{
    private const string Owner = "owner@monasso.org";
    private const string Password = "pa55-Wörd-0wner";
    private const string PreauthKey = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_user_an_administrator_and_a_preauth_key_are_asked_for_once_for_each_login()
    {
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(
            seed =>
                seed.Domain("monasso.org", domain => domain.Attributes["zimbraPreAuthKey"] = PreauthKey)
                    .Account(Owner, Password, account => account.Calendar("/my-events")),
            cancellationToken: Token
        );
        foreach (
            (Func<Func<CancellationToken, ValueTask<Secret>>, ZimbraCredentials> make, string secret) in ((
                Func<Func<CancellationToken, ValueTask<Secret>>, ZimbraCredentials>,
                string
            )[])
                [
                    (give => ZimbraCredentials.PasswordFrom(Owner, give), Password),
                    (give => ZimbraCredentials.AdminFrom(zimbra.AdminName, give), zimbra.AdminPassword),
                    (give => ZimbraCredentials.PreauthFrom(Owner, give), PreauthKey),
                ]
        )
        {
            int asked = 0;
            await using var client = new ZimbraClient(zimbra.ServerUri, make(Give), new ZimbraClientOptions { AdminUri = zimbra.AdminUri });
            Assert.Equal(0, asked);

            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.SendAsync(new NoOpRequest(), Token)));
            Assert.Equal(1, asked);

            using MisbehaviourRule rule = zimbra.Misbehave.On("NoOpRequest").Call(1).ExpireToken();
            await client.SendAsync(new NoOpRequest(), Token);
            Assert.Equal(2, asked);

            async ValueTask<Secret> Give(CancellationToken cancellationToken)
            {
                await Task.Yield();
                asked++;
                return new Secret(secret);
            }
        }
    }

    [Fact]
    public async Task With_a_container_the_function_may_ask_a_service()
    {
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(
            seed => seed.Domain("monasso.org", domain => domain.Attributes["zimbraPreAuthKey"] = PreauthKey).Account(Owner, Password),
            cancellationToken: Token
        );
        var collection = new ServiceCollection();
        collection.AddSingleton(new Dictionary<string, string> { [Owner] = PreauthKey });
        collection
            .AddZimbraSharing(options => options.ServerUri = zimbra.ServerUri)
            .UseCredentials(services =>
                ZimbraCredentials.PreauthFrom(Owner, _ =>
                    ValueTask.FromResult(new Secret(services.GetRequiredService<Dictionary<string, string>>()[Owner]))
                )
            );
        await using ServiceProvider services = collection.BuildServiceProvider();

        Assert.NotNull(await services.GetRequiredService<ZimbraClient>().SendAsync(new NoOpRequest(), Token));
    }

    [Fact]
    public async Task What_the_function_throws_reaches_the_caller_and_nothing_is_sent()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        foreach (ZimbraCredentials credentials in All(_ => throw new UnauthorizedAccessException("The vault is locked.")))
        {
            await using ZimbraClient client = Client(server, credentials);

            Assert.Equal(
                "The vault is locked.",
                (await Assert.ThrowsAsync<UnauthorizedAccessException>(() => client.SendAsync(new NoOpRequest(), Token))).Message
            );
        }

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_empty_secret_is_not_tried()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        foreach (ZimbraCredentials credentials in All(_ => ValueTask.FromResult(new Secret(""))))
        {
            await using ZimbraClient client = Client(server, credentials);

            Assert.Contains(
                "gave an empty one",
                (await Assert.ThrowsAnyAsync<ArgumentException>(() => client.SendAsync(new NoOpRequest(), Token))).Message,
                StringComparison.Ordinal
            );
        }

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_function_is_notified_when_nobody_waits_any_more()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        var told = new TaskCompletionSource();
        await using ZimbraClient client = Client(server, ZimbraCredentials.PasswordFrom(Owner, async cancellationToken =>
            {
                await using CancellationTokenRegistration registration = cancellationToken.Register(told.SetResult);
                await told.Task;
                return new Secret("late");
            }));
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task call = client.SendAsync(new NoOpRequest(), cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await told.Task.WaitAsync(Token);
    }

    [Fact]
    public void No_function_and_no_account_are_refused_at_once()
    {
        Assert.ThrowsAny<ArgumentNullException>(() => ZimbraCredentials.PasswordFrom(Owner, null!));
        Assert.ThrowsAny<ArgumentNullException>(() => ZimbraCredentials.AdminFrom(Owner, null!));
        Assert.ThrowsAny<ArgumentNullException>(() => ZimbraCredentials.PreauthFrom(Owner, null!));
        Assert.ThrowsAny<ArgumentException>(() => ZimbraCredentials.PreauthFrom(" ", _ => ValueTask.FromResult(new Secret("key"))));
    }

    private static ZimbraCredentials[] All(Func<CancellationToken, ValueTask<Secret>> give) =>
        [
            ZimbraCredentials.PasswordFrom(Owner, give),
            ZimbraCredentials.AdminFrom("admin@example.net", give),
            ZimbraCredentials.PreauthFrom(Owner, give),
        ];

    private static ZimbraClient Client(ScriptedServer server, ZimbraCredentials credentials) =>
        new(server.Address, credentials, TestClients.Options(options => options.AdminUri = server.Address));
}
