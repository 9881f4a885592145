using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Testing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Misbehaviour;

/// <summary>Requests of other sessions between the requests of one batch.</summary>
public sealed class BatchGapTests
{
    private const string Two =
        "<BatchRequest xmlns='urn:zimbra'><FolderActionRequest xmlns='urn:zimbraMail'><action id='10' op='update'><acl><grant gt='guest' "
        + "zid='kept@outside.test' perm='r'/></acl></action></FolderActionRequest><GetFolderRequest xmlns='urn:zimbraMail'><folder "
        + "l='10'/></GetFolderRequest></BatchRequest>";

    [Fact]
    public async Task Another_session_writes_between_two_requests_of_a_batch_and_the_second_sees_it()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        string other = await session.AliceAsync();
        List<BatchGap> gaps = [];
        session
            .Zimbra.Misbehave.On("BatchRequest")
            .BetweenItems(async gap =>
            {
                gaps.Add(gap);
                await session.GrantAsync(other, "10", "between@outside.test");
            });

        XElement answer = await session.AskAsync(alice, Two);

        Assert.Equal((1, 1, "GetFolderRequest"), gaps.Select(gap => (gap.Done, gap.Left, gap.Next)).Single());
        Assert.Equal(
            ["kept@outside.test", "between@outside.test"],
            answer.Descendants().Where(element => element.Name.LocalName == "grant").Select(grant => grant.Attribute("zid")!.Value)
        );
    }

    [Fact]
    public async Task A_token_is_compared_with_what_the_other_session_did_in_between()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        int known = await session.ChangeNumberAsync(alice, "10");
        session.Zimbra.Misbehave.On("BatchRequest").Call(1).BetweenItems(_ => session.GrantAsync(alice, "10", "between@outside.test"));

        XElement answer = await session.AskAsync(
            alice,
            "<BatchRequest xmlns='urn:zimbra'><NoOpRequest xmlns='urn:zimbraMail'/>"
                + FakeSession.Grant("10", "batched@outside.test")
                + "</BatchRequest>",
            context: $"<change token='{known}' type='mod'/>"
        );

        Assert.Equal("mail.MODIFY_CONFLICT", Replies.Code(answer.Elements().Last()));
        Assert.Equal(["between@outside.test"], session.Zimbra.GrantsOf("alice@example.test", "/Calendar").Select(grant => grant.GranteeId));
    }

    [Fact]
    public async Task What_goes_wrong_in_between_is_the_answer_of_the_batch()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        session.Zimbra.Misbehave.On("BatchRequest").BetweenItems(_ => throw new InvalidOperationException("the other session broke"));

        XElement answer = await session.AskAsync(alice, Two);

        Assert.Equal("service.FAILURE", Replies.Code(answer));
        Assert.Contains("the other session broke", answer.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_of_one_request_has_nothing_in_between_and_does_not_count()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        int calls = 0;
        session
            .Zimbra.Misbehave.On("BatchRequest")
            .Call(1)
            .BetweenItems(_ =>
            {
                calls++;
                return Task.CompletedTask;
            });

        await session.AskAsync(alice, "<BatchRequest xmlns='urn:zimbra'><NoOpRequest xmlns='urn:zimbraMail'/></BatchRequest>");
        Assert.Equal((0, 0), (calls, session.Zimbra.Misbehave.Injected.Count));

        await session.AskAsync(alice, Two);
        Assert.Equal((1, "BetweenItems"), (calls, session.Zimbra.Misbehave.Injected.Single().Kind));
    }

    [Fact]
    public async Task Only_batches_have_requests_to_come_between()
    {
        await using var session = await FakeSession.StartAsync();

        var error = Assert.Throws<InvalidOperationException>(() =>
            session.Zimbra.Misbehave.On("FolderActionRequest").BetweenItems(_ => Task.CompletedTask)
        );

        Assert.Contains("On(\"BatchRequest\")", error.Message, StringComparison.Ordinal);
    }
}
