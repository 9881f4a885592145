using Zourit.Zimbra.Sharing.Tool.Output;

namespace Zourit.Zimbra.Sharing.Tool.Failures;

/// <summary>The last line of JSON where a command failed.</summary>
internal static class FailureRecord
{
    public static RecordShape<Failure> Shape { get; } =
        new RecordShape<Failure>("error", "Why the command failed; the last line.")
            .Number("exit", failure => (int)failure.Exit, Labels.Exit)
            .Text("code", failure => failure.Code, Labels.Code)
            .Sentence("message", failure => failure.Text, Labels.Message)
            .Truth("transient", failure => failure.IsTransient, Labels.Transient)
            .Number("retryAfterSeconds", failure => (long?)failure.RetryAfter?.TotalSeconds, Labels.RetryAfter);

    /// <summary>In JSON; people read it on standard error.</summary>
    public static void Write(Results results, Failure failure)
    {
        if (results.IsJson)
        {
            results.One(Shape, failure);
        }
    }
}
