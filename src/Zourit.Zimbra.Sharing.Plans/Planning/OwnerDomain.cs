namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>The domain of an owner's address.</summary>
internal static class OwnerDomain
{
    public static string Of(string owner) => owner[(owner.LastIndexOf('@') + 1)..];
}
