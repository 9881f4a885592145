using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>Shows an account with its attributes, those it inherits included by default (docs/protocol.md §7).</summary>
internal static class AccountElement
{
    /// <summary>
    /// An account found by a search, which read the wanted attributes only: without its mail host the server takes it for an external one.
    /// </summary>
    public static XElement Found(SoapCall call, Model.Account account, bool applyCos, string? attributes)
    {
        XElement element = Seen(call, account, applyCos, attributes);
        bool read =
            string.IsNullOrWhiteSpace(attributes)
            || attributes.Split(',', StringSplitOptions.TrimEntries).Contains("zimbraMailHost", StringComparer.OrdinalIgnoreCase);
        element.SetAttributeValue("isExternal", read ? "0" : "1");
        return element;
    }

    /// <summary>An account as far as the administrator may see it.</summary>
    public static XElement Seen(SoapCall call, Model.Account account, bool applyCos, string? attributes)
    {
        var target = AdminTarget.Of(account);
        return Of(call, account, applyCos, attributes, name => call.Authority.Shows(target, name));
    }

    /// <summary>An account just made or changed: all of it, whoever did so (recordings 15-89, 15-124).</summary>
    public static XElement Of(
        SoapCall call,
        Model.Account account,
        bool applyCos = true,
        string? attributes = null,
        Func<string, bool>? shows = null
    )
    {
        IEnumerable<string> names = applyCos ? call.Directory.AllNames(account) : account.Attributes.Names;

        if (attributes is not null)
        {
            string[] wanted = attributes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            names = wanted.Length == 0 ? names : names.Where(name => wanted.Contains(name, StringComparer.OrdinalIgnoreCase));
        }

        var element = new XElement(
            account.IsResource ? "calresource" : "account",
            new XAttribute("name", account.Name),
            new XAttribute("id", account.Id)
        );
        foreach (string name in names)
        {
            IReadOnlyList<string> values = account.Attributes.Values(name);
            element.Add(ShownAttributes.Element(name, values.Count > 0 ? values : call.Directory.AttributeValues(account, name), shows));
        }

        if (attributes is not null)
        {
            return element;
        }

        // Returned though it is not written: the class of service is worked out.
        if (applyCos && account.Attributes["zimbraCOSId"] is null && call.Directory.CosOf(account) is { } cos)
        {
            element.Add(ShownAttributes.Element("zimbraCOSId", [cos.Id], shows));
        }

        element.Add(ShownAttributes.Element("zimbraAuthTokens", call.Directory.Tokens.Registered(account), shows));
        if (account.Password is not null)
        {
            element.Add(ShownAttributes.Element("userPassword", ["VALUE-BLOCKED"], shows));
        }

        return element;
    }
}
