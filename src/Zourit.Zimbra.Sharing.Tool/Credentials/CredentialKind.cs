namespace Zourit.Zimbra.Sharing.Tool.Credentials;

/// <summary>What proves who logs in.</summary>
internal enum CredentialKind
{
    Password,
    PreauthKey,
    Token,
}
