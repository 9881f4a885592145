namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>The answer to a <see cref="GetConfigRequest"/>.</summary>
/// <param name="Attributes">The attribute's values; empty when it has none. They may be secret; printing shows names only.</param>
public sealed record GetConfigResponse(AttributeList Attributes);
