using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Rendering;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands.Shares;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary><see cref="PlanApplier.ApplyAsync"/>: of a saved plan, or of a manifest that is planned first.</summary>
internal sealed class ApplyPlan : ToolCommand
{
    private readonly TextArgument _file = new("FILE", Sentence.Of($"a manifest, or a saved plan", $"un manifeste, ou un plan enregistré"));
    private readonly ApplyingOptions _applying = new();
    private readonly PlanningOptions _planning = new();
    private readonly TextOption _record = new(
        "--record",
        "FILE",
        Sentence.Of($"write down what was applied, for --prune-from", $"noter ce qui a été appliqué")
    );

    private readonly TextOption _metrics = new("--metrics", "FILE", Sentence.Of($"numbers for Prometheus", $"nombres pour Prometheus"))
    {
        IsRare = true,
    };

    public ApplyPlan()
        : base(
            "apply",
            Sentence.Of($"Carry out a saved plan, or a manifest.", $"Exécuter un plan enregistré, ou un manifeste."),
            "apply shares.yaml --journal shares.journal",
            "apply shares.plan --yes --journal shares.journal --json"
        )
    {
        Add(_file);
        _applying.AddTo(this);
        Add(_record);
        Add(_metrics);
        _planning.AddTo(this);
    }

    public override bool Changes => true;

    public override bool WritesPlans => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        string path = run[_file];
        _applying.Check(run);
        _planning.Check(run);
        NewFile.Check(run[_record], _record, path);
        NewFile.Check(run[_metrics], _metrics, path);
        bool isSaved = await SavedPlanFile.IsOneAsync(path, cancellationToken);
        Manifest? manifest = isSaved ? null : await _planning.Manifests.ReadAsync(path, run, cancellationToken);
        CheckOptions(run, isSaved);
        _applying.CheckJournal(run);
        SharingPlan? saved = isSaved
            ? run.ValueOf(await SavedPlan.ReadAsync(path, new SavedPlanOptions { Sha256 = run[_applying.Sha256] }, cancellationToken))
            : null;
        Shard shard = _planning.TakeShard(run);
        Session session = await run.OpenAsync(cancellationToken);

        // Before anything is read: what another run does meanwhile would make the plan stale.
        await using RunLock? held = await _applying.LockAsync(run, session.Client, cancellationToken);
        await using ApplyJournal? journal = await _applying.JournalAsync(run, cancellationToken);
        SharingPlan plan = saved ?? await _planning.PlanAsync(run, manifest!, journal, isDirectoryOnly: false, cancellationToken);
        if (isSaved && !run.Results.IsJson)
        {
            run.Note(
                Sentence.Of(
                    $"What the saved plan says, as things were when it was made; what was done since is not done again:",
                    $"Ce que dit le plan enregistré, tel qu'il a été établi ; ce qui a été fait depuis n'est pas refait :"
                )
            );
        }

        run.Write(plan, isMarkdown: false);
        ExitCode planned = PlanResults.ExitOf(plan);
        if (plan.Breaches.Count > 0)
        {
            return planned;
        }

        ApplyOptions options = new()
        {
            Journal = journal,
            Policy = isSaved ? await _planning.Manifests.PolicyAsync(run, cancellationToken) : null,
            IsApproved = isSaved && run[_applying.Sha256] is not null,
            Deadline = _applying.Deadline(run),
            Shard = shard,
            StopToken = cancellationToken,
            Progress = new ProgressLine(run),
            Actor = run[run.Options.Actor],
            Reference = run[run.Options.Ref],
            TimeProvider = run.Terminal.TimeProvider,
        };
        var applier = new PlanApplier(session.Client);
        run.Refuse(_applying.Remaining(run, applier.Examine(plan, options)));
        if (run.IsDryRun)
        {
            return planned;
        }

        CheckMailing(run, plan, journal);
        if (!isSaved && plan.HasChanges)
        {
            await run.ConfirmAsync(Sentence.Of($"Apply this?", $"Appliquer ceci ?"), cancellationToken);
        }

