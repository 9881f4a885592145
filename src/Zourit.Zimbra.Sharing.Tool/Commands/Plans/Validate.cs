using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Output;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary><see cref="Manifest.ReadAsync"/>. It asks no server.</summary>
internal sealed class Validate : ToolCommand
{
    private readonly TextArguments _manifests = new("MANIFEST", Sentence.Of($"files in YAML, JSON or CSV", $"fichiers YAML, JSON ou CSV"));
    private readonly ManifestOptions _options = new();

    public Validate()
        : base(
            "validate",
            Sentence.Of(
                $"Check manifests, offline; all errors at once.",
                $"Vérifier des manifestes, hors ligne ; toutes les erreurs d'un coup."
            ),
            "validate shares.yaml --policy policy.yaml"
        )
    {
        Add(_manifests);
        _options.AddTo(this);
    }

    public static RecordShape<Manifest> Shape { get; } =
        new RecordShape<Manifest>("manifest", "A manifest without errors.")
            .Text("file", manifest => manifest.Source, Labels.File)
            .Number("shares", manifest => manifest.Shares.Count, Labels.Shares)
            .Text("hash", manifest => manifest.Hash, Labels.Id, isShown: false);

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        ManifestReadOptions options = await _options.ReadOptionsAsync(run, cancellationToken);
        ExitCode code = ExitCode.Done;
        foreach (string path in run[_manifests])
        {
            ReadOutcome<Manifest> outcome = await Manifest.ReadAsync(path, options, cancellationToken);
            if (outcome.Value is { } manifest)
            {
                run.Results.Row(Shape, manifest);
            }
            else
            {
                run.Write(outcome.Errors);
                code = ExitCode.InvalidFile;
            }
        }

        return code;
    }
}
