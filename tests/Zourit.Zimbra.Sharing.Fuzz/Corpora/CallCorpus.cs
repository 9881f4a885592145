using System.Text;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Fuzz.Engine;
using Zourit.Zimbra.Sharing.Fuzz.Replies;
using Zourit.Zimbra.Sharing.Fuzz.Targets;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Fuzz.Corpora;

/// <summary>
/// What the fake server answers to each call, one after the other on one server. The fake is held against the recordings.
/// </summary>
internal static class CallCorpus
{
    private const string Password = "pa55word";

    public static async Task<IReadOnlyList<Seed>> RecordAsync()
    {
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(seed =>
        {
            seed.Account(Calls.Owner, Password, account =>
                account.DisplayName("Mon Asso").Calendar(Calls.Calendar).Calendar("/Autres/Sorties d'été")
            );
            seed.Account("paul@monasso.org", Password, account => account.DisplayName("Paul"));
        });
        (Secret user, Secret admin) = await LogInAsync(zimbra);
        var seeds = new List<Seed>();
        foreach (Targets.Call call in Calls.All)
        {
            using var handler = new RecordingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
            await using var client = new ZimbraClient(
                new Connection(zimbra.ServerUri, new ZimbraClientOptions { AdminUri = zimbra.AdminUri }.ToSettings(), handler),
                call.IsAdmin ? ZimbraCredentials.AdminToken(admin) : ZimbraCredentials.Token(user)
            );
            try
            {
                await call.Run(client);
            }
            catch (ZimbraException)
            {
                // A refusal is an answer too.
            }

            seeds.Add(new Seed(call.Name, [.. Encoding.UTF8.GetBytes(call.Name), .. "\n"u8, .. RawReply.Join(handler.Replies)]));
        }

        return seeds;
    }

    private static async Task<(Secret User, Secret Admin)> LogInAsync(FakeZimbra zimbra)
    {
        await using var client = new ZimbraClient(
            zimbra.ServerUri,
            ZimbraCredentials.Anonymous,
            new ZimbraClientOptions { AdminUri = zimbra.AdminUri }
        );
        AuthResponse user = await client.SendAsync(
            new AuthRequest { Account = AccountSelector.ByName(Calls.Owner), Password = new Secret(Password) }
        );
        AdminAuthResponse admin = await client.SendAsync(
            new AdminAuthRequest { Name = zimbra.AdminName, Password = new Secret(zimbra.AdminPassword) }
        );
        return (user.Token, admin.Token);
    }
}
