using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>
/// Writes addresses as the server does: what a path may hold stays, <c>;</c> included, and half of a character beyond the BMP becomes a
/// question mark (docs/protocol.md §A.6).
/// </summary>
internal static class DavHref
{
    private const string Plain = "-_.~!*'();,/";

    public static string Escape(string path) =>
        string.Concat(
            path.Select(c => char.IsAsciiLetterOrDigit(c) || Plain.Contains(c, StringComparison.Ordinal) ? c.ToString() : Quote(c))
        );

    public static string Home(Account account) => $"/dav/{Escape(account.Name)}/";

    public static string Principal(Account account) => $"/principals/users/{Escape(account.Name)}/";

    public static string Folder(Account owner, MailFolder folder) => $"/dav/{Escape(owner.Name)}{Escape(folder.Path)}/";

    // Such a folder can be asked about, but not written to (A.6).
    public static bool IsWritable(MailFolder folder) => !folder.Path.Any(char.IsSurrogate);

    /// <summary>Whether the server can ask itself for a mountpoint's target by the address that it writes.</summary>
    public static bool CanFollow(MailFolder target) => !target.Path.Any(char.IsSurrogate) && target.Path.AsSpan().IndexOfAny(';', '?') < 0;

    private static string Quote(char c) => char.IsSurrogate(c) ? "%3F" : Uri.EscapeDataString(c.ToString());
}
