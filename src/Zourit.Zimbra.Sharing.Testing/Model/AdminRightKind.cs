namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>What a right allows.</summary>
internal enum AdminRightKind
{
    Do,
    Get,
    Set,
    User,
}
