using System.Security.Cryptography;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Rendering;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary><see cref="SharingPlanner.PlanAsync"/>.</summary>
internal sealed class MakePlan : ToolCommand
{
    private readonly TextArgument _manifest = new("MANIFEST", Sentence.Of($"a file in YAML, JSON or CSV", $"un fichier YAML, JSON ou CSV"));
    private readonly TextOption _output = new("--out", "PLAN", Sentence.Of($"save the plan, to apply it later", $"enregistrer le plan"));
    private readonly TextOption _journal = JournalOption.New();
    private readonly Flag _markdown = MarkdownFlag.New();
    private readonly Flag _detailed = DetailedExitCode.New();
    private readonly Flag _directory = new(
        "--directory-only",
        Sentence.Of($"ask no mailbox; not to be applied", $"sans lire les boîtes aux lettres ; non applicable")
    );

    private readonly PlanningOptions _options = new();

    public MakePlan()
        : base(
            "plan",
            Sentence.Of(
                $"Show what a manifest would change; change nothing.",
                $"Montrer ce qu'un manifeste changerait, sans rien changer."
            ),
            "plan shares.yaml",
            "plan shares.yaml -o shares.plan --policy policy.yaml --detailed-exitcode"
        )
    {
        Add(_manifest);
        _output.Aliases.Add("-o");
        Add(_output);
        Add(_journal);
        Add(_markdown);
        Add(_detailed);
        Add(_directory);
        _options.AddTo(this);
    }

    public override bool WritesPlans => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        _options.Check(run);
        NewFile.Check(run[_output], _output, run[_manifest]);
        Manifest manifest = await _options.Manifests.ReadAsync(run[_manifest], run, cancellationToken);
        SharingPlan plan;
        await using (ApplyJournal? journal = await JournalOption.OpenAsync(run[_journal], cancellationToken))
        {
            plan = await _options.PlanAsync(run, manifest, journal, run[_directory], cancellationToken);
        }

        run.Write(plan, run[_markdown]);
        if (run[_output] is { } path)
        {
            using var saved = new MemoryStream();
            SavedPlan.Write(plan, saved);
            byte[] content = saved.ToArray();
            await NewFile.WriteAsync(path, content, cancellationToken);
            string hash = Convert.ToHexStringLower(SHA256.HashData(content));
            run.Note(
                Sentence.Of(
                    $"Saved. To approve it: zimbra-share apply {Excerpt.OneLine(path)} --sha256 {hash}",
                    $"Enregistré. Pour l'approuver : zimbra-share apply {Excerpt.OneLine(path)} --sha256 {hash}"
                )
            );
        }

        ExitCode code = PlanResults.ExitOf(plan);
        return code == ExitCode.Done && run[_detailed] && plan.HasChanges ? ExitCode.ChangesPending : code;
    }
}
