using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Exporting;

/// <summary>Writes down what is shared as a manifest: where to start from. A plan of what is exported is empty.</summary>
/// <param name="source">Where what there is is read.</param>
public sealed class ManifestExporter(IPlanSource source)
{
    /// <summary>Reads owners, and makes a manifest of their shares.</summary>
    /// <param name="owners">The owners' addresses.</param>
    /// <param name="options">How ends are written; null to write them as moments in UTC.</param>
    /// <param name="cancellationToken">Ends the export.</param>
    /// <returns>The manifest, and what it cannot say.</returns>
    public async Task<ManifestExport> ExportAsync(
        IEnumerable<string> owners,
        ManifestExportOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Argument.NotNull(owners);
        List<DesiredShare> shares = [];
        List<LocalizedText> omissions = [];
        foreach (string owner in owners)
        {
            OwnerState state = await source.ReadAsync(owner, cancellationToken).ConfigureAwait(false);
            if (state.Failure is { } failure)
            {
                omissions.Add(ExportTexts.NotRead(owner, failure));
                continue;
            }

            HashSet<(FolderPath, PlanGrantee)> named = [];
            foreach (CalendarState calendar in state.Calendars)
            {
                foreach (GrantState grant in calendar.Grants)
                {
                    if (grant.Grantee.Kind == GranteeKind.Unknown || !CanBeSaid(grant))
                    {
                        omissions.Add(ExportTexts.NoWord(state.PrimaryAddress ?? owner, calendar.Path, grant.Grantee.Name));
                    }
                    else if (named.Add((calendar.Path, grant.Grantee)))
                    {
                        shares.Add(Share(state.PrimaryAddress ?? owner, calendar, grant));
                        if (grant.HasPassword)
                        {
                            omissions.Add(ExportTexts.Password(state.PrimaryAddress ?? owner, calendar.Path, grant.Grantee.Name));
                        }
                    }
                }
            }
        }

        return new()
        {
            Manifest = new Manifest("export") { TimeZone = options?.TimeZone, Shares = shares },
            Omissions = omissions,
        };
    }

    // A manifest has neither shares without rights nor guests who may share further.
    private static bool CanBeSaid(GrantState grant) =>
        grant.Rights != Permissions.None
        && (grant.Grantee.Kind == GranteeKind.User || !grant.Rights.Includes(Permissions.Administer))
        && (grant.Grantee.Kind == GranteeKind.Public || GuestAddress.TryParse(grant.Grantee.Name, out _));

    private static DesiredShare Share(string owner, CalendarState calendar, GrantState grant) =>
        new()
        {
            Owner = owner,
            Calendar = calendar.Path,
            Grantee = grant.Grantee,
            Rights = grant.Rights,
            Expiry = grant.Expiry is { } end ? ShareExpiry.At(end) : ShareExpiry.Keep,
            Location = default,
        };
}
