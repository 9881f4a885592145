using System.Buffers;
using System.Xml;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>The server's rules for folder names (docs/protocol.md §3.6).</summary>
internal static class FolderNames
{
    private static readonly string[] Views =
    [
        "folder",
        "searchfolder",
        "tag",
        "conversation",
        "message",
        "contact",
        "invite",
        "document",
        "note",
        "flag",
        "appointment",
        "virtual_conversation",
        "mountpoint",
        "wiki",
        "task",
        "chat",
        "comment",
        "link",
    ];

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("/:\"\t\r\n");

    public static string Checked(string name) =>
        IsAllowed(name) ? Trimmed(name) : throw new SoapFault("mail.INVALID_NAME", $"invalid name: {name}", ("name", "STR", name));

    public static bool IsAllowed(string name)
    {
        string trimmed = Trimmed(name);
        return trimmed.Length is > 0 and <= 255
            && trimmed is not ("." or "..")
            && !trimmed.AsSpan().ContainsAny(Forbidden)
            && trimmed.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c));
    }

    private static string Trimmed(string name) => name.TrimEnd(' ');

    public static void RequireFree(MailFolder parent, string name, MailFolder? except = null)
    {
        if (parent.Children.Any(child => child != except && string.Equals(child.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new SoapFault("mail.ALREADY_EXISTS", $"object with that name already exists: {name}", ("name", "STR", name));
        }
    }

    /// <summary>A view's word in lower case; unknown words mean none.</summary>
    public static string View(string? word) =>
        word?.ToLowerInvariant() switch
        {
            null => "",
            "briefcase" => "document",
            var view => Views.Contains(view) ? view : "",
        };
}
