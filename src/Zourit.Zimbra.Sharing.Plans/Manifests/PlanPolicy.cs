using Zourit.Zimbra.Sharing.Plans.Shapes;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>
/// What manifests may say: a file in YAML or JSON, kept where those who write manifests cannot change it. What it does not mention it does
/// not bound; a manifest can only narrow it.
/// </summary>
public sealed class PlanPolicy
{
    private const string SchemaId = "https://raw.githubusercontent.com/zourit/Zourit.Zimbra.Sharing/main/docs/plans/policy.schema.json";

    internal PlanPolicy(string source) => Source = source;

    /// <summary>The JSON Schema (draft 2020-12) of policies.</summary>
    public static string Schema => JsonSchema.Of(ManifestShapes.Policy, SchemaId);

    /// <summary>The file's name as it was given.</summary>
    public string Source { get; }

    /// <summary>The owners whose calendars may be shared; null for all.</summary>
    public IReadOnlyList<GlobPattern>? Owners { get; internal init; }

    /// <summary>The most rights that a share may have; null for all.</summary>
    public Permissions? MaxRights { get; internal init; }

    /// <summary>The guests whom calendars may be shared with; null for all.</summary>
    public IReadOnlyList<GlobPattern>? Guests { get; internal init; }

    /// <summary>Whether calendars may be shared with everybody.</summary>
    public bool AllowsPublic { get; internal init; } = true;

    /// <summary>Whether calendars may be shared with accounts of the server.</summary>
    public bool AllowsUsers { get; internal init; } = true;

    /// <summary>Whether accounts may be made for guests, suspended and deleted.</summary>
    public bool AllowsAccounts { get; internal init; } = true;

    /// <summary>Whether mails may have a note.</summary>
    public bool AllowsNotes { get; internal init; } = true;

    /// <summary>Its limits.</summary>
    public LimitSettings Limits { get; internal init; } = new();

    /// <summary>Whether new shares with everybody are made only from a saved plan whose SHA-256 is given.</summary>
    public bool ApprovesPublic { get; internal init; }

    /// <summary>The same for rights beyond reading.</summary>
    public bool ApprovesWrite { get; internal init; }

    /// <summary>The same for accounts of guests.</summary>
    public bool ApprovesAccounts { get; internal init; }

    /// <summary>The SHA-256 of the file, in small hexadecimal letters.</summary>
    public string Hash { get; internal init; } = "";

    /// <summary>Where each key is, for errors.</summary>
    internal IReadOnlyDictionary<string, SourceLocation> Places { get; init; } = new Dictionary<string, SourceLocation>();

    /// <summary>Reads a policy: by its name's ending JSON, or else YAML.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The policy, or everything that is wrong with it, including a file that cannot be opened.</returns>
    public static Task<ReadOutcome<PlanPolicy>> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        FileName.Require(path);
        return PolicyReader.ReadAsync(path, cancellationToken);
    }

    /// <summary>Whether a change is done only from a saved plan whose SHA-256 is given.</summary>
    internal bool Approves(PlanGrantee grantee, Permissions? before, Permissions? after) =>
        (ApprovesPublic && grantee.Kind == GranteeKind.Public && before is null && after is not null)
        || (ApprovesWrite && after is { } rights && !Permissions.Read.Includes(rights) && before?.Includes(rights) != true);

    /// <summary>The file.</summary>
    public override string ToString() => Excerpt.OneLine(Source);
}
