using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages;

/// <summary>Names an account in a request: <c>&lt;account by="name"&gt;login@asso.org&lt;/account&gt;</c>.</summary>
public sealed record AccountSelector
{
    private AccountSelector(string kind, string value)
    {
        Argument.NotBlank(value);
        Kind = kind;
        Value = value;
    }

    /// <summary>How the account is named (<c>by</c>): <c>name</c>, <c>id</c>, <c>foreignPrincipal</c>, <c>krb5Principal</c>,
    /// <c>adminName</c> or <c>appAdminName</c>. Only AuthRequest knows all of them.</summary>
    public string Kind { get; }

    /// <summary>The name or id.</summary>
    public string Value { get; }

    /// <summary>By mail address or alias (<c>by="name"</c>).</summary>
    public static AccountSelector ByName(string name) => new("name", name);

    /// <summary>By the account's id, a UUID (<c>by="id"</c>).</summary>
    public static AccountSelector ById(string id) => new("id", id);

    /// <summary>By a foreign principal (<c>by="foreignPrincipal"</c>).</summary>
    public static AccountSelector ByForeignPrincipal(string principal) => new("foreignPrincipal", principal);

    /// <summary>By a Kerberos principal (<c>by="krb5Principal"</c>), in AuthRequest only.</summary>
    public static AccountSelector ByKerberosPrincipal(string principal) => new("krb5Principal", principal);

    /// <summary>By an administrator's name (<c>by="adminName"</c>).</summary>
    public static AccountSelector ByAdminName(string name) => new("adminName", name);

    /// <summary>By an application administrator's name (<c>by="appAdminName"</c>).</summary>
    public static AccountSelector ByAppAdminName(string name) => new("appAdminName", name);

    internal void Write(RequestWriter writer, string element)
    {
        using (writer.Open(element))
        {
            writer.Attribute("by", Kind);
            writer.Text(element, Value);
        }
    }
}
