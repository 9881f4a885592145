using Zourit.Zimbra.Sharing.Testing.SeedFiles;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Seeding;

/// <summary>
/// Gives a delegated administrator, or a group of them, its rights before the test starts. Without any it may log in at the admin service,
/// and no more.
/// </summary>
public sealed class AdministratorSeed
{
    private readonly Action<SeededRight> _grant;

    internal AdministratorSeed(Action<SeededRight> grant) => _grant = grant;

    /// <summary>Rights on the administrator's own domain and its accounts, such as <c>adminLoginAs</c>, <c>listAccount</c>,
    /// <c>get.account.zimbraSharedItem</c>, <c>set.account.zimbraAccountStatus</c>, <c>getAccount</c> (all attributes).</summary>
    /// <param name="rights">The rights' names, as in <c>GrantRightRequest</c>.</param>
    /// <exception cref="FormatException">When the server starts: there is no such right, or it cannot be granted on a domain.</exception>
    public AdministratorSeed Grant(params string[] rights) => Add("domain", null, rights, isDenied: false);

    /// <summary>Rights on another entry.</summary>
    /// <param name="type">
    /// <c>domain</c>, <c>account</c>, <c>calresource</c>, <c>dl</c> (holds for its members), <c>cos</c>, <c>server</c>, <c>config</c> or
    /// <c>global</c> (everything).
    /// </param>
    /// <param name="target">The entry's name; null for <c>config</c>, <c>global</c> and the one server. It may be seeded later.</param>
    /// <param name="rights">The rights' names.</param>
    /// <exception cref="FormatException">When the server starts: there is no such right or entry, or the right cannot be granted
    /// there.</exception>
    public AdministratorSeed GrantOn(string type, string? target, params string[] rights) => Add(type, target, rights, isDenied: false);

    /// <summary>Denies rights on an entry: what is nearer to an account wins, and a denial wins over a grant on the same entry.</summary>
    /// <inheritdoc cref="GrantOn" path="/param"/>
    /// <inheritdoc cref="GrantOn" path="/exception"/>
    public AdministratorSeed DenyOn(string type, string? target, params string[] rights) => Add(type, target, rights, isDenied: true);

    private AdministratorSeed Add(string type, string? target, string[] rights, bool isDenied)
    {
        Argument.NotEmpty(type);
        Argument.NotNull(rights);
        foreach (string right in rights)
        {
            _grant(
                new SeededRight
                {
                    Right = right,
                    On = type,
                    Target = target,
                    Deny = isDenied,
                }
            );
        }

        return this;
    }
}
