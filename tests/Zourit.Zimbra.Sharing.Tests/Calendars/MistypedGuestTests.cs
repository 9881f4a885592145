using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>A mail to a mistyped address reaches a stranger or nobody: it is refused before anything is sent that changes
/// anything.</summary>
public sealed class MistypedGuestTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("adresse@gmial.com", "adresse@gmail.com")]
    [InlineData("adresse@orange.f", "adresse@orange.fr")]
    [InlineData("adresse.orange.fr@monasso.org", "adresse@orange.fr")]
    [InlineData("pual@monasso.org", null)]
    public async Task It_is_refused_with_what_was_meant(string typed, string? meant)
    {
        await using SharingWorld world = await SharingWorld.StartAsync();

        ZimbraGuestAddressException e = await Assert.ThrowsAsync<ZimbraGuestAddressException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(SharingWorld.Events, typed, cancellationToken: Cancel)
        );

        Assert.Equal(meant, e.Suggestion);
        Assert.Empty(world.Server.Outbox.Mails);
        Assert.Empty(world.Server.Journal.Of("FolderActionRequest"));
    }

    [Fact]
    public async Task Of_a_list_only_the_mistyped_entries_are_refused()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(
                [
                    new() { Calendar = SharingWorld.Events, Guest = "adresse@gmial.com" },
                    new() { Calendar = SharingWorld.Events, Guest = SharingWorld.Guest },
                    new() { Calendar = SharingWorld.Events, Guest = "pual@monasso.org" },
                ],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.IsType<ZimbraGuestAddressException>(outcomes[0].Error);
        Assert.Equal(ShareOutcome.Created, outcomes[1].ResultOrThrow().Outcome);
        Assert.IsType<ZimbraGuestAddressException>(outcomes[2].Error);
    }

    [Fact]
    public async Task It_is_shared_where_the_caller_says_that_it_is_right()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        var asItIs = new GuestShareOptions { CheckAddress = false, Notify = false };

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(SharingWorld.Events, "adresse@gmial.com", asItIs, Cancel);

        Assert.Equal(ShareOutcome.Created, share.Outcome);
    }
}
