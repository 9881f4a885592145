using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Requests;

public sealed class FolderAclTests
{
    private const string Owner = "owner@monasso.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_grant_reads_well_and_says_who_the_server_made_of_the_grantee()
    {
        await using FakeZimbra zimbra = await StartAsync();
        await using ZimbraClient client = Connect(zimbra);

        FolderActionResponse guest = await client.SendAsync(
            FolderActionRequest.Grant("10", FolderGrant.Guest("adresse@orange.fr", "r")),
            Token
        );
        FolderActionResponse user = await client.SendAsync(
            FolderActionRequest.Grant("10", FolderGrant.Guest("paul@monasso.org", "rw")),
            Token
        );
        FolderActionResponse nobody = await client.SendAsync(
            FolderActionRequest.Grant("10", FolderGrant.User("inconnu@monasso.org", "r")),
            Token
        );
        await client.SendAsync(FolderActionRequest.Grant("10", FolderGrant.Public("r")), Token);
        FolderAcl acl = (await client.SendAsync(GetFolderRequest.WithId("10"), Token)).Folder.Acl!;

        Assert.Equal("adresse@orange.fr", guest.GranteeId);
        Assert.True(Guid.TryParse(user.GranteeId, out _));
        Assert.Equal("inconnu@monasso.org", nobody.GranteeId);
        Assert.Equal([GranteeType.Guest, GranteeType.User, GranteeType.Guest, GranteeType.Public], acl.Grants.Select(grant => grant.Type));
        Assert.Equal(["r", "rw", "r", "r"], acl.Grants.Select(grant => grant.Rights));
    }

    [Fact]
    public async Task A_whole_acl_names_its_guests_and_the_public_by_itself()
    {
        await using FakeZimbra zimbra = await StartAsync();
        await using ZimbraClient client = Connect(zimbra);
        var acl = new FolderAcl
        {
            Grants =
            [
                FolderGrant.Guest("adresse@orange.fr", "r"),
                FolderGrant.Public("r"),
                FolderGrant.AllAuthenticated("r"),
                FolderGrant.Key("k", "r", new Secret("s3cret")),
            ],
        };

        await client.SendAsync(FolderActionRequest.Update("10", new FolderChanges { Acl = acl }), Token);
        FolderAcl read = (await client.SendAsync(GetFolderRequest.WithId("10"), Token)).Folder.Acl!;

        Assert.Equal(acl.Grants.Select(grant => grant.Type), read.Grants.Select(grant => grant.Type));
        Assert.Equal("adresse@orange.fr", read.Grants[0].GranteeId);
        Assert.Equal("s3cret", read.Grants[3].AccessKey?.Reveal());
    }

    [Fact]
    public async Task A_whole_acl_with_a_user_by_name_is_refused_before_it_is_sent()
    {
        await using FakeZimbra zimbra = await StartAsync();
        await using ZimbraClient client = Connect(zimbra);
        var acl = new FolderAcl { Grants = [FolderGrant.User("paul@monasso.org", "r")] };

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            client.SendAsync(FolderActionRequest.Update("10", new FolderChanges { Acl = acl }), Token)
        );

        Assert.Contains("paul@monasso.org", e.Message, StringComparison.Ordinal);
        Assert.Contains("GranteeId", e.Message, StringComparison.Ordinal);
        Assert.Empty(zimbra.Journal.Of("FolderActionRequest"));
    }

    [Fact]
    public void The_end_of_a_grant_is_its_own_or_else_the_ceiling_of_its_kind()
    {
        DateTimeOffset guests = DateTimeOffset.FromUnixTimeMilliseconds(1),
            users = DateTimeOffset.FromUnixTimeMilliseconds(2),
            own = DateTimeOffset.FromUnixTimeMilliseconds(3);
        var acl = new FolderAcl { GuestGrantExpiry = guests, InternalGrantExpiry = users };

        Assert.Equal(guests, acl.EffectiveExpiry(FolderGrant.Guest("a@b.c", "r")));
        Assert.Equal(guests, acl.EffectiveExpiry(FolderGrant.Key("k", "r", accessKey: null)));
        Assert.Equal(users, acl.EffectiveExpiry(FolderGrant.User("a@b.c", "r")));
        Assert.Equal(own, acl.EffectiveExpiry(FolderGrant.User("a@b.c", "r") with { Expiry = own }));
        Assert.Null(acl.EffectiveExpiry(FolderGrant.Public("r")));
    }

    [Fact]
    public void No_request_prints_what_is_secret()
    {
        FolderGrant grant = FolderGrant.Guest("a@b.c", "r") with
        {
            Password = new Secret("canary-1"),
            Args = new Secret("canary-2"),
            AccessKey = new Secret("canary-3"),
        };

        Assert.DoesNotContain("canary", $"{grant} {FolderActionRequest.Grant("10", grant)}", StringComparison.Ordinal);
        Assert.DoesNotContain(
            "canary",
            $"{FolderActionRequest.SetSource("10", "https://u:canary@x.y")} "
                + $"{new CreateFolderRequest { Name = "x", SourceUrl = "https://u:canary@x.y" }}",
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(""), InlineData(" ")]
    public void A_grantee_without_a_name_is_refused(string name) => Assert.ThrowsAny<ArgumentException>(() => FolderGrant.Guest(name, "r"));

    [Theory]
    [InlineData("sent", "in:\"sent\""), InlineData("Messages envoyés", "in:\"Messages envoyés\"")]
    public void A_search_value_is_quoted(string folder, string query) => Assert.Equal(query, SearchQuery.InFolder(folder));

    [Fact]
    public void A_search_value_with_a_quote_is_refused() =>
        Assert.ThrowsAny<ArgumentException>(() => SearchQuery.To("a\" or in:inbox \"b"));

    private static Task<FakeZimbra> StartAsync() =>
        FakeZimbra.StartAsync(
            seed =>
            {
                seed.Account(Owner, "s3cret-P4ss");
                seed.Account("paul@monasso.org", "s3cret-P4ss");
            },
            cancellationToken: Token
        );

    private static ZimbraClient Connect(FakeZimbra zimbra) =>
        new(zimbra.ServerUri, ZimbraCredentials.Password(Owner, new Secret("s3cret-P4ss")), TestClients.Options());
}
