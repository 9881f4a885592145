using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.State;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Assertions;

/// <summary>
/// What must be true of one calendar's shares: <c>fake.Calendar("owner@monasso.org", "/my-events").MustBeSharedWith("adresse@orange.fr",
/// "r")</c>. What counts is what is in force now: inherited grants do, those past their end do not.
/// </summary>
public sealed class CalendarAssertions
{
    private readonly ServerState _state;
    private readonly string _owner;
    private readonly string _path;

    internal CalendarAssertions(ServerState state, string owner, string path)
    {
        _state = state;
        _owner = owner;
        _path = path;
    }

    /// <summary>A guest, account or group has exactly these rights.</summary>
    /// <param name="grantee">The address, letter case ignored.</param>
    /// <param name="rights">The letters, in any order, e.g. <c>rwidx</c>.</param>
    /// <exception cref="FakeZimbraAssertionException">They have others, or none.</exception>
    /// <exception cref="ArgumentException">There is no such account or folder.</exception>
    public CalendarAssertions MustBeSharedWith(string grantee, string rights)
    {
        Argument.NotBlank(grantee);
        Argument.NotBlank(rights);
        return Require(shares => shares.Any(share => share.Is(grantee) && share.Has(rights)), $"must be shared with {grantee} ({rights})");
    }

    /// <summary>A guest, account or group has no share.</summary>
    /// <param name="grantee">The address, letter case ignored.</param>
    /// <exception cref="FakeZimbraAssertionException">They have one.</exception>
    /// <exception cref="ArgumentException">There is no such account or folder.</exception>
    public CalendarAssertions MustNotBeSharedWith(string grantee)
    {
        Argument.NotBlank(grantee);
        return Require(shares => !shares.Any(share => share.Is(grantee)), $"must not be shared with {grantee}");
    }

    /// <summary>Nobody has a share, the public neither.</summary>
    /// <exception cref="FakeZimbraAssertionException">Somebody has one.</exception>
    /// <exception cref="ArgumentException">There is no such account or folder.</exception>
    public CalendarAssertions MustBeSharedWithNobody() => Require(shares => shares.Count == 0, "must be shared with nobody");

    /// <summary>Everybody may read it.</summary>
    /// <exception cref="FakeZimbraAssertionException">They may not.</exception>
    /// <exception cref="ArgumentException">There is no such account or folder.</exception>
    public CalendarAssertions MustBePublic() => Require(shares => shares.Any(share => share.IsPublic), "must be public");

    /// <summary>The public has no share.</summary>
    /// <exception cref="FakeZimbraAssertionException">It has one.</exception>
    /// <exception cref="ArgumentException">There is no such account or folder.</exception>
    public CalendarAssertions MustNotBePublic() => Require(shares => !shares.Any(share => share.IsPublic), "must not be public");

    private CalendarAssertions Require(Func<IReadOnlyList<SeenShare>, bool> holds, string demand)
    {
        IReadOnlyList<SeenShare> shares = _state.Locked(Read);
        return holds(shares)
            ? this
            : throw new FakeZimbraAssertionException(
                $"The calendar {_path} of {_owner} {demand}. It is shared with "
                    + $"{(shares.Count == 0 ? "nobody" : string.Join(", ", shares))}."
            );
    }

    private IReadOnlyList<SeenShare> Read()
    {
        Account owner = _state.Directory.FindAccount(_owner)
            ?? throw Argument.Invalid(new LocalizedText($"The server has no account {_owner}."), "owner");
        MailFolder folder = owner.Mailbox?.Find(_path)
            ?? throw Argument.Invalid(new LocalizedText($"{_owner} has no folder {_path}."), "path");
        long now = _state.Directory.Now.ToUnixTimeMilliseconds();
        return
        [
            .. folder
                .EffectiveAcl.Grants.Where(grant => grant.Expiry == 0 || grant.Expiry > now)
                .Select(grant => SeenShare.Of(_state.Directory, grant)),
        ];
    }
}
