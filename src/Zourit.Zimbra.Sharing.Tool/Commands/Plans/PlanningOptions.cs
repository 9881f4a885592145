using System.CommandLine;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Reading;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>How a plan is made: <see cref="PlanOptions"/>.</summary>
internal sealed class PlanningOptions
{
    private readonly TextOption _record = new(
        "--prune-from",
        "RECORD",
        Sentence.Of($"remove what was applied and is no longer named", $"révoquer ce qui n'est plus nommé")
    );

    private readonly Flag _scope = new(
        "--prune-scope",
        Sentence.Of($"remove what is in the scope and not named", $"révoquer ce qui n'est pas nommé dans la portée")
    );

    private readonly Flag _empty = new(
        "--allow-empty",
        Sentence.Of($"a manifest without shares may prune", $"un manifeste vide peut élaguer")
    )
    {
        IsRare = true,
    };
    private readonly Flag _verify = new("--verify", Sentence.Of($"read every mailbox", $"lire chaque boîte aux lettres")) { IsRare = true };
    private readonly TextOptions _limits = LimitOptions.New();
    private readonly TextOption _shard = ShardOption.New();

    public ManifestOptions Manifests { get; } = new();

    public void AddTo(Command command)
    {
        Manifests.AddTo(command);
        command.Add(_record);
        command.Add(_scope);
        command.Add(_empty);
        command.Add(_verify);
        command.Add(_shard);
        command.Add(_limits);
    }

    /// <exception cref="ToolException">An option would do nothing.</exception>
    public void Check(Invocation run) => run.RefuseWithout(_empty, _record, _scope);

    /// <summary>Whether one of them is given that means nothing with a saved plan.</summary>
    public bool AreGiven(Invocation run) =>
        run[_record] is not null || run[_scope] || run[_empty] || run[_verify] || run[_limits].Count > 0 || Manifests.AreGiven(run);

    /// <summary>This machine's part of the owners. The connection that is made after this has its part of the rate.</summary>
    public Shard TakeShard(Invocation run)
    {
        Shard shard = ShardOption.Read(run[_shard], run.Terminal);
        run.Shard = shard;
        return shard;
    }

    /// <summary>The record to prune by; null where none is named.</summary>
    /// <exception cref="ToolException">It is invalid.</exception>
    public async Task<Manifest?> RecordAsync(Invocation run, CancellationToken cancellationToken) =>
        run[_record] is { } path ? run.ValueOf(await Manifest.ReadAsync(path, cancellationToken: cancellationToken)) : null;

    public async Task<SharingPlan> PlanAsync(
        Invocation run,
        Manifest manifest,
        ApplyJournal? journal,
        bool isDirectoryOnly,
        CancellationToken cancellationToken
    )
    {
        Manifest? record = await RecordAsync(run, cancellationToken);
        if (record is not null && run[_scope])
        {
            throw ToolException.Usage(
                Sentence.Of($"Name one of --prune-from and --prune-scope.", $"Indiquez un seul de --prune-from et --prune-scope.")
            );
        }

        var options = new PlanOptions
        {
            Prune =
                record is not null ? PruneMode.Record
                : run[_scope] ? PruneMode.Scope
                : PruneMode.None,
            Record = record,
            AllowEmpty = run[_empty],
            Verify = run[_verify],
            Limits = LimitOptions.Read(run[_limits]),
            Shard = TakeShard(run),
            OwedMails = journal?.OwedMails ?? [],
            OwedAccounts = journal?.OwedAccounts ?? [],
            MadeAccounts = journal?.MadeAccounts ?? [],
            DirectoryOnly = isDirectoryOnly,
            Actor = run[run.Options.Actor],
            Reference = run[run.Options.Ref],
            TimeProvider = run.Terminal.TimeProvider,
        };
        Session session = await run.OpenAsync(cancellationToken);

        // A refused login, or a server that is down, would look like owners that cannot be read.
        ZimbraPing ping = await session.Client.PingAsync(cancellationToken);
        var source = new ZimbraPlanSource(session.Client) { Account = ping.Account };
        return await new SharingPlanner(source).PlanAsync(manifest, options, cancellationToken);
    }
}
