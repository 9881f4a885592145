using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.DependencyInjection;

/// <summary>A fake server with one calendar, and the shortest job that shows that a client works: log in, grant, read back.</summary>
internal static class GrantingZimbra
{
    public const string Owner = "owner@monasso.org";
    public const string Password = "pa55-Wörd-0wner";

    public static Task<FakeZimbra> StartAsync(CancellationToken cancellationToken) =>
        FakeZimbra.StartAsync(
            seed => seed.Account(Owner, Password, account => account.Calendar("/my-events")),
            cancellationToken: cancellationToken
        );

    public static async Task GrantAndReadBackAsync(ZimbraClient client, CancellationToken cancellationToken)
    {
        GetFolderResponse before = await client.SendAsync(GetFolderRequest.AtPath("/my-events"), cancellationToken);
        Assert.Empty(before.Folder.Acl?.Grants ?? []);
        var grant = new FolderGrant
        {
            Type = GranteeType.Guest,
            GranteeName = "adresse@orange.fr",
            Rights = "r",
        };
        await client.SendAsync(FolderActionRequest.Grant(before.Folder.Id, grant), cancellationToken);
        GetFolderResponse after = await client.SendAsync(GetFolderRequest.WithId(before.Folder.Id), cancellationToken);
        Assert.Equal("adresse@orange.fr", Assert.Single(after.Folder.Acl!.Grants).GranteeId);
    }
}
