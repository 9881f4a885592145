namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// Recognises misspelled domains of large mail providers (<c>gmial.com</c>, <c>orange.f</c>). Only near certainty counts: a domain that
/// some provider really has is never taken for a misspelling, nor is one that differs in its first letter, as <c>mail.com</c> does.
/// </summary>
internal static class MailDomainSpelling
{
    /// <summary>
    /// Providers with names long enough that one wrong letter is a slip, each with the top-level domains that it has. Short names (free,
    /// sfr, live, gmx, me) have too many real neighbours.
    /// </summary>
    private static readonly (string Name, string[] Suffixes)[] Providers =
    [
        ("gmail", ["com"]),
        ("googlemail", ["com"]),
        ("hotmail", ["com", "fr", "be", "ch", "de", "es", "it", "ca", "co.uk"]),
        ("outlook", ["com", "fr", "be", "de", "es", "it"]),
        ("yahoo", ["com", "fr", "de", "es", "it", "ca", "co.uk"]),
        ("icloud", ["com"]),
        ("protonmail", ["com", "ch"]),
        ("orange", ["fr"]),
        ("wanadoo", ["fr"]),
        ("laposte", ["net"]),
        ("numericable", ["fr"]),
        ("club-internet", ["fr"]),
        ("videotron", ["ca"]),
    ];

    /// <summary>Real words that are one letter away from a name above.</summary>
    private static readonly HashSet<string> OtherWords = new(StringComparer.Ordinal) { "orage.fr", "oranger.fr", "laporte.net" };

    /// <summary>Endings that no domain has, and the one that was meant.</summary>
    private static readonly Dictionary<string, string> NoTopLevelDomains = new(StringComparer.Ordinal)
    {
        ["f"] = "fr",
        ["r"] = "fr",
        ["rf"] = "fr",
        ["ft"] = "fr",
        ["fe"] = "fr",
        ["frr"] = "fr",
        ["ffr"] = "fr",
        ["c"] = "com",
        ["con"] = "com",
        ["cmo"] = "com",
        ["ocm"] = "com",
        ["comm"] = "com",
        ["coom"] = "com",
        ["ccom"] = "com",
        ["vom"] = "com",
        ["xom"] = "com",
        ["cpm"] = "com",
        ["cim"] = "com",
        ["clm"] = "com",
        ["n"] = "net",
        ["nte"] = "net",
        ["ent"] = "net",
        ["nett"] = "net",
        ["nrt"] = "net",
        ["o"] = "org",
        ["ogr"] = "org",
        ["rog"] = "org",
        ["orgg"] = "org",
    };

    /// <summary>Endings that exist, but that none of these names has there.</summary>
    private static readonly Dictionary<string, string> OthersEndings = new(StringComparer.Ordinal)
    {
        ["gmail.fr"] = "gmail.com",
        ["gmail.co"] = "gmail.com",
        ["gmail.cm"] = "gmail.com",
        ["gmail.om"] = "gmail.com",
        ["gmail.org"] = "gmail.com",
        ["gmail.net"] = "gmail.com",
        ["hotmail.co"] = "hotmail.com",
        ["hotmail.cm"] = "hotmail.com",
        ["hotmail.om"] = "hotmail.com",
        ["outlook.co"] = "outlook.com",
        ["outlook.cm"] = "outlook.com",
        ["outlook.om"] = "outlook.com",
        ["yahoo.co"] = "yahoo.com",
        ["yahoo.cm"] = "yahoo.com",
        ["yahoo.om"] = "yahoo.com",
        ["icloud.co"] = "icloud.com",
        ["icloud.cm"] = "icloud.com",
        ["icloud.om"] = "icloud.com",
        ["laposte.ne"] = "laposte.net",
        ["laposte.com"] = "laposte.net",
    };

    /// <summary>The domain that was most likely meant; null when the domain may be right.</summary>
    /// <param name="domain">A mail domain, lower-case ASCII.</param>
    public static string? Suggest(string domain)
    {
        int dot = domain.LastIndexOf('.');
        if (dot < 0)
        {
            return WithoutDot(domain);
        }

        bool isImpossible = NoTopLevelDomains.TryGetValue(domain[(dot + 1)..], out string? ending);
        string possible = isImpossible ? $"{domain[..dot]}.{ending}" : domain;
        string? meant = OtherWords.Contains(possible) ? null : OthersEndings.GetValueOrDefault(possible) ?? Provider(possible);
        return meant ?? (isImpossible ? possible : null);
    }

    /// <summary>The provider whose domain was written without its dot or without its ending.</summary>
    private static string? WithoutDot(string domain) =>
        (
            from provider in Providers
            from suffix in provider.Suffixes
            where domain == provider.Name || domain == provider.Name + suffix
            select $"{provider.Name}.{suffix}"
        ).FirstOrDefault();

    private static string? Provider(string domain)
    {
        foreach ((string name, string[] suffixes) in Providers)
        {
            foreach (string suffix in suffixes)
            {
                int dot = domain.Length - suffix.Length - 1;
                if (
                    dot > 0
                    && domain[dot] == '.'
                    && domain.EndsWith(suffix, StringComparison.Ordinal)
                    && IsSlipOf(domain.AsSpan(0, dot), name)
                )
                {
                    return $"{name}.{suffix}";
                }
            }
        }

        return null;
    }

    /// <summary>
    /// One letter too many, too few, wrong or up to two places away; not the first letter, in which other providers' names differ.
    /// </summary>
    private static bool IsSlipOf(ReadOnlySpan<char> typed, ReadOnlySpan<char> name)
    {
        int start = 0;
        while (start < typed.Length && start < name.Length && typed[start] == name[start])
        {
            start++;
        }

        int end = 0;
        while (end < typed.Length - start && end < name.Length - start && typed[^(end + 1)] == name[^(end + 1)])
        {
            end++;
        }

        ReadOnlySpan<char> written = typed[start..^end];
        ReadOnlySpan<char> meant = name[start..^end];
        bool isMoved =
            written.Length is 2 or 3 && written.Length == meant.Length && (EndsWithFirst(written, meant) || EndsWithFirst(meant, written));
        bool isOneLetter = start > 0 && written.Length <= 1 && meant.Length <= 1 && written.Length + meant.Length > 0;
        return isMoved || isOneLetter;

        // Whether the other text is the one with its first letter moved to the end.
        static bool EndsWithFirst(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
            one[0] == other[^1] && one[1..].SequenceEqual(other[..^1]);
    }
}
