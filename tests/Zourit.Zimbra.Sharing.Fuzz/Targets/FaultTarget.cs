using Zourit.Zimbra.Sharing.Fuzz.Corpora;
using Zourit.Zimbra.Sharing.Fuzz.Engine;

namespace Zourit.Zimbra.Sharing.Fuzz.Targets;

/// <summary>The fault reader: the server's refusals, by HTTP 500 and in batches.</summary>
internal sealed class FaultTarget : ReplyTarget
{
    public override string Name => "fault";

    public override IEnumerable<Seed> Corpus() =>
        RecordedCorpus.Soap(reply => reply.Recording.Reply.Text.Contains(":Fault>", StringComparison.Ordinal));
}
