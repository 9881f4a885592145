namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>The name of an account, group or guest: a mail address.</summary>
internal static class AccountName
{
    /// <summary>What stands after the last <c>@</c>; without one the whole text.</summary>
    public static string DomainOf(string name) => name[(name.LastIndexOf('@') + 1)..];
}
