using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Seeding;
using Zourit.Zimbra.Sharing.Tests.Feeds;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.CalDav;

/// <summary>What a share says of CalDAV, and that a guest's program finds it so.</summary>
public sealed class SharedByCalDavTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/Quoi ?")]
    [InlineData("/Fête 🎉")]
    [InlineData("/A;B")]
    public async Task A_calendar_that_CalDAV_cannot_carry_has_no_such_address_and_a_warning(string path)
    {
        await using SharedCalendar calendar = await StartAsync(path: path);

        GuestShare share = await ShareAsync(calendar, Permissions.Read);

        Assert.Null(share.CalDavAddress);
        ShareWarning warning = Assert.Single(share.Warnings, each => each.Code == ShareWarningCode.NotForCalDav);
        Assert.Contains(path, warning.Text.French, StringComparison.Ordinal);
        // What the server itself lists leads nowhere.
        using DavRequests guest = Guest();
        Uri home = new(calendar.Server.ServerUri, $"/dav/{SharedCalendar.Owner}/");
        string listed = (await guest.PropFindAsync(home, depth: 1)).Body.Split("<D:href>")[^1].Split('<')[0];
        Assert.StartsWith("/dav/owner%40monasso.org/", listed, StringComparison.Ordinal);
        Assert.Equal(404, (await guest.PutAsync(new Uri(home, listed), "neu", "Neu")).Status);
    }

    [Fact]
    public async Task The_public_and_a_guest_with_a_grant_password_have_no_CalDAV_address()
    {
        await using SharedCalendar calendar = await StartAsync();

        PublicShare everybody = await calendar.AsOwner.Calendars.SharePubliclyAsync("/my-events", cancellationToken: Token);
        GuestShare guest = await calendar.AsOwner.Calendars.ShareWithGuestAsync(
            "/my-events",
            SharedCalendar.Mail,
            new()
            {
                Permissions = Permissions.Manager,
                GrantPassword = new Secret("f0r-this-0ne"),
                Notify = false,
            },
            Token
        );

        Assert.Null(everybody.CalDavAddress);
        Assert.Null(guest.CalDavAddress);
        Assert.DoesNotContain(guest.Warnings, warning => warning.Code == ShareWarningCode.GuestCanDeleteCalendar);
        using var program = new DavRequests(SharedCalendar.Mail, "f0r-this-0ne");
        Assert.Equal(401, (await program.PropFindAsync(CalDavAddress.Of(guest.IcsAddress).Uri)).Status);
    }

    [Theory]
    [InlineData("/my-events")]
    [InlineData("/Réunions d’équipe & été")]
    [InlineData("/L'an 100% + #1 (x)")]
    public async Task A_guest_reads_at_the_address_that_the_share_says(string path)
    {
        await using SharedCalendar calendar = await StartAsync(
            events => events.Event("Sortie au lac", TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddHours(1)),
            path
        );
        GuestShare share = await ShareAsync(calendar, Permissions.Read);

        using DavRequests guest = Guest();
        (int status, string body) = await guest.QueryAsync(share.CalDavAddress!.Uri);

        Assert.Equal(207, status);
        Assert.Contains("Sortie au lac", body, StringComparison.Ordinal);
        Assert.DoesNotContain(share.Warnings, warning => warning.Code >= ShareWarningCode.GuestCanDeleteCalendar);
    }

    [Fact]
    public async Task An_editor_adds_and_changes_events_and_deletes_neither_an_event_nor_the_calendar()
    {
        await using SharedCalendar calendar = await StartAsync();
        GuestShare share = await ShareAsync(calendar, Permissions.Editor);
        using DavRequests guest = Guest();
        CalDavAddress address = share.CalDavAddress!;

        Assert.Equal(201, (await guest.PutAsync(address.Uri, "neu", "Neu")).Status);
        Assert.Equal(201, (await guest.PutAsync(address.Uri, "neu", "Anders")).Status);
        Assert.Equal(403, (await guest.DeleteAsync(new Uri(address.Uri, "neu.ics"))).Status);
        Assert.Equal(404, (await guest.DeleteAsync(address.Uri)).Status);
        Assert.Equal(500, (await guest.PutAsync(address.Uri, "geheim", "Geheim", "CLASS:PRIVATE\r\n")).Status);
        Assert.Contains("Anders", (await guest.QueryAsync(address.Uri)).Body, StringComparison.Ordinal);

        Assert.Equal(
            [ShareWarningCode.GuestCanRenameCalendar],
            share.Warnings.Select(warning => warning.Code).Where(code => code >= ShareWarningCode.GuestCanDeleteCalendar)
        );
        Assert.Equal(207, (await guest.RenameAsync(address.Uri, "Umbenannt")).Status);
        Assert.NotNull(calendar.Server.Directory.FindAccount(SharedCalendar.Owner)!.Mailbox!.Find("/Umbenannt"));
    }

    [Fact]
    public async Task A_guest_who_manages_can_delete_the_whole_calendar_as_the_warning_says()
    {
        await using SharedCalendar calendar = await StartAsync();
        GuestShare share = await ShareAsync(calendar, Permissions.Manager);

        ShareWarning warning = Assert.Single(share.Warnings, each => each.Code == ShareWarningCode.GuestCanDeleteCalendar);
        Assert.Contains("'rwi'", warning.Text.English, StringComparison.Ordinal);
        Assert.Contains("définitivement", warning.Text.French, StringComparison.Ordinal);
        using DavRequests guest = Guest();
        Assert.Equal(204, (await guest.DeleteAsync(share.CalDavAddress!.Uri)).Status);
        Assert.Null(calendar.Server.Directory.FindAccount(SharedCalendar.Owner)!.Mailbox!.Find("/my-events"));
    }

    [Fact]
    public async Task A_user_of_the_server_is_trusted_with_the_calendar_and_has_the_address_too()
    {
        await using SharedCalendar calendar = await StartAsync();
        calendar.Server.Change(directory =>
            directory.Accounts.Add(new Account("paul@monasso.org", Guid.NewGuid().ToString()) { Password = "x" })
        );

        UserShare share = await calendar.AsOwner.Calendars.ShareWithUserAsync(
            "/my-events",
            "paul@monasso.org",
            new() { Permissions = Permissions.Manager },
            Token
        );

        Assert.NotNull(share.CalDavAddress);
        Assert.DoesNotContain(share.Warnings, warning => warning.Code == ShareWarningCode.GuestCanDeleteCalendar);
    }

    private static async Task<SharedCalendar> StartAsync(Action<CalendarSeed>? events = null, string path = "/my-events")
    {
        SharedCalendar calendar = await SharedCalendar.StartAsync(events, path);
        calendar.Server.Change(_ => calendar.GuestAccount.Attributes["zimbraFeatureCalendarEnabled"] = "TRUE");
        return calendar;
    }

    private static DavRequests Guest() => new(SharedCalendar.Identifier, SharedCalendar.GuestPassword);

    private static Task<GuestShare> ShareAsync(SharedCalendar calendar, Permissions permissions) =>
        calendar.AsOwner.Calendars.ShareWithGuestAsync(
            calendar.Path.Value,
            SharedCalendar.Mail,
            new() { Permissions = permissions, Notify = false },
            Token
        );
}
