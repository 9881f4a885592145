using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Credentials;

/// <summary>What proves who logs in.</summary>
internal sealed record Credential(CredentialKind Kind, Secret Secret);
