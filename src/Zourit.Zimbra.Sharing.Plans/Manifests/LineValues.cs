using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>What a line, an entry or the defaults say of a share; null where they are silent.</summary>
internal readonly record struct LineValues
{
    public Permissions? Rights { get; init; }

    public ShareExpiry? Expiry { get; init; }

    public NotifyMode? Notify { get; init; }

    public string? Note { get; init; }

    public bool? Account { get; init; }

    public SourceLocation RightsAt { get; init; }

    public bool IsSilent => Rights is null && Expiry is null && Notify is null && Note is null && Account is null;

    /// <summary>What this says, and where it is silent the other.</summary>
    public LineValues Or(LineValues other) =>
        new()
        {
            Rights = Rights ?? other.Rights,
            Expiry = Expiry ?? other.Expiry,
            Notify = Notify ?? other.Notify,
            Note = Note ?? other.Note,
            Account = Account ?? other.Account,
            RightsAt = Rights is null ? other.RightsAt : RightsAt,
        };
}
