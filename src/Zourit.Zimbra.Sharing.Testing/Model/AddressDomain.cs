namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>The domain of an account, group or guest, from its address.</summary>
internal static class AddressDomain
{
    /// <summary>What follows the last <c>@</c>; without one the whole text.</summary>
    public static string Of(string name) => name[(name.LastIndexOf('@') + 1)..];

    /// <summary>Whether it is an address with a name and a domain.</summary>
    public static bool IsAddress(string address) => address.LastIndexOf('@') is > 0 and var at && at < address.Length - 1;
}
