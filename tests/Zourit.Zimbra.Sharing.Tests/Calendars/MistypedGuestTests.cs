using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Testing.Seeding;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>A mail to a mistyped address reaches a stranger or nobody: it is refused before anything is sent that changes
/// anything.</summary>
public sealed class MistypedGuestTests
{
    private const string Identifier = "adresse.orange.fr@monasso.org";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("adresse@gmial.com", "adresse@gmail.com")]
    [InlineData("adresse@orange.f", "adresse@orange.fr")]
    [InlineData("adresse.orange.fr@monasso.org", "adresse@orange.fr")]
    [InlineData("pual@monasso.org", null)]
    public async Task It_is_refused_with_what_was_meant(string typed, string? meant)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ZimbraGuestAddressException e = await Assert.ThrowsAsync<ZimbraGuestAddressException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, typed, cancellationToken: Cancel)
        );

        Assert.Equal(meant, e.Suggestion);
        Assert.Empty(world.Server.Outbox.Mails);
        Assert.Empty(world.Server.Journal.Of("FolderActionRequest"));
    }

    [Fact]
    public async Task Of_a_list_only_the_mistyped_entries_are_refused()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(
                [
                    new() { Calendar = Events, Guest = "adresse@gmial.com" },
                    new() { Calendar = Events, Guest = Guest },
                    new() { Calendar = Events, Guest = "pual@monasso.org" },
                ],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.IsType<ZimbraGuestAddressException>(outcomes[0].Error);
        Assert.Equal(ShareOutcome.Created, outcomes[1].ResultOrThrow().Outcome);
        Assert.IsType<ZimbraGuestAddressException>(outcomes[2].Error);
    }

    [Fact]
    public async Task A_guests_identifier_typed_as_a_user_gets_no_grant_and_no_mail_that_nobody_reads()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(SeedGuest);

        ZimbraGuestAddressException e = await Assert.ThrowsAsync<ZimbraGuestAddressException>(() =>
            world.Client.Calendars.ShareWithUserAsync(Events, Identifier, cancellationToken: Cancel)
        );

        Assert.Equal("adresse@orange.fr", e.Suggestion);
        Assert.Contains("ShareWithGuestAsync: is it 'adresse@orange.fr'?", e.Message, StringComparison.Ordinal);
        Assert.Contains("Partagez avec l’adresse de l’invité", e.Explanation.French, StringComparison.Ordinal);
        Assert.Empty(world.Server.Outbox.Mails);
        Assert.Empty(world.Server.Journal.Of("FolderActionRequest"));
    }

    [Theory]
    [InlineData("marie.exemple.pt@monasso.org", "marie@exemple.pt")]
    [InlineData("marie.exemple.bzh@monasso.org", "marie@exemple.bzh")]
    [InlineData("marie.exemple.co.uk@monasso.org", "marie.exemple@co.uk")]
    public async Task An_identifier_of_a_mail_in_any_country_is_recognised_as_a_guest_and_as_a_user(string identifier, string mail)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => seed.Account(identifier, "pa55word"));

        foreach (
            Func<Task> share in new Func<Task>[]
            {
                () => world.Client.Calendars.ShareWithGuestAsync(Events, identifier, cancellationToken: Cancel),
                () => world.Client.Calendars.ShareWithUserAsync(Events, identifier, cancellationToken: Cancel),
            }
        )
        {
            Assert.Equal(mail, (await Assert.ThrowsAsync<ZimbraGuestAddressException>(share)).Suggestion);
        }

        Assert.Empty(world.Grants());
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task An_identifier_of_no_known_form_is_recognised_by_the_guest_who_has_a_share()
    {
        const string identifier = "marie.exemple.leclerc@monasso.org";
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => seed.Account(identifier, "pa55word"));
        await world.Client.Calendars.ShareWithGuestAsync(Events, "marie@exemple.leclerc", cancellationToken: Cancel);

        ZimbraGuestAddressException e = await Assert.ThrowsAsync<ZimbraGuestAddressException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, identifier, cancellationToken: Cancel)
        );

        Assert.Equal("marie@exemple.leclerc", e.Suggestion);
    }

    [Theory]
    [InlineData("jean.pierre.leclerc@monasso.org")]
    [InlineData("jean.pierre.dupont@monasso.org")]
    [InlineData("jean.dupont@monasso.org")]
    public async Task A_colleague_with_several_names_is_none(string colleague)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => seed.Account(colleague, "pa55word"));

        await world.Client.Calendars.ShareWithGuestAsync(Events, colleague, cancellationToken: Cancel);

        Assert.Single(world.Grants());
    }

    [Fact]
    public async Task Of_a_list_of_users_only_the_guests_identifier_is_refused_with_or_without_its_domain()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(SeedGuest);

        List<BulkOutcome<UserShareItem, UserShare>> outcomes = await world
            .Client.Calendars.ShareWithUsersAsync(
                [
                    new() { Calendar = Events, User = Identifier },
                    new() { Calendar = Events, User = "paul@monasso.org" },
                    new() { Calendar = Events, User = "adresse.orange.fr" },
                ],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.IsType<ZimbraGuestAddressException>(outcomes[0].Error);
        Assert.Equal(ShareOutcome.Created, outcomes[1].ResultOrThrow().Outcome);
        Assert.IsType<ZimbraGuestAddressException>(outcomes[2].Error);
        Assert.Equal(world.Server.Directory.FindAccount("paul@monasso.org")!.Id, Assert.Single(world.Grants()).GranteeId);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_user_whose_address_has_the_form_of_an_identifier_is_shared_with_where_the_caller_says_so()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account("bureau.asso.fr@monasso.org", "pa55word")
        );
        const string user = "bureau.asso.fr@monasso.org";

        await Assert.ThrowsAsync<ZimbraGuestAddressException>(() =>
            world.Client.Calendars.ShareWithUserAsync(Events, user, cancellationToken: Cancel)
        );
        UserShare share = await world.Client.Calendars.ShareWithUserAsync(Events, user, new() { CheckAddress = false }, Cancel);
        UserShare again = await world.Client.Calendars.ShareWithUserAsync(Events, user, cancellationToken: Cancel);

        Assert.Equal((ShareOutcome.Created, user), (share.Outcome, share.Grantee.Name));
        Assert.Equal(ShareOutcome.Unchanged, again.Outcome);
    }

    [Fact]
    public async Task It_is_shared_where_the_caller_says_that_it_is_right()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        var asItIs = new GuestShareOptions { CheckAddress = false, Notify = false };

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, "adresse@gmial.com", asItIs, Cancel);

        Assert.Equal(ShareOutcome.Created, share.Outcome);
    }

    private static void SeedGuest(FakeZimbraSeed seed) =>
        seed.Account(Identifier, "pa55word", account =>
            account.Attribute("zimbraIsExternalVirtualAccount", "TRUE").Attribute("zimbraExternalUserMailAddress", "adresse@orange.fr")
        );
}
