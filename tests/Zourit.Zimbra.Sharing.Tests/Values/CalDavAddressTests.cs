using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Values;

/// <summary>The addresses under which calendar programs read and write.</summary>
public sealed class CalDavAddressTests
{
    private const string RestRoot = "https://mail1.example.net:8443/home/owner@monasso.org";

    [Theory]
    [InlineData("/A;B", ";")]
    [InlineData("/Quoi ?", "?")]
    [InlineData("/Fête 🎉", "🎉")]
    [InlineData("/Groupe ?/Sorties", "?")]
    public void A_name_that_CalDAV_cannot_carry_is_refused_with_its_character(string path, string character)
    {
        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() => CalDavAddress.Of(Calendar(path)));

        Assert.Contains($"'{character}'", e.Message, StringComparison.Ordinal);
        Assert.Contains("ICS", e.Message, StringComparison.Ordinal);
        Assert.False(CalDavAddress.TryOf(Calendar(path), out CalDavAddress? address));
        Assert.Null(address);
    }

    [Fact]
    public void The_whole_mailbox_and_a_mountpoint_of_such_a_name_are_refused_too()
    {
        var guest = GuestIdentifier.For(GuestAddress.Parse("adresse@orange.fr"), "monasso.org");
        CalDavAddress address = CalDavAddress.Of(Calendar("/my-events"));

        Assert.ThrowsAny<ArgumentException>(() => CalDavAddress.Of(IcsAddress.FromRestRoot(RestRoot, FolderPath.Root)));
        Assert.ThrowsAny<ArgumentException>(() => address.ForMountpoint(guest, FolderPath.Parse("/Marie’s quoi ?")));
        Assert.ThrowsAny<ArgumentException>(() => address.ForMountpoint(guest, FolderPath.Root));
    }

    // As the server lists them itself (recordings 13-74 and 13-79), but for what its own escaping leaves raw.
    [Theory]
    [InlineData("/Lecture", "/Lecture/")]
    [InlineData("/Réunions d’équipe & été", "/R%C3%A9unions%20d%E2%80%99%C3%A9quipe%20%26%20%C3%A9t%C3%A9/")]
    [InlineData("/L'an 100% + #1 (x)", "/L'an%20100%25%20%2B%20%231%20(x)/")]
    [InlineData("/Asso/Sorties", "/Asso/Sorties/")]
    public void The_owners_path_is_escaped_as_the_server_does_it(string path, string expected)
    {
        CalDavAddress address = CalDavAddress.Of(Calendar(path));

        Assert.Equal($"https://mail1.example.net:8443/dav/owner@monasso.org{expected}", address.ToString());
        Assert.Equal(address.ToString(), address.Uri.AbsoluteUri);
        Assert.Equal("owner@monasso.org", address.Account);
        Assert.Equal(path, address.Path.Value);
        Assert.True(address.IsEncrypted);
    }

    [Fact]
    public void Programs_that_look_for_calendars_start_at_the_servers_root()
    {
        Assert.Equal("https://mail1.example.net:8443/", CalDavAddress.Of(Calendar("/my-events")).ServerRoot.AbsoluteUri);
    }

    [Fact]
    public void The_same_calendar_has_an_address_through_the_guests_mountpoint()
    {
        CalDavAddress address = CalDavAddress
            .Of(Calendar("/my-events"))
            .ForMountpoint(
                GuestIdentifier.For(GuestAddress.Parse("adresse@orange.fr"), "monasso.org"),
                FolderPath.Parse("/Marie’s my-events")
            );

        Assert.Equal("https://mail1.example.net:8443/dav/adresse.orange.fr@monasso.org/Marie%E2%80%99s%20my-events/", address.ToString());
        Assert.Equal("adresse.orange.fr@monasso.org", address.Account);
        Assert.NotEqual(CalDavAddress.Of(Calendar("/my-events")), address);
        Assert.Equal(CalDavAddress.Of(Calendar("/my-events")), CalDavAddress.Of(Calendar("/my-events")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("my-events")]
    [InlineData("https://mail1.example.net")]
    [InlineData("https://mail1.example.net/dav/owner@monasso.org/")]
    [InlineData("https://mail1.example.net/home/owner@monasso.org/my-events.ics")]
    [InlineData("https://mail1.example.net/DAV/owner@monasso.org/my-events/")]
    [InlineData("https://owner:secret@mail1.example.net/dav/owner@monasso.org/my-events/")]
    [InlineData("webcals://mail1.example.net/dav/owner@monasso.org/my-events/")]
    [InlineData("https://mail1.example.net/dav/owner@monasso.org/A%3BB/")]
    [InlineData("https://mail1.example.net/dav/owner%2Fdav@monasso.org/my-events/")]
    public void A_text_that_is_no_address_of_a_calendar_is_refused(string text)
    {
        Assert.False(CalDavAddress.TryParse(text, out CalDavAddress? address));
        Assert.Null(address);
        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() => CalDavAddress.Parse(text));
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://mail1.example.net:8443/dav/owner@monasso.org/Sorties%20d'%C3%A9t%C3%A9/")]
    [InlineData(" https://mail1.example.net:8443/dav/owner%40monasso.org/Sorties d'été ")]
    [InlineData("https://mail1.example.net:8443/service/dav/home/owner@monasso.org/Sorties%20d'%C3%A9t%C3%A9/?x=1")]
    public void An_address_is_read_in_each_form_in_which_people_pass_it_on(string text)
    {
        CalDavAddress address = CalDavAddress.Parse(text);

        Assert.Equal(CalDavAddress.Of(Calendar("/Sorties d'été")), address);
        Assert.Equal("owner@monasso.org", address.Account);
    }

    private static IcsAddress Calendar(string path) => IcsAddress.FromRestRoot(RestRoot, FolderPath.Parse(path));
}
