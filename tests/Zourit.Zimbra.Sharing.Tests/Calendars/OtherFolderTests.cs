using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>
/// A slip of the path must not open a mail folder, or the whole mailbox, to a stranger: only calendars are shared as calendars.
/// </summary>
public sealed class OtherFolderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/Inbox", "a mail folder (its view is 'message')")]
    [InlineData("/Sent", "a mail folder (its view is 'message')")]
    [InlineData("/Contacts", "an address book (its view is 'contact')")]
    [InlineData("/Briefcase", "a folder of documents (its view is 'document')")]
    [InlineData("/", "the root of the mailbox: sharing it would share everything in it")]
    [InlineData("1", "the root of the mailbox: sharing it would share everything in it")]
    [InlineData("2", "a mail folder (its view is 'message')")]
    public async Task A_folder_that_is_no_calendar_is_not_shared_with_anybody_and_the_message_says_what_it_is(string folder, string what)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        foreach (Func<Task> share in Shares(world, folder))
        {
            ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(share);
            Assert.Contains(what, e.Message, StringComparison.Ordinal);
            Assert.Contains("AllowOtherFolders", e.Message, StringComparison.Ordinal);
            Assert.Equal("calendar", e.ParamName);
        }

        Assert.DoesNotContain(world.Server.Journal.Entries.SelectMany(entry => entry.Operations), operation =>
            operation is "FolderActionRequest" or "SendShareNotificationRequest"
        );
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_share_of_another_folder_that_ends_was_never_listed_as_ending()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestShareOptions options = new()
        {
            Notify = false,
            AllowOtherFolders = true,
            Expiry = TimeProvider.System.GetUtcNow().AddDays(3),
        };
        await world.Client.Calendars.ShareWithGuestAsync("/Contacts", Guest, options, Cancel);

        CalendarClient calendars = world.Client.Calendars;
        TimeSpan week = TimeSpan.FromDays(7);
        Assert.Empty(await calendars.ListEndingAsync(week, cancellationToken: Cancel).ToListAsync(Cancel));
        Assert.Single(await calendars.ListEndingAsync(week, new() { AllFolders = true }, Cancel).ToListAsync(Cancel));
        Assert.Single(await calendars.ListEndingAsync(week, new() { Calendar = "/contacts/" }, Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_task_list_is_not_said_to_give_an_empty_calendar_for_its_address_gives_its_tasks()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            "/Tasks",
            Guest,
            new() { Notify = false, AllowOtherFolders = true },
            Cancel
        );

        Assert.DoesNotContain(share.Warnings, warning => warning.Code == ShareWarningCode.NotACalendar);
    }

    [Fact]
    public async Task A_calendar_whose_name_ends_in_a_no_break_space_is_reached_by_its_path()
    {
        const string Path = "/agenda\u00A0";
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account("paul@asso.test", OwnerPassword, account => account.Calendar(Path))
        );

        GuestShare share = await world.As("paul@asso.test").Calendars.ShareWithGuestAsync(Path, Guest, new() { Notify = false }, Cancel);

        Assert.Equal(Path, share.Path.Value);
    }

    [Fact]
    public async Task A_folder_without_a_view_is_not_shared_either()
    {
        using var others = new Interference();
        await using AssociationWorld world = await new Association().Amid(others).StartAsync();
        others.Rewrite("<GetFolderResponse", reply => reply.Replace(" view=\"appointment\"", "", StringComparison.Ordinal));

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel)
        );

        Assert.Contains("without a view", e.Message, StringComparison.Ordinal);
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task In_a_list_only_the_entry_that_names_it_is_refused()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(
                [
                    new() { Calendar = "/Inbox", Guest = Guest },
                    new() { Calendar = Events, Guest = Guest },
                    new()
                    {
                        Calendar = "/Inbox",
                        Guest = "autre@orange.fr",
                        Options = new() { AllowOtherFolders = true, Notify = false },
                    },
                ],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.IsAssignableFrom<ArgumentException>(outcomes[0].Error);
        Assert.Equal(ShareOutcome.Created, outcomes[1].ResultOrThrow().Outcome);
        Assert.Equal(ShareOutcome.Created, outcomes[2].ResultOrThrow().Outcome);
        Assert.Equal("autre@orange.fr", Assert.Single(world.Grants("/Inbox")).GranteeId);
    }

    [Fact]
    public async Task Whoever_says_so_shares_it_and_is_warned()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            "/Inbox",
            Guest,
            new() { AllowOtherFolders = true, Notify = false },
            Cancel
        );

        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Contains(share.Warnings, warning => warning.Code == ShareWarningCode.NotACalendar);
    }

    [Fact]
    public async Task What_was_shared_by_a_slip_is_listed_and_revoked_on_any_folder()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed("/Inbox", new AccessGrant(Guest, "guest", "rwidx"));
        world.Seed("/", new AccessGrant("99999999-9999-9999-9999-999999999999", "pub", "r"));

        Assert.Single(
            await world.Client.Calendars.ListSharesAsync(new() { Calendar = "/Inbox" }, cancellationToken: Cancel).ToListAsync(Cancel)
        );
        Assert.Contains(
            await world.Client.Calendars.ListSharesAsync(new() { AllFolders = true }, cancellationToken: Cancel).ToListAsync(Cancel),
            grant => grant.Path == FolderPath.Parse("/Inbox") && grant.Grantee.Name == Guest
        );
        Assert.DoesNotContain(await world.Client.Calendars.ListSharesAsync(cancellationToken: Cancel).ToListAsync(Cancel), grant =>
            grant.Path == FolderPath.Parse("/Inbox")
        );

        await world.Client.Calendars.RevokeGuestAsync("/Inbox", Guest, cancellationToken: Cancel);
        await world.Client.Calendars.RevokePublicAsync("/", Cancel);

        Assert.Empty(world.Grants("/Inbox"));
        Assert.Empty(world.Grants("/"));
    }

    private static IEnumerable<Func<Task>> Shares(AssociationWorld world, string folder) =>
        [
            () => world.Client.Calendars.ShareWithGuestAsync(folder, Guest, new() { Permissions = Permissions.Manager }, Cancel),
            () => world.Client.Calendars.ShareWithUserAsync(folder, "paul@monasso.org", cancellationToken: Cancel),
            () => world.Client.Calendars.SharePubliclyAsync(folder, cancellationToken: Cancel),
            () => world.Client.Calendars.PlanAsync(folder, Guest, cancellationToken: Cancel),
        ];
}
