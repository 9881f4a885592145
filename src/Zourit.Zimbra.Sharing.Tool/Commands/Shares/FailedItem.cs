using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Output;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary>One of several that failed; the others went on.</summary>
/// <param name="Name">What it was.</param>
/// <param name="Failure">Why.</param>
internal sealed record FailedItem(string Name, Failure Failure)
{
    public static RecordShape<FailedItem> Shape { get; } =
        new RecordShape<FailedItem>("failure", "One of several that failed; the others went on.")
            .Text("item", item => item.Name, Labels.Name)
            .Number("exit", item => (int)item.Failure.Exit, Labels.Exit, isShown: false)
            .Text("code", item => item.Failure.Code, Labels.Code)
            .Sentence("message", item => item.Failure.Text, Labels.Message)
            .Truth("transient", item => item.Failure.IsTransient, Labels.Transient, isShown: false);
}
