namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>
/// The effective rights of administrators as searches know them: worked out at an administrator's first search and used for 50 seconds,
/// whatever is granted meanwhile (<c>zimbraShortTermAllEffectiveRightsCacheExpiration</c>; recordings 15-54 to 15-57, 15-208 to 15-210).
/// </summary>
internal sealed class AdminRightsCache(ZimbraDirectory directory)
{
    private readonly Dictionary<string, (DateTimeOffset Since, AdminRights Rights)> _known = [];

    public AdminRights Of(Account administrator)
    {
        TimeSpan kept = TimeSpan.FromMilliseconds(
            Duration.Milliseconds(directory.Config["zimbraShortTermAllEffectiveRightsCacheExpiration"] ?? "50s")
        );
        if (
            !_known.TryGetValue(administrator.Id, out (DateTimeOffset Since, AdminRights Rights) known)
            || directory.Now - known.Since >= kept
        )
        {
            known = _known[administrator.Id] = (directory.Now, AdminRights.Snapshot(directory, administrator));
        }

        return known.Rights;
    }

    /// <summary>Forgets all (FlushCache).</summary>
    public void Flush() => _known.Clear();
}
