using Zourit.Zimbra.Sharing.Plans.Shapes;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>
/// Who may see which calendars: a file in YAML, JSON or CSV, read, checked, and resolved into single shares (docs/plans).
/// </summary>
public sealed class Manifest
{
    private const string SchemaId = "https://raw.githubusercontent.com/zourit/Zourit.Zimbra.Sharing/main/docs/plans/manifest.schema.json";

    internal Manifest(string source) => Source = source;

    /// <summary>The JSON Schema (draft 2020-12) of manifests in YAML and JSON.</summary>
    public static string Schema => JsonSchema.Of(ManifestShapes.Manifest, SchemaId);

    /// <summary>The file's name as it was given.</summary>
    public string Source { get; }

    /// <summary>The time zone of its dates, by its IANA name; null where it has none.</summary>
    public string? TimeZone { get; internal init; }

    /// <summary>What pruning may touch; null where it says nothing: then nothing is pruned by scope.</summary>
    public PruningScope? Scope { get; internal init; }

    /// <summary>Shares that are never removed.</summary>
    public IReadOnlyList<KeepRule> Keep { get; internal init; } = [];

    /// <summary>Its limits; those of the policy hold besides.</summary>
    public LimitSettings Limits { get; internal init; } = new();

    /// <summary>What becomes of the accounts of guests with whom nothing is shared any more.</summary>
    public LeaverMode Leavers { get; internal init; }

    /// <summary>The policy that it was read with; null for none.</summary>
    public PlanPolicy? Policy { get; internal init; }

    /// <summary>The shares, each once, in the order of the file.</summary>
    public IReadOnlyList<DesiredShare> Shares { get; internal init; } = [];

    /// <summary>The SHA-256 of what it says, in small hexadecimal letters: the same for the same shares, whatever the file looks
    /// like.</summary>
    public string Hash => ManifestHash.Of(this);

    /// <summary>Reads a manifest: by its name's ending CSV, JSON, or else YAML.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Encoding, policy and bounds; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The manifest, or everything that is wrong with it, including a file that cannot be opened.</returns>
    public static Task<ReadOutcome<Manifest>> ReadAsync(
        string path,
        ManifestReadOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        FileName.Require(path);
        return new ManifestReader(options ?? new()).ReadAsync(path, cancellationToken);
    }

    /// <summary>Writes what it says, resolved: a line for each share, without groups, defaults and lists. Reading it gives the
    /// same.</summary>
    /// <param name="output">Where it is written to; it is left open.</param>
    /// <param name="format">The form.</param>
    public void Write(Stream output, ManifestFormat format)
    {
        Argument.NotNull(output);
        ManifestWriter.Write(this, output, format);
    }

    /// <summary>The number of shares, and the file.</summary>
    public override string ToString() => $"{Shares.Count} shares of {Values.Excerpt.OneLine(Source)}";
}
