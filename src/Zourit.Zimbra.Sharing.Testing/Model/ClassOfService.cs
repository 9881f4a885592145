namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>A class of service (COS): attributes that accounts inherit.</summary>
public sealed class ClassOfService(string name, string id)
{
    /// <summary>The name, e.g. <c>default</c> or <c>defaultExternal</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The id, a UUID.</summary>
    public string Id { get; } = id;

    /// <summary>Attributes inherited by its accounts.</summary>
    public AttributeBag Attributes { get; } = new();

    /// <summary>Attributes that accounts do not inherit.</summary>
    internal static IReadOnlyList<string> NotInherited { get; } =
    [
        "cn",
        "objectClass",
        "zimbraACE",
        "zimbraCreateTimestamp",
        "zimbraDisableCrossAccountConversationThreading",
        "zimbraId",
        "zimbraPrefForwardReplyFormat",
        "zimbraPrefSpellIgnoreWord",
    ];
}
