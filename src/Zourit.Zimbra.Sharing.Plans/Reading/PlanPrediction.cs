using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Reading;

/// <summary>
/// Asks the library, which knows the server's rules, what will become of an owner's changes: what a policy refuses, addresses that are not
/// what they are taken for, whom nobody needs to mail any more.
/// </summary>
internal sealed class PlanPrediction(ZimbraClient client, AddressBook addresses, OwnerPlan plan)
{
    // The plans of shares asked for the owner a moment ago.
    private static readonly TimeSpan MostAge = TimeSpan.FromMinutes(1);

    private readonly ZimbraMailbox _mailbox = client.Mailbox(plan.Owner);

    // Each change in its place, as it will be; null where it will not be made.
    private readonly PlannedChange?[] _predicted = [.. plan.Changes];
    private readonly List<LineProblem> _problems = [];
    private readonly List<OwedMail> _settled = [];

    public async Task<OwnerPlan> RunAsync(CancellationToken cancellationToken)
    {
        await LookUpAsync(cancellationToken).ConfigureAwait(false);
        await PlanSharesAsync(Open(ChangeAction.Create, ChangeAction.Change, ChangeAction.Notify), cancellationToken).ConfigureAwait(false);
        await PlanSharesAsync(await AskPolicyAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        await PlanMailsAsync(cancellationToken).ConfigureAwait(false);
        int settled = plan.Changes.Where((change, i) => change.Action == ChangeAction.Change && _predicted[i] is null).Count();
        return plan with
        {
            Changes = [.. _predicted.OfType<PlannedChange>()],
            Problems = [.. plan.Problems, .. _problems],
            SettledMails = _settled,
            Unchanged = plan.Unchanged + settled,
        };
    }

    private int[] Open(params ChangeAction[] actions) =>
        [.. Enumerable.Range(0, _predicted.Length).Where(i => _predicted[i] is { } change && actions.Contains(change.Action))];

    // One answer holds for all guests of a domain, and all shares that end at the same time. It gives the changes that the policy alters.
    private async Task<int[]> AskPolicyAsync(CancellationToken cancellationToken)
    {
        List<int> altered = [];
        ILookup<(GranteeKind Kind, string? Domain, DateTimeOffset? Expiry), int> kinds = Open(ChangeAction.Create, ChangeAction.Change)
            .ToLookup(i => (_predicted[i]!.Grantee.Kind, DomainOf(_predicted[i]!), _predicted[i]!.After!.Expiry));
        foreach (IGrouping<(GranteeKind Kind, string? Domain, DateTimeOffset? Expiry), int> kind in kinds)
        {
            var question = new PolicyCheckOptions
            {
                Guest = kind.Key.Kind == GranteeKind.Guest ? _predicted[kind.First()]!.Grantee.Name : null,
                Expiry = kind.Key.Expiry is { } end ? ShareExpiry.At(end) : ShareExpiry.Keep,
                MaxAge = MostAge,
            };
            SharingPolicy policy = await _mailbox.Calendars.CheckPolicyAsync(question, cancellationToken).ConfigureAwait(false);
            PolicyVerdict verdict = kind.Key.Kind switch
            {
                GranteeKind.Guest => policy.Guests,
                GranteeKind.Public => policy.Public,
                _ => policy.Users,
            };
            if (verdict.Answer == PolicyAnswer.Refused)
            {
                PolicyRule[] refusing = [.. verdict.Rules.Where(rule => rule.Answer == PolicyAnswer.Refused)];
                bool isCapped = kind.Key.Kind != GranteeKind.Public && Array.TrueForAll(refusing, IsLifetime);
                foreach (int i in kind)
                {
                    if (isCapped)
                    {
                        Cap(i, ReadingTexts.Capped(refusing[0].Text));
                        altered.Add(i);
                    }
                    else
                    {
                        Refuse(i, ReadingTexts.Refused(refusing[0].Text));
                    }
                }
            }
        }

        return [.. altered];
    }

    private static bool IsLifetime(PolicyRule rule) => rule.Attribute.EndsWith("ShareLifetime", StringComparison.Ordinal);

    // Without an end of its own a share ends at the latest that the policy allows, which is what a later end is taken for. A public one
    // would get that end as its own, and be changed again each time.
    private void Cap(int i, LocalizedText warning)
    {
        PlannedChange change = _predicted[i]!;
        _predicted[i] = change with { After = change.After! with { Expiry = null }, Warnings = [.. change.Warnings, warning] };
    }

    private static string? DomainOf(PlannedChange change) =>
        change.Grantee.Kind == GranteeKind.Guest ? change.Grantee.Name.Split('@')[^1] : null;

    // Guests who are accounts or lists of the server, and users who are neither, or the owner.
    private async Task LookUpAsync(CancellationToken cancellationToken)
    {
        List<int> unknown = [];
        int[] created = [.. Open(ChangeAction.Create).Where(i => AddressBook.IsAsked(_predicted[i]!))];
        IReadOnlyDictionary<string, string?> accounts = await addresses
            .AccountsAsync(_mailbox, created.Select(i => _predicted[i]!.Grantee.Name), cancellationToken)
            .ConfigureAwait(false);
        foreach (int i in created)
        {
            PlanGrantee grantee = _predicted[i]!.Grantee;
            if (!accounts.TryGetValue(grantee.Name, out string? id))
            {
                unknown.Add(i);
            }
            else if (grantee.Kind == GranteeKind.Guest)
            {
                Refuse(i, ReadingTexts.IsAnAccount(grantee.Name));
            }
            else if (id is not null && id == plan.OwnerId)
            {
                Refuse(i, ReadingTexts.IsTheOwner(grantee.Name));
            }
        }

        await LookUpListsAsync(unknown, cancellationToken).ConfigureAwait(false);
    }

    private async Task LookUpListsAsync(List<int> unknown, CancellationToken cancellationToken)
    {
        if (unknown.Count == 0)
        {
            return;
        }

        HashSet<string> lists = await addresses
            .ListsAsync([.. unknown.Select(i => _predicted[i]!.Grantee.Name)], cancellationToken)
            .ConfigureAwait(false);
        foreach (int i in unknown)
        {
            PlannedChange change = _predicted[i]!;
            string name = change.Grantee.Name;
            if (change.Grantee.Kind == GranteeKind.Guest)
            {
                if (lists.Contains(name))
                {
                    Refuse(i, ReadingTexts.IsAList(name));
                }
            }
            else if (!lists.Contains(name))
            {
                await NameNobodyAsync(i, change, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task NameNobodyAsync(int i, PlannedChange change, CancellationToken cancellationToken)
    {
        if (await addresses.SeesAllAsync(cancellationToken).ConfigureAwait(false))
        {
            Refuse(i, ReadingTexts.IsNobody(change.Grantee.Name));
        }
        else
        {
            _predicted[i] = change with { Warnings = [.. change.Warnings, ReadingTexts.NoAccount(change.Grantee.Name)] };
        }
    }

    private async Task PlanSharesAsync(int[] shares, CancellationToken cancellationToken)
    {
        ShareItem[] items = [.. shares.Select(i => Item(_predicted[i]!))];
        await foreach (
            BulkOutcome<ShareItem, ShareChanges> outcome in _mailbox
                .Calendars.PlanSharesAsync(items, null, cancellationToken)
                .ConfigureAwait(false)
        )
        {
            int i = shares[outcome.Index];
            if (outcome.Result is { } result)
            {
                _predicted[i] = Predicted(_predicted[i]!, result);
            }
            else
            {
                Refuse(i, outcome.Error is ZimbraException e ? e.Explanation : ReadingTexts.RefusedAs(outcome.Error!.Explain()));
            }
        }
    }

    private PlannedChange? Predicted(PlannedChange change, ShareChanges result)
    {
        bool mails = change.Mail && result.MailTo is not null;
        if (change.Mail && !mails)
        {
            _settled.Add(OwedMail.Of(change.Owner, change.Calendar, change.Grantee));
        }

        return result.Outcome == ShareOutcome.Unchanged && !mails ? null : change with { Mail = mails };
    }

    private static ShareItem Item(PlannedChange change)
    {
        string calendar = change.Calendar.Value;
        return change.Grantee.Kind switch
        {
            GranteeKind.Public => new PublicShareItem { Calendar = calendar, Options = ShareOptions.ForEverybody(change) },
            GranteeKind.User => new UserShareItem
            {
                Calendar = calendar,
                User = change.Grantee.Name,
                Options = ShareOptions.ForUser(change, change.EnsuresMail),
            },
            _ => new GuestShareItem
            {
                Calendar = calendar,
                Guest = change.Grantee.Name,
                Options = ShareOptions.ForGuest(change, change.EnsuresMail),
            },
        };
    }

    // Changed rights are no news by themselves: whom a mail about the share reached gets no other.
    private async Task PlanMailsAsync(CancellationToken cancellationToken)
    {
        int[] changed = [.. Open(ChangeAction.Change).Where(i => _predicted[i]!.Mail)];
        ShareItem[] items = [.. changed.Select(i => Item(_predicted[i]! with { After = _predicted[i]!.Before }))];
        await foreach (
            BulkOutcome<ShareItem, ShareChanges> outcome in _mailbox
                .Calendars.PlanSharesAsync(items, null, cancellationToken)
                .ConfigureAwait(false)
        )
        {
            PlannedChange change = _predicted[changed[outcome.Index]]!;
            bool mails = outcome.Result?.MailTo is not null;
            _predicted[changed[outcome.Index]] = change with { Mail = mails, EnsuresMail = mails };
            if (!mails)
            {
                _settled.Add(OwedMail.Of(change.Owner, change.Calendar, change.Grantee));
            }
        }
    }

    private static bool IsOf(PlannedChange change, PlannedChange other) =>
        change.Calendar == other.Calendar && change.Grantee == other.Grantee;

    private void Refuse(int i, LocalizedText text)
    {
        PlannedChange refused = _predicted[i]!;
        _problems.Add(new() { Location = refused.Location ?? default, Text = text });
        _predicted[i] = null;
        if (refused.Action == ChangeAction.Create)
        {
            // No share, no account.
            int account = Array.FindIndex(_predicted, change => change?.Action == ChangeAction.CreateAccount && IsOf(change, refused));
            _predicted[account < 0 ? i : account] = null;
        }
    }
}
