using System.Net;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Dav;

/// <summary>What a guest may change by CalDAV, and how the server says no (docs/protocol.md §A.4).</summary>
public sealed class WritingTests
{
    // A.4: a right that is missing is an error of the server, not a refusal.
    [Theory]
    [InlineData("r", HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError, HttpStatusCode.Forbidden)]
    [InlineData("rw", HttpStatusCode.InternalServerError, HttpStatusCode.Created, HttpStatusCode.Forbidden)]
    [InlineData("ri", HttpStatusCode.Created, HttpStatusCode.InternalServerError, HttpStatusCode.Forbidden)]
    [InlineData("rwi", HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.Forbidden)]
    [InlineData("rd", HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError, HttpStatusCode.NoContent)]
    [InlineData("rwidx", HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.NoContent)]
    public async Task The_letters_of_the_grant_decide(string rights, HttpStatusCode add, HttpStatusCode change, HttpStatusCode delete)
    {
        await using DavWorld world = await DavWorld.StartAsync(rights);

        Assert.Equal(add, (await world.SendAsync("PUT", $"{DavWorld.Written}new.ics", DavWorld.Event("new"))).Status);
        Assert.Equal(
            change,
            (await world.SendAsync("PUT", $"{DavWorld.Written}written-1.ics", DavWorld.Event("written-1", "Changed"))).Status
        );
        Assert.Equal(delete, (await world.SendAsync("DELETE", $"{DavWorld.Written}written-1.ics")).Status);
    }

    // 13-166, 13-167.
    [Fact]
    public async Task A_file_that_is_not_named_after_its_event_is_sent_to_the_right_name_and_not_stored()
    {
        await using DavWorld world = await DavWorld.StartAsync();

        DavWorld.Answer put = await world.SendAsync("PUT", $"{DavWorld.Written}other.ics", DavWorld.Event("new"));

        Assert.Equal(HttpStatusCode.Redirect, put.Status);
        Assert.EndsWith("/Written/new.ics", put.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.SendAsync("GET", $"{DavWorld.Written}new.ics")).Status);
    }

    [Fact]
    public async Task An_event_that_the_calendar_has_under_its_own_name_is_not_stored_under_another()
    {
        await using DavWorld world = await DavWorld.StartAsync();

        DavWorld.Answer put = await world.SendAsync("PUT", $"{DavWorld.Written}other.ics", DavWorld.Event("written-1"));

        Assert.Equal(HttpStatusCode.PreconditionFailed, put.Status);
        Assert.Contains("no-uid-conflict", put.Text, StringComparison.Ordinal);
    }

    // A.4: If-Match counts for PUT, not for DELETE (13-176); If-None-Match is not read (13-162).
    [Fact]
    public async Task An_old_tag_keeps_a_change_away_and_nothing_else_does()
    {
        await using DavWorld world = await DavWorld.StartAsync();
        const string Address = $"{DavWorld.Written}written-1.ics";
        string body = DavWorld.Event("written-1", "Changed");
        string etag = (await world.SendAsync("GET", Address)).Etag!;

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await world.SendAsync("PUT", Address, body, ("If-Match", "\"1-1\""))).Status);
        DavWorld.Answer changed = await world.SendAsync("PUT", Address, body, ("If-Match", etag));
        Assert.Equal(HttpStatusCode.NoContent, changed.Status);
        Assert.NotEqual(etag, changed.Etag);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await world.SendAsync("PUT", $"{DavWorld.Written}new.ics", DavWorld.Event("new"), ("If-Match", etag))).Status
        );
        Assert.Equal(HttpStatusCode.Created, (await world.SendAsync("PUT", Address, body, ("If-None-Match", "*"))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await world.SendAsync("DELETE", Address, null, ("If-Match", "\"1-1\""))).Status);
    }

    // A.4: no iCalendar is 403; a private event needs the letter p.
    [Theory]
    [InlineData("rwidx", "hello", HttpStatusCode.Forbidden)]
    [InlineData("rwidx", null, HttpStatusCode.InternalServerError)]
    [InlineData("rwidxp", null, HttpStatusCode.Created)]
    public async Task What_is_no_calendar_and_what_is_private_is_refused(string rights, string? body, HttpStatusCode expected)
    {
        await using DavWorld world = await DavWorld.StartAsync(rights);

        DavWorld.Answer put = await world.SendAsync(
            "PUT",
            $"{DavWorld.Written}new.ics",
            body ?? DavWorld.Event("new", more: "CLASS:PRIVATE")
        );

        Assert.Equal(expected, put.Status);
    }

    // 13-188, 13-311: the right d deletes the owner's calendar for good; without it, it is not there.
    [Theory]
    [InlineData("rwi", HttpStatusCode.NotFound, true)]
    [InlineData("rd", HttpStatusCode.NoContent, false)]
    public async Task Whoever_may_delete_events_may_delete_the_calendar(string rights, HttpStatusCode expected, bool remains)
    {
        await using DavWorld world = await DavWorld.StartAsync(rights);

        Assert.Equal(expected, (await world.SendAsync("DELETE", DavWorld.Written)).Status);

        Assert.Equal(remains, world.Zimbra.FolderOf(DavWorld.Owner, "/Written") is not null);
    }
}
