using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>Shows an account with its attributes, those it inherits included by default (docs/protocol.md §7).</summary>
internal static class AccountElement
{
    /// <summary>
    /// An account found by a search, which read the wanted attributes only: without its transport the server takes it for an external one.
    /// </summary>
    public static XElement Found(SoapCall call, Model.Account account, bool applyCos, string? attributes)
    {
        XElement element = Of(call, account, applyCos, attributes);
        bool read =
            string.IsNullOrWhiteSpace(attributes)
            || attributes.Split(',', StringSplitOptions.TrimEntries).Contains("zimbraMailTransport", StringComparer.OrdinalIgnoreCase);
        element.SetAttributeValue("isExternal", read ? null : "1");
        return element;
    }

    public static XElement Of(SoapCall call, Model.Account account, bool applyCos = true, string? attributes = null)
    {
        IEnumerable<string> names = applyCos ? call.Directory.AllNames(account) : account.Attributes.Names;

        if (attributes is not null)
        {
            string[] wanted = attributes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            names = wanted.Length == 0 ? names : names.Where(name => wanted.Contains(name, StringComparer.OrdinalIgnoreCase));
        }

        var element = new XElement("account", new XAttribute("name", account.Name), new XAttribute("id", account.Id));
        foreach (string name in names)
        {
            IReadOnlyList<string> values = account.Attributes.Values(name);
            foreach (string value in values.Count > 0 ? values : call.Directory.AttributeValues(account, name))
            {
                element.Add(new XElement("a", new XAttribute("n", name), value));
            }
        }

        // Returned though it is not written: the class of service is worked out.
        if (attributes is null && applyCos && account.Attributes["zimbraCOSId"] is null && call.Directory.CosOf(account) is { } cos)
        {
            element.Add(new XElement("a", new XAttribute("n", "zimbraCOSId"), cos.Id));
        }

        if (attributes is null)
        {
            element.Add(
                call.Directory.Tokens.Registered(account).Select(token => new XElement("a", new XAttribute("n", "zimbraAuthTokens"), token))
            );
        }

        if (account.Password is not null && attributes is null)
        {
            element.Add(new XElement("a", new XAttribute("n", "userPassword"), "VALUE-BLOCKED"));
        }

        return element;
    }
}
