using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Requests;

/// <summary>The values of <c>zimbraSharedItem</c>, as recorded (14-20 to 14-48, 14-121).</summary>
public sealed class PublishedShareTests
{
    private const string Calendar = "folderDefaultView:appointment;rights:";

    [Theory]
    [InlineData("granteeType:pub;folderId:257")]
    [InlineData("granteeType:pub;folderPath:/a")]
    [InlineData("folderId:257;folderPath:/a")]
    [InlineData("written by hand")]
    [InlineData("")]
    [InlineData(null)]
    public void What_says_neither_who_nor_which_folder_is_no_share(string? value) => Assert.False(PublishedShare.TryParse(value, out _));

    [Fact]
    public void What_is_no_share_is_refused_by_name()
    {
        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() => PublishedShare.Parse("written by hand"));

        Assert.Contains("'written by hand' is no value of zimbraSharedItem", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_null_and_unknown_are_no_names()
    {
        PublishedShare item = PublishedShare.Parse(
            "granteeId:null;granteeName:null;granteeType:pub;folderId:260;folderUuid:77e0;folderPath:/Pub;folderDefaultView:unknown;"
                + "rights:;type:folder"
        );

        Assert.Equal((GranteeType.Public, null, null, null), (item.GranteeType, item.GranteeId, item.GranteeName, item.View));
        Assert.Equal((Permissions.None, null), (item.Permissions, item.Expiry));
    }

    [Fact]
    public void A_semicolon_in_a_path_is_escaped_and_nothing_else_is()
    {
        PublishedShare item = PublishedShare.Parse(
            @"granteeId:o'brien+tag@outside.test;granteeName:null;granteeType:guest;folderId:268;folderUuid:eaea9eda;"
                + @"folderPath:/Été*ASCII59* 'x' (a*b) \ & <é> 日本;folderDefaultView:appointment;rights:r;type:folder"
        );

        Assert.Equal(@"/Été; 'x' (a*b) \ & <é> 日本", item.Path.Value);
        Assert.Equal((GranteeType.Guest, "o'brien+tag@outside.test"), (item.GranteeType, item.GranteeId));
    }

    [Fact]
    public void A_users_share_has_the_accounts_id_and_name_and_its_end_is_a_moment()
    {
        PublishedShare item = PublishedShare.Parse(
            "granteeId:7ac6e45d;granteeName:bob@example.test;granteeType:usr;folderId:258;folderUuid:78b1f18d;folderPath:/Pub/Usr;"
                + $"{Calendar}rwidx;type:folder;expiry:1798682556267"
        );

        Assert.Equal((GranteeType.User, "7ac6e45d", "bob@example.test"), (item.GranteeType, item.GranteeId, item.GranteeName));
        Assert.Equal(("258", "78b1f18d", "appointment"), (item.FolderId, item.FolderUuid, item.View));
        Assert.Equal(Permissions.Manager, item.Permissions);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1798682556267), item.Expiry);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("999999999999999")]
    public void An_end_that_is_no_moment_is_none(string end) =>
        Assert.Null(PublishedShare.Parse($"granteeType:pub;folderId:257;folderPath:/a;expiry:{end}").Expiry);

    [Fact]
    public void A_type_that_came_later_is_unknown() =>
        Assert.Equal(GranteeType.Unknown, PublishedShare.Parse("granteeType:org;folderId:1;folderPath:/a").GranteeType);

    [Theory]
    [InlineData(
        "granteeId:m1@outside.test;granteeName:null;granteeType:guest;folderId:267;folderUuid:91e309ea-471b-4a99-a09c-a2b9bb58aab6;"
            + "folderPath:/Multi;folderDefaultView:appointment;rights:r;type:folder"
    )]
    [InlineData(
        "granteeId:7ac6e45d-fb65-4904-83a8-a6ce102d6028;granteeName:bob@example.test;granteeType:usr;folderId:258;"
            + "folderUuid:78b1f18d-5e14-4450-8642-397af7702982;folderPath:/Usr;folderDefaultView:appointment;rights:rwidx;type:folder"
    )]
    [InlineData(
        "granteeId:null;granteeName:null;granteeType:pub;folderId:260;folderUuid:77e031b4-e924-4fd5-b7a1-efdbcbed1aaf;"
            + "folderPath:/Pub;folderDefaultView:appointment;rights:r;type:folder"
    )]
    [InlineData(
        "granteeId:exp@outside.test;granteeName:null;granteeType:guest;folderId:265;folderUuid:ab78a007-9c92-4b87-9591-6e5913f54460;"
            + "folderPath:/Ex*ASCII59*piry;folderDefaultView:appointment;rights:r;type:folder;expiry:1798682556267"
    )]
    public void The_length_of_a_value_is_known_before_the_server_writes_it(string value)
    {
        PublishedShare item = PublishedShare.Parse(value);
        var grant = new FolderGrant
        {
            Type = item.GranteeType,
            Rights = item.Permissions.Letters,
            GranteeName = item.GranteeName ?? item.GranteeId,
        };

        Assert.Equal(value.Length, PublishedShare.LengthOf(grant, item.FolderId, item.Path, item.View, item.Expiry));
    }
}
