using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>The shares of a part of a list: those that can be asked for, and why the others cannot.</summary>
internal sealed class BulkShares
{
    private readonly IReadOnlyList<Exception?> _refused;

    private BulkShares(SharedFolder folder, IReadOnlyList<DesiredGrant> desired, IReadOnlyList<Exception?> refused)
    {
        Folder = folder;
        Rounds = [.. InRounds(desired.Where((_, i) => refused[i] is null))];
        _refused = refused;
    }

    /// <summary>The folder, with what is known of the addresses.</summary>
    public SharedFolder Folder { get; }

    /// <summary>
    /// What is desired, in order, as it is to be done one after the other: each part has an account once, which may be named twice by its
    /// aliases.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<DesiredGrant>> Rounds { get; }

    /// <param name="folder">The folder, with what is known of the addresses.</param>
    /// <param name="shares">What is asked for.</param>
    /// <param name="now">The time.</param>
    public static BulkShares Of(SharedFolder folder, IReadOnlyList<ShareItem> shares, DateTimeOffset now)
    {
        DesiredGrant[] desired = [.. shares.Select(share => share.Desire().Complete(folder.OwnerDomain))];
        return new BulkShares(
            folder,
            desired,
            [
                .. desired.Zip(shares, (each, share) =>
                    (each.Problem(now, share.Revoke) ?? each.FolderProblem(folder)) is { } problem
                        ? Argument.Invalid(problem, nameof(shares))
                        : (Exception?)each.AddressProblem(folder)
                ),
            ]
        );
    }

    /// <summary>The outcomes of all, in order.</summary>
    public IReadOnlyList<(TResult? Result, Exception? Error)> Merge<TResult>(IReadOnlyList<(TResult? Result, Exception? Error)> done)
        where TResult : class
    {
        int next = 0;
        return [.. _refused.Select(refused => refused is null ? done[next++] : (null, refused))];
    }

    private List<List<DesiredGrant>> InRounds(IEnumerable<DesiredGrant> all)
    {
        var rounds = new List<List<DesiredGrant>> { new() };
        var grantees = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (DesiredGrant desired in all)
        {
            string grantee = Folder.AccountOf(desired.Address)?.Id ?? desired.Address ?? "";
            if (!grantees.Add(grantee))
            {
                rounds.Add([]);
                grantees.Clear();
                grantees.Add(grantee);
            }

            rounds[^1].Add(desired);
        }

        return rounds;
    }
}
