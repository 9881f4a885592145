using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Tests.Folders;

/// <summary>A folder by its path or by its id.</summary>
public sealed class FolderReferenceTests
{
    [Theory]
    [InlineData("257", true)]
    [InlineData(" 257 ", true)]
    [InlineData("0a1b2c3d-0000-4000-8000-000000000001:257", true)]
    [InlineData("/257", false)]
    [InlineData("/Agenda", false)]
    [InlineData("Agenda", false)]
    public void Digits_are_an_id_alone_or_behind_a_mailbox_s(string text, bool isId) =>
        Assert.Equal(isId, FolderReference.Parse(text).IsId);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("x:257")]
    [InlineData("0a1b2c3d-0000-4000-8000-000000000001:")]
    public void Anything_else_is_refused(string text) => Assert.ThrowsAny<ArgumentException>(() => FolderReference.Parse(text));

    [Fact]
    public void The_same_calendar_has_one_key_however_it_is_written()
    {
        Assert.Equal(FolderReference.KeyOf("/Agenda"), FolderReference.KeyOf("agenda"));
        Assert.Equal("257", FolderReference.KeyOf(" 257"));
        Assert.Equal("a:b", FolderReference.KeyOf("a:b"));
        Assert.NotEqual(FolderReference.KeyOf("/257"), FolderReference.KeyOf("257"));
    }

    [Fact]
    public void The_folders_above_are_asked_for_up_to_the_root()
    {
        Assert.Equal(
            [("/a/b", null), ("/a", null), (null, "1")],
            FolderReference.Parse("/a/b/c").AncestorRequests().Select(request => (request.Path, request.Id))
        );
        Assert.Equal((null, null), FolderReference.Parse("257").AncestorRequests().Select(request => (request.Path, request.Id)).Single());
    }

    [Fact]
    public void It_is_named_in_messages_as_it_was_given()
    {
        Assert.Equal("'/Agenda'", FolderReference.Parse("/Agenda").Text.English);
        Assert.Equal("the folder with id 257", FolderReference.Parse("257").Text.English);
        GetFolderRequest root = FolderReference.Parse("/a").AncestorRequests()[0];
        Assert.Equal("1", root.Id);
    }
}
