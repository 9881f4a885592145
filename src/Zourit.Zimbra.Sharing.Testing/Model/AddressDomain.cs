namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>The domain of an account, group or guest, from its address.</summary>
internal static class AddressDomain
{
    /// <summary>What follows the last <c>@</c>; without one the whole text.</summary>
    public static string Of(string name) => name[(name.LastIndexOf('@') + 1)..];
}
