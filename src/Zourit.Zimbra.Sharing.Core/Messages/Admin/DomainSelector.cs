using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>Names a domain in a request: <c>&lt;domain by="name"&gt;asso.org&lt;/domain&gt;</c>.</summary>
public sealed record DomainSelector
{
    private DomainSelector(string kind, string value)
    {
        Argument.NotBlank(value);
        Kind = kind;
        Value = value;
    }

    /// <summary>
    /// How the domain is named (<c>by</c>): <c>name</c>, <c>id</c>, <c>virtualHostname</c>, <c>krb5Realm</c> or <c>foreignName</c>.
    /// </summary>
    public string Kind { get; }

    /// <summary>The name or id.</summary>
    public string Value { get; }

    /// <summary>By name (<c>by="name"</c>).</summary>
    public static DomainSelector ByName(string name) => new("name", name);

    /// <summary>By id (<c>by="id"</c>).</summary>
    public static DomainSelector ById(string id) => new("id", id);

    /// <summary>By virtual host name (<c>by="virtualHostname"</c>).</summary>
    public static DomainSelector ByVirtualHostname(string host) => new("virtualHostname", host);

    /// <summary>By Kerberos realm (<c>by="krb5Realm"</c>).</summary>
    public static DomainSelector ByKerberosRealm(string realm) => new("krb5Realm", realm);

    /// <summary>By foreign name (<c>by="foreignName"</c>).</summary>
    public static DomainSelector ByForeignName(string name) => new("foreignName", name);

    internal void Write(RequestWriter writer)
    {
        using (writer.Open("domain"))
        {
            writer.Attribute("by", Kind);
            writer.Text("domain", Value);
        }
    }
}
