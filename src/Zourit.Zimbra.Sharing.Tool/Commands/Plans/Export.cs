using Zourit.Zimbra.Sharing.Plans.Exporting;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Reading;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Sessions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary><see cref="ManifestExporter"/>.</summary>
internal sealed class Export : ToolCommand
{
    private readonly TextOption _owner = new("--owner", "OWNER", Sentence.Of($"one owner; else the account's own", $"un propriétaire"));
    private readonly TextOption _domain = new("--domain", "DOMAIN", Sentence.Of($"all owners of a domain", $"tous ceux d'un domaine"));
    private readonly TextOption _format = new(
        "--format",
        "FORMAT",
        Sentence.Of($"yaml (default), csv or json", $"yaml (par défaut), csv ou json"),
        "yaml",
        "csv",
        "json"
    );

    private readonly TextOption _zone = new(
        "--timezone",
        "ZONE",
        Sentence.Of($"in which ends are written", $"dans lequel les fins sont écrites")
    );

    public Export()
        : base(
            "export",
            Sentence.Of(
                $"Write what is shared as a manifest; a plan of it is empty.",
                $"Écrire ce qui est partagé sous forme de manifeste ; son plan est vide."
            ),
            "export --domain monasso.org --timezone Europe/Paris > shares.yaml"
        )
    {
        Add(_owner);
        Add(_domain);
        Add(_format);
        Add(_zone);
    }

    public override bool WritesText => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        ManifestFormat format = run[_format] switch
        {
            null or "yaml" => ManifestFormat.Yaml,
            "csv" => ManifestFormat.Csv,
            "json" => ManifestFormat.Json,
            _ => throw ToolException.Usage(Sentence.Of($"--format is yaml, csv or json.", $"--format est yaml, csv ou json.")),
        };
        Session session = await run.OpenAsync(cancellationToken);
        ZimbraPing ping = await session.Client.PingAsync(cancellationToken);
        var source = new ZimbraPlanSource(session.Client) { Account = ping.Account };
        string[] owners = run[_domain] is { } domain
            ? await source.ListOwnersAsync(ScopeOf(domain), cancellationToken).ToArrayAsync(cancellationToken)
            : [run[_owner] ?? session.Settings.OnBehalfOf ?? ping.Account];
        ManifestExport export = await new ManifestExporter(source).ExportAsync(
            owners,
            new ManifestExportOptions { TimeZone = run[_zone] },
            cancellationToken
        );
        run.Results.Stream.Write(stream => export.Manifest.Write(stream, format));
        foreach (LocalizedText omission in export.Omissions)
        {
            run.Note(omission);
        }

        return export.Omissions.Count == 0 ? ExitCode.Done : ExitCode.Incomplete;
    }

    private static PruningScope ScopeOf(string domain) =>
        new()
        {
            Owners = [GlobPattern.Parse($"*@{domain}")],
            Calendars = [GlobPattern.Parse("/**")],
            Kinds = [GranteeKind.Guest, GranteeKind.User, GranteeKind.Public],
        };
}
