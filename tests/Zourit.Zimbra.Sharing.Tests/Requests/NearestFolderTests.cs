using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Tests.Requests;

/// <summary>Which folders are named where one is not found.</summary>
public sealed class NearestFolderTests
{
    [Theory]
    [InlineData("/Calendrier", "/Calendar")]
    [InlineData("/KALENDER", "/Calendar")]
    [InlineData("/日历", "/Calendar")]
    [InlineData("/agenda/Sorties", "/Calendar/Sorties")]
    public void The_name_that_the_web_client_shows_is_known_for_the_default_calendar_s(string wanted, string real)
    {
        NearFolder near = Assert.Single(NearestFolders.Find(Tree(At("/Calendar"), At("/Calendar/Sorties"), At("/Kalender 2")), wanted));

        Assert.Equal((real, true), (near.Path, near.IsTranslation));
    }

    [Fact]
    public void A_shown_name_of_a_folder_that_the_default_calendar_has_not_is_compared_as_any() =>
        Assert.Equal(
            [("/Agenda 2", false)],
            NearestFolders.Find(Tree(At("/Agenda 2")), "/Agenda/x").Select(near => (near.Path, near.IsTranslation))
        );

    [Fact]
    public void Nearest_come_first_five_at_the_most_and_equally_near_ones_by_their_path() =>
        Assert.Equal(
            ["/abcd", "/abce", "/abxx", "/axxx", "/xxxx"],
            NearestFolders
                .Find(Tree(At("/xxxxxxxx"), At("/xxxx"), At("/axxx"), At("/abxx"), At("/abce"), At("/abcd")), "/abcc")
                .Select(near => near.Path)
        );

    [Theory]
    [InlineData("/reunions de bureau", "/Réunions-de_bureau")]
    [InlineData("/Lassociation", "/L'association")]
    [InlineData("/l’association", "/L'association")]
    public void Accents_blanks_and_hyphens_make_no_difference(string wanted, string path) =>
        Assert.Equal(path, NearestFolders.Find(Tree(At("/xunions"), At(path), At("/assocation")), wanted)[0].Path);

    [Fact]
    public void The_last_name_may_be_right_where_the_folder_above_is_not() =>
        Assert.Equal("/Archives/Sorties", NearestFolders.Find(Tree(At("/Archives/Sorties"), At("/Archive/Sortie")), "/Sorties")[0].Path);

    [Fact]
    public void Only_calendars_are_named_and_what_has_the_very_name_that_was_wanted()
    {
        Folder[] folders =
        [
            At("/Notes") with
            {
                View = "document",
            },
            At("/Notes2") with
            {
                View = "document",
            },
            At("/a/Notes") with
            {
                View = "message",
            },
            At("/Link") with
            {
                Kind = FolderKind.Mountpoint,
            },
        ];

        Assert.Equal(["/Notes", "/a/Notes"], NearestFolders.Find(Tree(folders), "/notes").Select(near => near.Path));
        Assert.Empty(NearestFolders.Find(Tree(folders), ""));
        Assert.Empty(NearestFolders.Find(Tree(folders), "/link"));
    }

    [Fact]
    public void Names_beyond_what_anybody_types_are_distinguished_by_their_length()
    {
        string longest = new('a', 512);
        string longer = new('a', 600);

        Assert.Equal(
            ["/" + longest, "/" + longest[1..] + "b"],
            NearestFolders.Find(Tree(At("/" + longest[1..] + "b"), At("/" + longest)), "/" + longest).Select(near => near.Path)
        );
        Assert.Equal(
            ["/" + longer, "/" + longer[1..] + "b", "/b"],
            NearestFolders.Find(Tree(At("/b"), At("/" + longer[1..] + "b"), At("/" + longer)), "/" + longer).Select(near => near.Path)
        );
    }

    private static Folder Tree(params Folder[] folders) =>
        new()
        {
            Kind = FolderKind.Folder,
            Id = "1",
            Name = "USER_ROOT",
            Path = "/",
            Children = folders,
        };

    private static Folder At(string path) =>
        new()
        {
            Kind = FolderKind.Folder,
            Id = path,
            Name = path[(path.LastIndexOf('/') + 1)..],
            Path = path,
            View = "appointment",
        };
}
