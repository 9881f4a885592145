using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>What a line, an entry or the defaults say of a share; null where they are silent.</summary>
internal readonly record struct LineValues(
    Permissions? Rights,
    ShareExpiry? Expiry,
    NotifyMode? Notify,
    string? Note,
    bool? Account,
    SourceLocation RightsAt
)
{
    public bool IsSilent => Rights is null && Expiry is null && Notify is null && Note is null && Account is null;

    /// <summary>What this says, and where it is silent the other.</summary>
    public LineValues Or(LineValues other) =>
        new(
            Rights ?? other.Rights,
            Expiry ?? other.Expiry,
            Notify ?? other.Notify,
            Note ?? other.Note,
            Account ?? other.Account,
            Rights is null ? other.RightsAt : RightsAt
        );
}
