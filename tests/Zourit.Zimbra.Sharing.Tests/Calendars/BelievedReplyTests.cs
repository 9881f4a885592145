using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>The answer to another request, which a broken proxy hands out, is not believed.</summary>
public sealed class BelievedReplyTests
{
    private static readonly GuestShareOptions Silent = new() { Notify = false };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("zid=\"adresse@orange.fr\"", "zid=\"autre@orange.fr\"")]
    [InlineData("zid=\"adresse@orange.fr\"", "zid=\"99999999-9999-9999-9999-999999999999\"")]
    [InlineData("op=\"grant\" zid", "op=\"grant\" id=\"4711\" zid")]
    public async Task A_grant_that_is_answered_as_another_s_is_not_reported_as_created(string from, string to)
    {
        using var others = new Interference();
        await using AssociationWorld world = await new Association().Amid(others).StartAsync();
        others.Rewrite("<FolderActionResponse", reply => Answer(reply, from, to));

        ZimbraProtocolException e = await Assert.ThrowsAsync<ZimbraProtocolException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Silent, Cancel)
        );

        Assert.Contains("the answer to another request", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_s_grant_that_is_answered_with_another_account_is_not_believed()
    {
        using var others = new Interference();
        await using AssociationWorld world = await new Association().Amid(others).StartAsync();
        string paul = world.UserId("paul@monasso.org");
        string owner = world.UserId(Owner);
        others.Rewrite("<FolderActionResponse", reply => Answer(reply, $"zid=\"{paul}\"", $"zid=\"{owner}\""));

        await Assert.ThrowsAsync<ZimbraProtocolException>(() =>
            world.Client.Calendars.ShareWithUserAsync(Events, "president@monasso.org", new() { Notify = false }, Cancel)
        );
    }

    [Fact]
    public async Task Answers_of_a_batch_that_come_in_another_order_are_not_believed()
    {
        using var others = new Interference();
        await using AssociationWorld world = await new Association().Amid(others).StartAsync();
        others.Rewrite("<GetFolderResponse", SwapRequestIds);

        await Assert.ThrowsAsync<ZimbraProtocolException>(() =>
            world.Client.Calendars.ListSharesAsync(new() { Calendar = Events }, cancellationToken: Cancel).ToListAsync(Cancel).AsTask()
        );
    }

    [Fact]
    public async Task Another_folder_s_whole_reply_is_not_believed()
    {
        using var others = new Interference();
        await using AssociationWorld world = await new Association().Amid(others).StartAsync();
        string? earlier = null;
        others.Rewrite("<GetFolderResponse", reply => earlier = reply);
        await world.Client.Calendars.ListSharesAsync(new() { Calendar = Events }, cancellationToken: Cancel).ToListAsync(Cancel);
        others.Rewrite("<GetFolderResponse", _ => earlier!);

        await Assert.ThrowsAsync<ZimbraProtocolException>(() =>
            world.Client.Calendars.ListSharesAsync(new() { Calendar = "/Calendar" }, cancellationToken: Cancel).ToListAsync(Cancel).AsTask()
        );
    }

    [Theory]
    [InlineData("bureau@monasso.org")]
    [InlineData("paul@monasso.org")]
    [InlineData("president@monasso.org")]
    public async Task What_the_server_makes_of_a_guest_s_address_itself_is_believed(string address)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, address, Silent with { CheckAddress = false }, Cancel);

        Assert.Equal(ShareOutcome.Created, share.Outcome);
    }

    private static string Answer(string reply, string from, string to)
    {
        int start = reply.IndexOf("<FolderActionResponse", StringComparison.Ordinal);
        int end = reply.IndexOf("</FolderActionResponse>", start, StringComparison.Ordinal);
        string answer = reply[start..end];
        Assert.Contains(from.Split(' ')[0], answer, StringComparison.Ordinal);
        return reply[..start]
            + (from.StartsWith("op=", StringComparison.Ordinal) ? WithId(answer) : answer.Replace(from, to, StringComparison.Ordinal))
            + reply[end..];
    }

    private static string WithId(string answer)
    {
        int id = answer.IndexOf(" id=\"", StringComparison.Ordinal) + " id=\"".Length;
        return answer[..id] + "4711" + answer[answer.IndexOf('"', id)..];
    }

    private static string SwapRequestIds(string reply)
    {
        string[] parts = reply.Split("requestId=\"");
        string first = parts[1][..parts[1].IndexOf('"')];
        string second = parts[2][..parts[2].IndexOf('"')];
        parts[1] = second + parts[1][first.Length..];
        parts[2] = first + parts[2][second.Length..];
        return string.Join("requestId=\"", parts);
    }
}