        await using PasswordFile? passwords = await _applying.PasswordsAsync(run, cancellationToken);
        options = options with { Passwords = passwords };
        Manifest? earlier = run[_record] is null ? null : await _planning.RecordAsync(run, cancellationToken);
        if (run[_record] is { } unfinished && manifest is not null && plan.HasChanges && !NewFile.IsDevice(unfinished))
        {
            // A run that is killed leaves what it may have shared, so that the next can prune it.
            await WriteRecordAsync(unfinished, manifest, earlier, plan, []);
        }

        ApplyRecord record = await ApplyAsync(run, applier, plan, options, cancellationToken);
        record.Exit = cancellationToken.IsCancellationRequested ? ExitCode.Interrupted : ShareResults.Worse(record.Exit, planned);
        await EndAsync(run, plan, record);
        if (run[_record] is { } file && manifest is not null)
        {
            await WriteRecordAsync(file, manifest, earlier, plan, record.Removals);
        }

        return record.Exit;
    }

    // What was started is reported to its end, so the call itself is not cancelled.
    private static async Task<ApplyRecord> ApplyAsync(
        Invocation run,
        PlanApplier applier,
        SharingPlan plan,
        ApplyOptions options,
        CancellationToken stop
    )
    {
        var record = new ApplyRecord();
        await foreach (ChangeOutcome outcome in applier.ApplyAsync(plan, options, CancellationToken.None))
        {
            record.Add(outcome);
            run.Results.Row(OutcomeRecord.Shape, outcome);
        }

        if (!stop.IsCancellationRequested)
        {
            await foreach (LeaverOutcome outcome in applier.EndAccountsAsync(plan, options, stop))
            {
                record.Exit = outcome.Status == LeaverStatus.Failed ? ShareResults.Worse(record.Exit, ExitCode.Incomplete) : record.Exit;
                run.Results.Row(LeaverRecord.Shape, outcome);
            }
        }

        return record;
    }

    private async Task EndAsync(Invocation run, SharingPlan plan, ApplyRecord record)
    {
        run.Results.End();
        if (run.Results.IsJson)
        {
            run.Results.One(ApplyRecord.Shape, record);
        }
        else
        {
            run.Results.Text(run.Say(record.Text));
        }

        if (run[_metrics] is { } metrics)
        {
            await MetricsFile.WriteAsync(metrics, plan, record, run.Terminal.TimeProvider.GetUtcNow());
        }
    }

    private static async Task WriteRecordAsync(
        string path,
        Manifest manifest,
        Manifest? earlier,
        SharingPlan plan,
        IReadOnlyList<ChangeOutcome> removals
    )
    {
        using var written = new MemoryStream();
        RunRecord.Of(manifest, earlier, plan, removals).Write(written, ManifestFormat.Yaml);
        await NewFile.WriteAsync(path, written.ToArray(), CancellationToken.None);
    }

    private void CheckOptions(Invocation run, bool isSaved)
    {
        if (isSaved && (_planning.AreGiven(run) || run[_record] is not null))
        {
            throw ToolException.Usage(
                Sentence.Of(
                    $"A saved plan is applied as it is: pruning, limits, record, encoding and time zone belong to the manifest.",
                    $"Un plan enregistré est appliqué tel quel : élagage, limites, notes, encodage et fuseau relèvent du manifeste."
                )
            );
        }

        if (!isSaved && run[_applying.Sha256] is not null)
        {
            throw ToolException.Usage(
                Sentence.Of($"--sha256 approves a saved plan, not a manifest.", $"--sha256 approuve un plan enregistré, pas un manifeste.")
            );
        }
    }

    // Runners forget their files: with a journal that is always new every mail that is owed would be forgotten with it.
    private static void CheckMailing(Invocation run, SharingPlan plan, ApplyJournal? journal)
    {
        if (journal is null && run.Terminal.Variable("CI") is not null && plan.Summary.Mails > 0)
        {
            throw ToolException.Usage(
                Sentence.Of(
                    $"In a pipeline a plan that mails wants --journal FILE, kept from run to run; the first time with --journal-new.",
                    $"Dans un pipeline, un plan qui écrit des courriels veut --journal FICHIER, gardé d'un passage à l'autre ; "
                        + $"la première fois avec --journal-new."
                )
            );
        }
    }
}
