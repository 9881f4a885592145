using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// On what an administrator's right is granted: <c>&lt;target type="domain" by="name"&gt;asso.org&lt;/target&gt;</c>. A right granted on a
/// domain holds for its accounts, lists and calendar resources.
/// </summary>
public sealed record RightTarget
{
    private RightTarget(string kind, string? value, string by = "name")
    {
        if (value is not null)
        {
            Argument.NotBlank(value);
        }

        Kind = kind;
        Value = value;
        By = by;
    }

    /// <summary>The whole server, all domains and accounts included (<c>global</c>).</summary>
    public static RightTarget Global { get; } = new("global", value: null);

    /// <summary>The global configuration (<c>config</c>).</summary>
    public static RightTarget Config { get; } = new("config", value: null);

    /// <summary>
    /// What it is (<c>type</c>): <c>domain</c>, <c>account</c>, <c>cos</c>, <c>server</c>, <c>config</c> or <c>global</c>.
    /// </summary>
    public string Kind { get; }

    /// <summary>Its name or id; null for <see cref="Global"/> and <see cref="Config"/>.</summary>
    public string? Value { get; }

    /// <summary>How it is named (<c>by</c>): <c>name</c> or <c>id</c>.</summary>
    public string By { get; }

    /// <summary>A domain, by name.</summary>
    public static RightTarget Domain(string name) => new("domain", name);

    /// <summary>An account, by name.</summary>
    public static RightTarget Account(string name) => new("account", name);

    /// <summary>An account, by its id.</summary>
    public static RightTarget AccountWithId(string id) => new("account", id, "id");

    /// <summary>A class of service, by name.</summary>
    public static RightTarget Cos(string name) => new("cos", name);

    /// <summary>A class of service, by its id.</summary>
    public static RightTarget CosWithId(string id) => new("cos", id, "id");

    /// <summary>A server, by name.</summary>
    public static RightTarget Server(string name) => new("server", name);

    /// <summary>Type and name, e.g. <c>domain asso.org</c>: also how zmprov wants them.</summary>
    public override string ToString() => Value is null ? Kind : $"{Kind} {Value}";

    internal void Write(RequestWriter writer)
    {
        using (writer.Open("target"))
        {
            writer.Attribute("type", Kind);
            if (Value is { } value)
            {
                writer.Attribute("by", By);
                writer.Text("target", value);
            }
        }
    }

    /// <summary>What grants and revocations of a right say: on what, whose, and which.</summary>
    internal void WriteRight(RequestWriter writer, string administrator, string right)
    {
        Write(writer);
        using (writer.Open("grantee"))
        {
            writer.Attribute("type", "usr");
            writer.Attribute("by", "name");
            writer.Text("grantee", administrator);
        }

        writer.Element("right", right);
    }
}
