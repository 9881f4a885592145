namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>The answer to a <see cref="GetConfigRequest"/>.</summary>
public sealed record GetConfigResponse
{
    /// <summary>
    /// The attribute's values; empty when it has none, or when this administrator may not see them (<c>pd="1"</c>). They may be secret;
    /// printing shows names only.
    /// </summary>
    public required AttributeList Attributes { get; init; }

    /// <summary>Whether this administrator may not see the attribute (<c>pd="1"</c>): then it is not known whether it has values.</summary>
    public bool IsHidden { get; init; }
}
