using System.CommandLine;
using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>How manifests are read: <see cref="ManifestReadOptions"/>.</summary>
internal sealed class ManifestOptions
{
    private const string Windows1252 = "windows-1252";

    public TextOption Policy { get; } =
        new("--policy", "FILE", Sentence.Of($"what manifests may say", $"ce que les manifestes peuvent dire"));

    public TextOption Encoding { get; } =
        new(
            "--encoding",
            "NAME",
            Sentence.Of($"of CSV: utf-8 (default) or {Windows1252}", $"du CSV : utf-8 (par défaut) ou {Windows1252}"),
            "utf-8",
            Windows1252
        )
        {
            IsRare = true,
        };

    public TextOption TimeZone { get; } =
        new("--timezone", "ZONE", Sentence.Of($"of dates where the manifest names none", $"des dates si le manifeste n'en dit rien"))
        {
            IsRare = true,
        };

    public void AddTo(Command command)
    {
        command.Add(Policy);
        command.Add(Encoding);
        command.Add(TimeZone);
    }

    /// <summary>Whether one of them is given.</summary>
    public bool AreGiven(Invocation run) => run[Encoding] is not null || run[TimeZone] is not null;

    /// <summary>Reads the policy; null where none is named.</summary>
    /// <exception cref="ToolException">It is invalid.</exception>
    public async Task<PlanPolicy?> PolicyAsync(Invocation run, CancellationToken cancellationToken) =>
        run[Policy] is { } path ? run.ValueOf(await PlanPolicy.ReadAsync(path, cancellationToken)) : null;

    /// <summary>How a manifest is read.</summary>
    public async Task<ManifestReadOptions> ReadOptionsAsync(Invocation run, CancellationToken cancellationToken) =>
        new()
        {
            Policy = await PolicyAsync(run, cancellationToken),
            TimeZone = run[TimeZone],
            Encoding = run[Encoding] switch
            {
                null or "utf-8" => TextEncoding.Utf8,
                Windows1252 => TextEncoding.Windows1252,
                _ => throw ToolException.Usage(
                    Sentence.Of($"--encoding is utf-8 or {Windows1252}.", $"--encoding est utf-8 ou {Windows1252}.")
                ),
            },
        };

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="ToolException">It is invalid; all errors were written.</exception>
    public async Task<Manifest> ReadAsync(string path, Invocation run, CancellationToken cancellationToken) =>
        run.ValueOf(await Manifest.ReadAsync(path, await ReadOptionsAsync(run, cancellationToken), cancellationToken));
}
