using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>
/// A line that one manifest has and another has not, or has otherwise. It needs no server: for merge requests from people who must not
/// reach it.
/// </summary>
public sealed record ManifestDifference
{
    /// <summary>The share in the old manifest; null where it names none.</summary>
    public DesiredShare? Before { get; init; }

    /// <summary>The share in the new manifest; null where it names none.</summary>
    public DesiredShare? After { get; init; }

    /// <summary>What differs between two manifests, in the order of the new one; what it no longer names comes last.</summary>
    /// <param name="before">The old manifest.</param>
    /// <param name="after">The new manifest.</param>
    public static IReadOnlyList<ManifestDifference> Between(Manifest before, Manifest after)
    {
        Argument.NotNull(before);
        Argument.NotNull(after);
        var old = before.Shares.ToDictionary(Key);
        List<ManifestDifference> differences = [];
        foreach (DesiredShare share in after.Shares)
        {
            bool isOld = old.Remove(Key(share), out DesiredShare? earlier);
            if (!isOld || earlier! with { Location = share.Location } != share)
            {
                differences.Add(new() { Before = earlier, After = share });
            }
        }

        differences.AddRange(
            before.Shares.Where(share => old.ContainsKey(Key(share))).Select(share => new ManifestDifference { Before = share })
        );
        return differences;
    }

    /// <summary>The line as the old manifest has it, after <c>-</c>, and as the new one has it, after <c>+</c>.</summary>
    public override string ToString() => string.Join('\n', new[] { Text('-', Before), Text('+', After) }.Where(line => line.Length > 0));

    private static (string Owner, FolderPath? Calendar, PlanGrantee Grantee) Key(DesiredShare share) =>
        (share.Owner, share.Calendar, share.Grantee);

    private static string Text(char sign, DesiredShare? share) =>
        share is null
            ? ""
            : string.Join(
                ' ',
                [$"{sign}", .. new ShareFields(null).Of(share).Select(each => $"{each.Key}={Values.Excerpt.OneLine(each.Text)}")]
            );
}
