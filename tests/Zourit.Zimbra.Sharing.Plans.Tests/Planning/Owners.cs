using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Planning;

/// <summary>What there is, in memory: calendars and grants by owner.</summary>
internal sealed class Owners : IPlanSource
{
    private readonly Dictionary<string, OwnerState> _owners = [];

    public Uri? Server => null;

    public IPlanDirectory? Directory { get; init; }

    public IEnumerable<string> Names => _owners.Keys;

    /// <summary>Adds a calendar with grants as <c>guest m@example.com r 2027-01-01</c>, <c>user a@monasso.org rw</c> or
    /// <c>public</c>.</summary>
    public Owners With(string owner, string calendar, params string[] grants)
    {
        OwnerState state = _owners.GetValueOrDefault(owner)
            ?? new()
            {
                Owner = owner,
                PrimaryAddress = owner,
                OwnerId = $"id-{owner}",
            };
        _owners[owner] = state with
        {
            Calendars =
            [
                .. state.Calendars,
                new()
                {
                    Path = FolderPath.Parse(calendar),
                    FolderId = $"{257 + state.Calendars.Count}",
                    Grants = [.. grants.Select(Grant)],
                },
            ],
        };
        return this;
    }

    public Owners WithState(OwnerState state)
    {
        _owners[state.Owner] = state;
        return this;
    }

    public Task<OwnerState> ReadAsync(string owner, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            _owners.GetValueOrDefault(owner)
                ?? new()
                {
                    Owner = owner,
                    Failure = new LocalizedText("no such account"),
                    IsUnresolved = true,
                }
        );

    public Task<OwnerPlan> PredictAsync(OwnerPlan plan, CancellationToken cancellationToken = default) => Task.FromResult(plan);

    public async IAsyncEnumerable<string> ListOwnersAsync(
        PruningScope scope,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        foreach (string owner in _owners.Keys.Where(owner => scope.Owners.Any(pattern => pattern.Matches(owner))))
        {
            await Task.Yield();
            yield return owner;
        }
    }

    public static GrantState Grant(string text)
    {
        string[] words = text.Split(' ');
        int rights = words[0] == "public" ? 1 : 2;
        return new()
        {
            Grantee =
                words[0] == "public" ? PlanGrantee.Public
                : words[0] == "user" ? PlanGrantee.User(words[1])
                : words[0] == "other" ? PlanGrantee.Known(GranteeKind.Unknown, words[1])
                : PlanGrantee.Guest(words[1]),
            Rights = Permissions.Parse(words.ElementAtOrDefault(rights) ?? "r"),
            Expiry = words.ElementAtOrDefault(rights + 1) is { } end ? DateTimeOffset.Parse(end + "Z", null) : null,
            EffectiveExpiry = words.ElementAtOrDefault(rights + 1) is { } effective ? DateTimeOffset.Parse(effective + "Z", null) : null,
            IsOwn = words.Contains("own"),
        };
    }
}
