using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>Names a class of service in a request: <c>&lt;cos by="name"&gt;defaultExternal&lt;/cos&gt;</c>.</summary>
public sealed record CosSelector
{
    private CosSelector(string kind, string value)
    {
        Argument.NotBlank(value);
        Kind = kind;
        Value = value;
    }

    /// <summary>How the class of service is named (<c>by</c>): <c>name</c> or <c>id</c>.</summary>
    public string Kind { get; }

    /// <summary>The name or id.</summary>
    public string Value { get; }

    /// <summary>By name (<c>by="name"</c>), e.g. <c>defaultExternal</c>, that of guests unless their domain has another.</summary>
    public static CosSelector ByName(string name) => new("name", name);

    /// <summary>By id (<c>by="id"</c>), e.g. that of the domain's <c>zimbraDomainDefaultExternalUserCOSId</c>.</summary>
    public static CosSelector ById(string id) => new("id", id);

    internal void Write(RequestWriter writer)
    {
        using (writer.Open("cos"))
        {
            writer.Attribute("by", Kind);
            writer.Text("cos", Value);
        }
    }
}
