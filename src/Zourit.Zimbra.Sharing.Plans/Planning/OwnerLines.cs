using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>The lines of one account, which the manifest may name by several addresses.</summary>
internal static class OwnerLines
{
    public static (List<DesiredShare> Lines, List<LineProblem> Contradictions) Merge(IEnumerable<DesiredShare> shares)
    {
        Dictionary<(FolderPath?, PlanGrantee), DesiredShare> lines = [];
        List<LineProblem> contradictions = [];
        foreach (DesiredShare share in shares)
        {
            if (lines.TryAdd((share.Calendar, share.Grantee), share))
            {
                continue;
            }

            DesiredShare first = lines[(share.Calendar, share.Grantee)];
            if (first with { Owner = share.Owner, Location = share.Location } != share)
            {
                contradictions.Add(
                    new() { Location = share.Location, Text = PlanTexts.SameAccount(share.Owner, first.Owner, first.Location) }
                );
                lines.Remove((share.Calendar, share.Grantee));
            }
        }

        return ([.. lines.Values], contradictions);
    }
}
