using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>One change of one share.</summary>
public sealed record PlannedChange
{
    /// <summary>A name of the change that is the same in every plan that holds it.</summary>
    public string Id => ChangeId.Of(this);

    /// <summary>The owner's address.</summary>
    public required string Owner { get; init; }

    /// <summary>The calendar.</summary>
    public required FolderPath Calendar { get; init; }

    /// <summary>The calendar's folder id in the owner's mailbox; null where it is not known.</summary>
    public string? FolderId { get; init; }

    /// <summary>The calendar's folder UUID; null where it is not known.</summary>
    public string? FolderUuid { get; init; }

    /// <summary>Whom it is shared with.</summary>
    public required PlanGrantee Grantee { get; init; }

    /// <summary>The grantee's account id (<c>zid</c>); null where it is not known, or for guests, who have none.</summary>
    public string? GranteeId { get; init; }

    /// <summary>What is done.</summary>
    public required ChangeAction Action { get; init; }

    /// <summary>The share as it is; null for none.</summary>
    public ShareValue? Before { get; init; }

    /// <summary>The share as it will be; null where there will be none.</summary>
    public ShareValue? After { get; init; }

    /// <summary>Whether the server mails about it.</summary>
    public bool Mail { get; init; }

    /// <summary>The text in the mail; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>Whether whoever was not mailed by an earlier run is mailed now (<c>notify: ensure</c>).</summary>
    public bool EnsuresMail { get; init; }

    /// <summary>Why.</summary>
    public required ChangeReason Reason { get; init; }

    /// <summary>The place in the manifest, or in the record, that asks for it; null where it is not named anywhere.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>Whether it waits until it comes from a saved plan whose SHA-256 is given (the policy's <c>approve</c>).</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>Whether only the directory says what there is (<see cref="PlanOptions.DirectoryOnly"/>): nothing was looked up in the
    /// mailbox.</summary>
    public bool IsUnverified { get; init; }

    /// <summary>What is worth knowing before it is done.</summary>
    public IReadOnlyList<LocalizedText> Warnings
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<LocalizedText>.Empty;

    /// <summary>Whether it counts towards the limits of removals: a removal, fewer rights, or an earlier end.</summary>
    public bool TakesAway => Action == ChangeAction.Remove || (Action == ChangeAction.Change && After!.IsLessThan(Before!));

    /// <summary>Whether it gives more rights than there were.</summary>
    public bool Widens => Action == ChangeAction.Change && !Before!.Rights.Includes(After!.Rights);
}
