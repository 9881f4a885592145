using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Calendars.Reviews;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Administration;

/// <summary>
/// A path so long that the share's entry in the directory does not fit would keep all owners' shares from being published (recordings
/// 14-139 to 14-150).
/// </summary>
public sealed class DeepPathTests
{
    private const string Domain = "monasso.org";
    private const string Owner = "profond@monasso.org";

    private static readonly string Deep = string.Concat(Enumerable.Range(0, 8).Select(i => $"/{i}{new string('d', 119)}"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_calendar_whose_path_is_too_long_to_be_published_is_not_shared()
    {
        await using AssociationWorld world = await StartAsync(Deep);

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            AsOwner(world).Calendars.ShareWithGuestAsync(Deep, Guest, cancellationToken: Token)
        );

        Assert.Equal("calendar", e.ParamName);
        Assert.Contains("and the server takes 1024", e.Message, StringComparison.Ordinal);
        Assert.Empty(world.Server.Journal.Of("FolderActionRequest"));
    }

    [Fact]
    public async Task Of_a_list_only_the_calendar_whose_path_is_too_long_is_refused()
    {
        await using AssociationWorld world = await StartAsync(Deep);

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await AsOwner(world)
            .Calendars.ShareWithGuestsAsync([Item(Deep), Item("/Calendar")], cancellationToken: Token)
            .ToListAsync(Token);

        Assert.IsAssignableFrom<ArgumentException>(outcomes[0].Error);
        Assert.Equal(ShareOutcome.Created, outcomes[1].ResultOrThrow().Outcome);
    }

    [Fact]
    public async Task The_longest_path_that_can_be_published_is_shared_and_one_letter_more_is_not()
    {
        const int FolderIdDigits = 3;
        int rest =
            1024
            - "granteeId:;granteeName:null;granteeType:guest;folderId:;folderUuid:;folderPath:;".Length
            - "folderDefaultView:appointment;rights:r;type:folder".Length
            - Guest.Length
            - FolderIdDigits
            - 36;
        string longest = Deep[..(6 * 121)] + "/" + new string('e', rest - (6 * 121) - 1);
        await using AssociationWorld world = await StartAsync(longest, longest + "e");
        CalendarClient calendars = AsOwner(world).Calendars;

        await calendars.ShareWithGuestAsync(longest, Guest, new GuestShareOptions { Notify = false }, Token);
        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            calendars.ShareWithGuestAsync(longest + "e", Guest, new GuestShareOptions { Notify = false }, Token)
        );

        await world.ShareAsync(notify: false);
        Assert.Equal(
            [Events, longest],
            await world
                .AsAdmin()
                .Administration.ListPublishedSharesAsync(Domain, cancellationToken: Token)
                .SelectMany(owner => owner.Items)
                .Select(item => item.Path.Value)
                .OrderDescending()
                .ToListAsync(Token)
        );
    }

    [Fact]
    public async Task A_review_finds_the_share_that_keeps_all_others_from_being_published()
    {
        await using AssociationWorld world = await StartAsync(Deep);
        world.Server.ChangeGrants(Owner, Deep, acl => acl.Grants.Add(new AccessGrant(Guest, "guest", "r")));

        List<ReviewFinding> findings = await AsOwner(world).Calendars.ReviewAsync(cancellationToken: Token).ToListAsync(Token);

        ReviewFinding finding = Assert.Single(findings, each => each.Code == ReviewCode.BlocksPublication);
        Assert.Equal(Deep, finding.Grant!.Path.Value);
        Assert.Contains("empêche le serveur", finding.Sentence.InLanguage(Language.French), StringComparison.Ordinal);
    }

    private static GuestShareItem Item(string calendar) =>
        new()
        {
            Calendar = calendar,
            Guest = Guest,
            Options = new GuestShareOptions { Notify = false },
        };

    private static Task<AssociationWorld> StartAsync(params string[] calendars) =>
        AssociationWorld.StartAsync(seed => seed.Account(Owner, "pa55word", account =>
            {
                foreach (string calendar in calendars)
                {
                    account.Calendar(calendar);
                }
            }));

    private static ZimbraClient AsOwner(AssociationWorld world) => world.Connect(ZimbraCredentials.Password(Owner, new Secret("pa55word")));
}
