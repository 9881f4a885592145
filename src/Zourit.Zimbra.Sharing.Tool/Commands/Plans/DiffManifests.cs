using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary><see cref="ManifestDifference.Between"/>. It asks no server.</summary>
internal sealed class DiffManifests : ToolCommand
{
    private readonly TextArgument _old = new("OLD", Sentence.Of($"the manifest before", $"le manifeste d'avant"));
    private readonly TextArgument _new = new("NEW", Sentence.Of($"the manifest after", $"le manifeste d'après"));
    private readonly ManifestOptions _options = new();
    private readonly Flag _markdown = MarkdownFlag.New();
    private readonly Flag _detailed = DetailedExitCode.New();

    public DiffManifests()
        : base(
            "diff",
            Sentence.Of($"Show what differs between two manifests, offline.", $"Montrer ce qui diffère entre deux manifestes, hors ligne."),
            "diff main.yaml branch.yaml --markdown"
        )
    {
        Add(_old);
        Add(_new);
        _options.AddTo(this);
        Add(_markdown);
        Add(_detailed);
    }

    public static RecordShape<ManifestDifference> Shape { get; } =
        new RecordShape<ManifestDifference>("difference", "A share that two manifests name differently.")
            .Text("owner", each => Any(each).Owner, Labels.Owner)
            .Text("calendar", each => Any(each).Calendar?.Value, Labels.Calendar)
            .Word("granteeType", each => (GranteeKind?)Any(each).Grantee.Kind, Labels.GranteeType)
            .Text("grantee", each => Any(each).Grantee.Name, Labels.Grantee)
            .Truth("before", each => each.Before is not null, Labels.Before)
            .Truth("after", each => each.After is not null, Labels.After)
            .Text("text", each => each.ToString(), Labels.Message);

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        Manifest before = await _options.ReadAsync(run[_old], run, cancellationToken);
        Manifest after = await _options.ReadAsync(run[_new], run, cancellationToken);
        IReadOnlyList<ManifestDifference> differences = ManifestDifference.Between(before, after);
        if (run.Results.IsJson)
        {
            foreach (ManifestDifference difference in differences)
            {
                run.Results.Row(Shape, difference);
            }
        }
        else
        {
            string[] lines = [.. differences.SelectMany(each => each.ToString().Split('\n'))];
            MarkdownFlag.Write(run, run[_markdown], $"**{run.Say(Summary(differences.Count))}**", lines);
        }

        return run[_detailed] && differences.Count > 0 ? ExitCode.ChangesPending : ExitCode.Done;
    }

    private static LocalizedText Summary(int count) =>
        count switch
        {
            0 => Sentence.Of($"The manifests name the same shares", $"Les manifestes nomment les mêmes partages"),
            1 => Sentence.Of($"One share differs", $"Un partage diffère"),
            _ => Sentence.Of($"{count} shares differ", $"{count} partages diffèrent"),
        };

    private static DesiredShare Any(ManifestDifference difference) => difference.After ?? difference.Before!;
}
