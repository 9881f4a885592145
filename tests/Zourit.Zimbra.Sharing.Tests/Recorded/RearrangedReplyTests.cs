using System.Xml.Linq;
using CsCheck;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Testing.Tests.Replay;
using Zourit.Zimbra.Sharing.Tests.Schemas;

namespace Zourit.Zimbra.Sharing.Tests.Recorded;

/// <summary>
/// The real server's replies, written otherwise: attributes and elements in another order, and with such as nobody knows. Nothing of them
/// is lost.
/// </summary>
public sealed class RearrangedReplyTests
{
    private static readonly XNamespace Foreign = "urn:foreign";

    private static readonly RecordedReply[] Replies =
    [
        .. Recordings
            .All.Select(RecordedReply.Of)
            .OfType<RecordedReply>()
            .Where(exchange =>
                RecordedOperations.Knows(exchange.Request) && exchange is { IsSoap12: true, Reply.Name.LocalName: not "BatchResponse" }
            ),
    ];

    [Fact]
    public void Order_and_unknown_parts_do_not_matter() =>
        Gen.Select(Gen.Int[0, Replies.Length - 1], Gen.Int)
            .Sample(
                (at, seed) =>
                {
                    RecordedReply reply = Replies[at];
                    XElement rearranged = Rearranged(reply.Reply!, new Random(seed));
                    ZimbraRequest request = RecordedOperations.ReaderFor(reply.Request);
                    var element = new ResponseElement(ReplyNode.Read(rearranged.CreateReader()));
                    BatchOutcome outcome =
                        element.Name == "Fault" ? request.ReadOutcome(null, FaultReader.Read(element)) : request.ReadOutcome(element, null);

                    var copy = new XElement(reply.Reply!);
                    copy.Attribute("requestId")?.Remove();
                    IEnumerable<string> losses = outcome.Fault is { } fault
                        ? RecordedFaults.Losses(copy, fault)
                        : FieldMaps.Of(Untyped.ResponseOf(outcome)!).Losses(copy, Untyped.ResponseOf(outcome)!);

                    Assert.True(!losses.Any(), $"{reply.Recording.Name}: {string.Join('\n', losses)}\n{rearranged}");
                },
                iter: 2_000
            );

    private static XElement Rearranged(XElement element, Random random)
    {
        var copy = new XElement(element.Name);
        XAttribute[] attributes = [.. element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration)];
        XAttribute[] others =
        [
            new XAttribute("unknown", "1"),
            new XAttribute(Foreign + "id", "evil"),
            new XAttribute(Foreign + "name", "evil"),
        ];
        random.Shuffle(others);
        XAttribute[] all = [.. attributes, .. others.Take(random.Next(4))];
        random.Shuffle(all);
        copy.Add(all);
        if (!element.HasElements)
        {
            copy.Add(element.Value);
            return copy;
        }

        // Those of one name are a list, whose order counts.
        XElement[][] lists = [.. element.Elements().GroupBy(child => child.Name).Select(list => list.ToArray())];
        int[] turns = [.. lists.SelectMany((list, at) => Enumerable.Repeat(at, list.Length))];
        random.Shuffle(turns);
        int[] next = new int[lists.Length];
        foreach (int turn in turns)
        {
            if (random.Next(4) == 0)
            {
                copy.Add(new XElement(element.Name.Namespace + "unknown", new XAttribute("a", "1"), new XElement(Foreign + "b", "c")));
            }

            copy.Add(Rearranged(lists[turn][next[turn]++], random));
        }

        return copy;
    }
}
