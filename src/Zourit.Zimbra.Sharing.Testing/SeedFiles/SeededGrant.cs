using System.Text;

namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>A grant on a folder.</summary>
public sealed class SeededGrant
{
    /// <summary>The grantee's type: <c>usr</c>, <c>grp</c>, <c>dom</c>, <c>cos</c>, <c>all</c>, <c>guest</c>, <c>key</c>,
    /// <c>pub</c>.</summary>
    public required string To { get; init; }

    /// <summary>
    /// The grantee: an address, the name of a domain or class of service, the name of a key; absent for <c>all</c> and <c>pub</c>.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>The rights, in Zimbra's letters; <c>r</c> when absent.</summary>
    public string Rights { get; init; } = "r";

    /// <summary>A guest's password (<c>pw</c>), or the key of a <c>key</c> grant.</summary>
    public string? Password { get; init; }

    /// <summary>When the grant ends; never when absent.</summary>
    public DateTimeOffset? Expires { get; init; }

    private bool PrintMembers(StringBuilder text)
    {
        text.Append(To).Append(' ').Append(Name).Append(' ').Append(Rights);
        return true;
    }
}
