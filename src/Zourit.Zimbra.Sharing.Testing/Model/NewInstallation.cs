namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>The attributes that a new installation has before anybody changes them: new-installation.txt beside this file.</summary>
internal static class NewInstallation
{
    private static readonly List<(string Flags, string Name, string Value)> Lines = Read();

    /// <summary>What GetInfo shows an account's user besides preferences (the directory's flag accountInfo).</summary>
    public static IReadOnlyList<string> UserVisible { get; } = Names('i');

    /// <summary>What a domain inherits from the global configuration.</summary>
    public static IReadOnlyList<string> InheritedByDomains { get; } = Names('m');

    /// <summary>What GetDomainInfo shows to everybody (the directory's flag domainInfo).</summary>
    public static IReadOnlyList<string> DomainInfo { get; } = Names('v');

    /// <summary>Gives a class of service that comes with the server its values.</summary>
    public static void ApplyToCos(AttributeBag attributes, bool isExternal)
    {
        Apply(attributes, 'd');
        if (isExternal)
        {
            Apply(attributes, 'x');
        }
    }

    /// <summary>Gives a class of service that an administrator makes its values.</summary>
    public static void ApplyToNewCos(AttributeBag attributes) => Apply(attributes, 'c');

    /// <summary>Gives the global configuration its values.</summary>
    public static void ApplyToConfig(AttributeBag attributes) => Apply(attributes, 'g');

    /// <summary>The names that have one of some flags.</summary>
    public static IEnumerable<string> NamesWith(string flags) => flags.SelectMany(Names).Distinct();

    private static List<string> Names(char flag) =>
        [.. Lines.Where(line => line.Flags.Contains(flag, StringComparison.Ordinal)).Select(line => line.Name).Distinct()];

    private static void Apply(AttributeBag attributes, char flag)
    {
        foreach (
            IGrouping<string, string> values in Lines
                .Where(line => line.Flags.Contains(flag, StringComparison.Ordinal))
                .GroupBy(line => line.Name, line => line.Value)
        )
        {
            attributes.Set(values.Key, values.Distinct());
        }
    }

    private static List<(string Flags, string Name, string Value)> Read()
    {
        using Stream stream = typeof(NewInstallation).Assembly.GetManifestResourceStream(
            "Zourit.Zimbra.Sharing.Testing.Model.new-installation.txt"
        )!;
        using var reader = new StreamReader(stream);
        var lines = new List<(string, string, string)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var flags, var name, var value] && flags[0] != '#')
            {
                lines.Add((flags, name, value));
            }
        }

        return lines;
    }
}
