namespace Zourit.Zimbra.Sharing.Values;

/// <summary>The name of an account, group or guest: a mail address.</summary>
internal static class AccountName
{
    /// <summary>What comes after the last <c>@</c>; without one the whole text, since what people type may be a domain alone.</summary>
    public static string DomainOf(string name) => name[(name.LastIndexOf('@') + 1)..];
}
