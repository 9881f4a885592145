using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>One share that a manifest wants, or wants to be absent; groups, defaults and lists are resolved, equal lines merged.</summary>
public sealed record DesiredShare
{
    /// <summary>The owner's address as the manifest has it, lower-cased; it may be an alias.</summary>
    public required string Owner { get; init; }

    /// <summary>The calendar; null where the share is to be absent from every calendar of the owner.</summary>
    public required FolderPath? Calendar { get; init; }

    /// <summary>Whom with.</summary>
    public required PlanGrantee Grantee { get; init; }

    /// <summary>The rights; null where the manifest does not say: those of an existing share remain, a new one gets <c>r</c>.</summary>
    public Permissions? Rights { get; init; }

    /// <summary>The end; <see cref="ShareExpiry.Keep"/> where the manifest does not say. An end in the past means absent.</summary>
    public ShareExpiry Expiry { get; init; }

    /// <summary>Whether the server mails.</summary>
    public NotifyMode Notify { get; init; } = NotifyMode.Created;

    /// <summary>The text in the mail; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the guest is to have an account of the server, with this calendar in it.</summary>
    public bool HasAccount { get; init; }

    /// <summary>Whether it is to be absent.</summary>
    public bool IsAbsent { get; init; }

    /// <summary>The place that asks for it, the first of several.</summary>
    public required SourceLocation Location { get; init; }
}
