using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Output;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>What is wrong with a manifest, policy or plan, all at once.</summary>
internal static class FileErrors
{
    public static RecordShape<ManifestError> Shape { get; } =
        new RecordShape<ManifestError>("fileError", "Something in a manifest, a policy or a saved plan that must be changed.")
            .Text("file", error => error.Location.File, Labels.File)
            .Number("line", error => error.Location.Line, Labels.Line)
            .Number("column", error => error.Location.Column, Labels.Place)
            .Word("code", error => (ManifestErrorCode?)error.Code, Labels.Code, isShown: false)
            .Sentence("message", error => error.Text, Labels.Message);

    public static void Write(this Invocation run, IEnumerable<ManifestError> errors)
    {
        foreach (ManifestError error in errors)
        {
            if (run.Results.IsJson)
            {
                run.Results.Row(Shape, error);
            }
            else
            {
                run.Notes.WriteLine($"{error.Location}: {run.Say(error.Text)}");
            }
        }
    }

    /// <summary>What was read.</summary>
    /// <exception cref="ToolException">There are errors; they were written.</exception>
    public static T ValueOf<T>(this Invocation run, ReadOutcome<T> outcome)
        where T : class
    {
        if (outcome.Value is { } value)
        {
            return value;
        }

        run.Write(outcome.Errors);
        int count = outcome.Errors.Count;
        if (outcome.Errors[^1].Code == ManifestErrorCode.TooManyErrors)
        {
            throw new ToolException(
                ExitCode.InvalidFile,
                Sentence.Of($"More than {count - 1} errors; nothing was done.", $"Plus de {count - 1} erreurs ; rien n'a été fait.")
            );
        }

        throw new ToolException(
            ExitCode.InvalidFile,
            Sentence.Of(
                $"{count} {(count == 1 ? "error" : "errors")}; nothing was done.",
                $"{count} {(count > 1 ? "erreurs" : "erreur")} ; rien n'a été fait."
            )
        );
    }
}
