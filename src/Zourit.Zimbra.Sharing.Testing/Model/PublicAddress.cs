using System.Globalization;
using System.Text;

namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>The addresses the server gives out (docs/protocol.md §8.9).</summary>
internal static class PublicAddress
{
    /// <summary>BASE of an account's domain.</summary>
    public static string Base(ZimbraDirectory directory, Account account)
    {
        AttributeBag? domain = directory.FindDomain(account.DomainName)?.Attributes;
        string? host = domain?["zimbraPublicServiceHostname"] ?? directory.Config["zimbraPublicServiceHostname"];
        if (host is null)
        {
            // Without a public name the port is always printed.
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{directory.UserUri.Scheme}://{directory.UserUri.Host}:{directory.UserUri.Port}"
            );
        }

        string protocol = domain?["zimbraPublicServiceProtocol"] ?? directory.Config["zimbraPublicServiceProtocol"] ?? "http";
        string? port = domain?["zimbraPublicServicePort"] ?? directory.Config["zimbraPublicServicePort"];
        bool printed = port is not null && ((protocol == "http" && port != "80") || (protocol == "https" && port != "443"));
        return $"{protocol}://{host}{(printed ? ":" + port : "")}";
    }

    /// <summary>The REST address of a folder, without suffix.</summary>
    public static string Rest(ZimbraDirectory directory, Account account, MailFolder folder) =>
        $"{Base(directory, account)}/home/{account.Name}{Escape(folder.Path)}";

    /// <summary>The server's own escaping: one surrogate at a time, so an emoji becomes <c>%3F%3F</c>.</summary>
    public static string Escape(string path)
    {
        var text = new StringBuilder();
        foreach (char c in path)
        {
            if (c >= 0x7F)
            {
                foreach (byte b in Encoding.UTF8.GetBytes([char.IsSurrogate(c) ? '?' : c]))
                {
                    text.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
                }
            }
            else if (" \"#%&+<>?[\\]^`{|}".Contains(c, StringComparison.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }
}
