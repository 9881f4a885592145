using System.Net;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Dav;

/// <summary>What a guest's calendar program finds and reads (docs/protocol.md §A.2 and A.3).</summary>
public sealed class ReadingTests
{
    // 13-70, 13-72: what is not granted and what does not exist answer alike.
    [Theory]
    [InlineData("PROPFIND", DavWorld.Hidden)]
    [InlineData("PROPFIND", "/dav/owner@monasso.org/Nothing/")]
    [InlineData("GET", "/dav/owner@monasso.org/Hidden/hidden-1.ics")]
    [InlineData("GET", "/dav/owner@monasso.org/Read/nothing.ics")]
    [InlineData("PROPFIND", "/")]
    public async Task What_is_not_shared_is_not_there(string method, string path)
    {
        await using DavWorld world = await DavWorld.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await world.SendAsync(method, path)).Status);
    }

    // 13-58, 13-90, 13-124.
    [Theory]
    [InlineData("PROPFIND", DavWorld.Home, "<D:propfind xmlns:D='DAV:'><D:allprop/></D:propfind>", "infinity", HttpStatusCode.Forbidden)]
    [InlineData(
        "REPORT",
        DavWorld.Read,
        "<D:sync-collection xmlns:D='DAV:'><D:sync-token/><D:prop/></D:sync-collection>",
        "1",
        HttpStatusCode.Forbidden
    )]
    [InlineData("REPORT", DavWorld.Read, "<C:calendar-query xmlns:C='urn:ietf:params:xml:ns:caldav'/>", "1", HttpStatusCode.BadRequest)]
    [InlineData("PROPFIND", "/dav/owner@monasso.org/Quoi%20%3F/", null, "0", HttpStatusCode.NotFound)]
    public async Task What_the_server_does_not_do_it_refuses(
        string method,
        string path,
        string? body,
        string depth,
        HttpStatusCode expected
    )
    {
        await using DavWorld world = await DavWorld.StartAsync();

        Assert.Equal(expected, (await world.SendAsync(method, path, body, ("Depth", depth))).Status);
    }

    // 13-54, 13-283: mountpoints, and the guest's own empty calendar.
    [Fact]
    public async Task The_home_of_a_guest_lists_mountpoints_and_their_own_calendar()
    {
        await using DavWorld world = await DavWorld.StartAsync();

        DavWorld.Answer home = await world.FindAsync(DavWorld.Home, "<D:displayname/><D:resourcetype/>", depth: 1);

        Assert.Equal(HttpStatusCode.MultiStatus, home.Status);
        Assert.Contains("Seen", home.Values("displayname"));
        Assert.Contains("Calendar", home.Values("displayname"));
    }

    // 13-101 to 13-106; no sync-token is ever offered (A.2).
    [Fact]
    public async Task The_tag_of_a_calendar_and_of_its_mountpoint_changes_with_its_events_and_there_is_no_sync_token()
    {
        await using DavWorld world = await DavWorld.StartAsync("rwidx");
        const string Tags = "<S:getctag/><D:sync-token/>";
        DavWorld.Answer before = await world.FindAsync(DavWorld.Written, Tags);

        await world.SendAsync("PUT", $"{DavWorld.Written}new.ics", DavWorld.Event("new"));
        DavWorld.Answer after = await world.FindAsync(DavWorld.Written, Tags);
        DavWorld.Answer calendar = await world.FindAsync(DavWorld.Read, Tags);
        DavWorld.Answer mountpoint = await world.FindAsync($"{DavWorld.Home}Seen/", Tags);

        Assert.NotEqual(before.Values("getctag"), after.Values("getctag"));
        Assert.Equal(calendar.Values("getctag"), mountpoint.Values("getctag"));
        Assert.All(after.Values("sync-token"), value => Assert.Equal("", value));
    }

    // 13-131, 13-133: hrefs of the owner's and of the mountpoint's path find the same event; an unknown one is a 404 within the answer.
    [Fact]
    public async Task Events_are_fetched_by_either_address()
    {
        await using DavWorld world = await DavWorld.StartAsync();
        const string Asked =
            "<C:calendar-multiget xmlns:C='urn:ietf:params:xml:ns:caldav' xmlns:D='DAV:'><D:prop><D:getetag/><C:calendar-data/></D:prop>"
            + $"<D:href>{DavWorld.Read}read-1.ics</D:href><D:href>{DavWorld.Read}nothing.ics</D:href></C:calendar-multiget>";

        DavWorld.Answer owner = await world.SendAsync("REPORT", DavWorld.Read, Asked, ("Depth", "1"));
        DavWorld.Answer mountpoint = await world.SendAsync("REPORT", $"{DavWorld.Home}Seen/", Asked, ("Depth", "1"));

        Assert.Contains("SUMMARY:Event", Assert.Single(owner.Values("calendar-data")), StringComparison.Ordinal);
        Assert.Contains(owner.Values("status"), status => status.Contains("404", StringComparison.Ordinal));
        Assert.Contains("SUMMARY:Event", Assert.Single(mountpoint.Values("calendar-data")), StringComparison.Ordinal);
    }
}
