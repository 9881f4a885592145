using System.Globalization;
using System.Text;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>An LDAP search filter whose values are escaped (RFC 4515), so that none can change its meaning.</summary>
public sealed record LdapFilter
{
    private readonly string _text;

    private LdapFilter(string text) => _text = text;

    /// <summary>A filter written by hand, taken as it is.</summary>
    public static LdapFilter Raw(string filter)
    {
        Argument.NotBlank(filter);
        return new LdapFilter(filter);
    }

    /// <summary>The attribute has this value, letter case ignored where the attribute's syntax does.</summary>
    public static LdapFilter Equal(string attribute, string value) => new($"({Name(attribute)}={Escape(value)})");

    /// <summary>The attribute's value starts so.</summary>
    public static LdapFilter StartsWith(string attribute, string value) => new($"({Name(attribute)}={Escape(value)}*)");

    /// <summary>The attribute's value has this in it.</summary>
    public static LdapFilter Contains(string attribute, string value) => new($"({Name(attribute)}=*{Escape(value)}*)");

    /// <summary>The attribute has any value.</summary>
    public static LdapFilter Present(string attribute) => new($"({Name(attribute)}=*)");

    /// <summary>All conditions hold.</summary>
    public static LdapFilter And(params IEnumerable<LdapFilter> filters) => new($"(&{Concatenated(filters)})");

    /// <summary>At least one condition holds.</summary>
    public static LdapFilter Or(params IEnumerable<LdapFilter> filters)
    {
        Argument.NotNull(filters);
        LdapFilter[] all = [.. filters];
        return all is [var one] ? one : new($"(|{Concatenated(all)})");
    }

    /// <summary>The condition does not hold.</summary>
    public static LdapFilter Not(LdapFilter filter) => new($"(!{filter})");

    /// <summary>The filter's text.</summary>
    public override string ToString() => _text;

    private static string Concatenated(IEnumerable<LdapFilter> filters)
    {
        Argument.NotNull(filters);
        return string.Concat(filters);
    }

    private static string Name(string attribute)
    {
        Argument.NotEmpty(attribute);
        return attribute.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or ';')
            ? attribute
            : throw Argument.Invalid(
                new LocalizedText(
                    "An attribute's name has letters, digits and hyphens only.",
                    "Le nom d'un attribut n'a que des lettres, des chiffres et des traits d'union."
                ),
                nameof(attribute)
            );
    }

    private static string Escape(string value)
    {
        Argument.NotNull(value);
        var text = new StringBuilder(value.Length);
        foreach (char c in value)
        {
            if (c is '*' or '(' or ')' or '\\' or '\0')
            {
                text.Append(CultureInfo.InvariantCulture, $"\\{(int)c:x2}");
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }
}
