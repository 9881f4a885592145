using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Tool.Output;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>What became of the account of a guest with whom nothing is shared any more.</summary>
internal static class LeaverRecord
{
    public static RecordShape<LeaverOutcome> Shape { get; } =
        new RecordShape<LeaverOutcome>("leaver", "What became of the account of a guest with whom nothing is shared any more.")
            .Text("domain", outcome => outcome.Domain, Labels.Owner)
            .Text("guest", outcome => outcome.Guest, Labels.Guest)
            .Word("status", outcome => (LeaverStatus?)outcome.Status, Labels.Outcome)
            .Sentence("reason", outcome => outcome.Reason, Labels.Reason);
}
