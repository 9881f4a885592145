using System.Text;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Setup;

/// <summary><see cref="Manifest.Schema"/>, <see cref="PlanPolicy.Schema"/>, and the schema of this program's JSON.</summary>
internal sealed class ShowSchema : ToolCommand
{
    private readonly TextArgument _what = new(
        "WHAT",
        Sentence.Of($"manifest (default), policy or output", $"manifest (par défaut), policy ou output"),
        isOptional: true,
        "manifest",
        "policy",
        "output"
    );

    public ShowSchema()
        : base(
            "schema",
            Sentence.Of($"Write a JSON Schema.", $"Écrire un schéma JSON."),
            "schema > manifest.schema.json",
            "schema output"
        ) => Add(_what);

    public override bool WritesText => true;

    public override Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        string schema = run[_what] switch
        {
            "" or "manifest" => Manifest.Schema,
            "policy" => PlanPolicy.Schema,
            "output" => OutputSchema.Write(),
            _ => throw ToolException.Usage(Sentence.Of($"WHAT is manifest, policy or output.", $"WHAT est manifest, policy ou output.")),
        };
        run.Results.Stream.Write(Encoding.UTF8.GetBytes(schema.TrimEnd() + "\n"));
        return Task.FromResult(ExitCode.Done);
    }
}
