namespace Zourit.Zimbra.Sharing.Tests.Security;

/// <summary>Texts by which somebody tries to say more than a name. Each holds <see cref="Mark"/>, by which it is found again.</summary>
internal static class HostileText
{
    public const string Mark = "Hostile7";

    public static IReadOnlyDictionary<string, string> All { get; } =
        new Dictionary<string, string>
        {
            ["a header line"] = $"x\r\nX-{Mark}: 1\r\n\r\n{Mark}",
            ["an element"] = $"<{Mark} xmlns=\"urn:{Mark}\"/><!--{Mark}--><?{Mark}?>",
            ["a script"] = $"\"><script>{Mark}</script><img {Mark}=\"1\" src=x onerror='{Mark}'>",
            ["the end of a CDATA section"] = $"]]><{Mark}/><![CDATA[",
            ["an entity"] = $"&{Mark};&#0;&lt;{Mark}/&gt;",
            ["an LDAP filter"] = $"*)(uid=*))(|({Mark}=*",
            ["a search"] = $"{Mark}\" OR in:\"trash",
            ["a path and a form"] = $"../../{Mark}%2F..%0d%0a?{Mark}=1&password={Mark}#x",
            ["a host"] = $"@{Mark}.example.net:1/",
            ["a NUL"] = $"{Mark}\0",
            ["half a character"] = $"{Mark}\uD83C",
            ["characters that turn the line"] = $"\u202E{Mark}\u200F\u2028🎉\uFEFF",
            ["a very long name"] = new string('n', 70_000) + Mark,
        };
}
