using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Reading;

/// <summary>
/// Asks the library, which knows the server's rules, what will become of an owner's changes: what a policy refuses, addresses that are not
/// what they are taken for, whom nobody needs to mail any more.
/// </summary>
internal sealed class PlanPrediction(ZimbraMailbox mailbox, OwnerPlan plan)
{
    // Each change in its place, as it will be; null where it will not be made.
    private readonly PlannedChange?[] _predicted = [.. plan.Changes];
    private readonly List<LineProblem> _problems = [];
    private readonly List<OwedMail> _settled = [];

    public async Task<OwnerPlan> RunAsync(CancellationToken cancellationToken)
    {
        await AskPolicyAsync(cancellationToken).ConfigureAwait(false);
        await LookUpAsync(cancellationToken).ConfigureAwait(false);
        await PlanGuestsAsync(cancellationToken).ConfigureAwait(false);
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

    // One answer holds for all guests of a domain, and all shares that end at the same time.
    private async Task AskPolicyAsync(CancellationToken cancellationToken)
    {
        ILookup<(GranteeKind Kind, string? Domain, DateTimeOffset? Expiry), int> kinds = Open(ChangeAction.Create, ChangeAction.Change)
            .ToLookup(i => (_predicted[i]!.Grantee.Kind, DomainOf(_predicted[i]!), _predicted[i]!.After!.Expiry));
        foreach (IGrouping<(GranteeKind Kind, string? Domain, DateTimeOffset? Expiry), int> kind in kinds)
        {
            var question = new PolicyQuestion
            {
                Guest = kind.Key.Kind == GranteeKind.Guest ? _predicted[kind.First()]!.Grantee.Name : null,
                Expiry = kind.Key.Expiry is { } end ? ShareExpiry.At(end) : ShareExpiry.Keep,
            };
            SharingPolicy policy = await mailbox.Calendars.CheckPolicyAsync(question, cancellationToken).ConfigureAwait(false);
            PolicyVerdict verdict = kind.Key.Kind switch
            {
                GranteeKind.Guest => policy.Guests,
                GranteeKind.Public => policy.Public,
                _ => policy.Users,
            };
            if (verdict.Answer == PolicyAnswer.Refused)
            {
                LocalizedText text = ReadingTexts.Refused(verdict.Rules.First(rule => rule.Answer == PolicyAnswer.Refused).Text);
                foreach (int i in kind)
                {
                    Refuse(i, text);
                }
            }
        }
    }

    private static string? DomainOf(PlannedChange change) =>
        change.Grantee.Kind == GranteeKind.Guest ? change.Grantee.Name.Split('@')[^1] : null;

    // Guests who are accounts of the server, and users who are not.
    private async Task LookUpAsync(CancellationToken cancellationToken)
    {
        foreach (
            int[] part in Open(ChangeAction.Create)
                .Where(i => _predicted[i]!.Grantee.Kind != GranteeKind.Public)
                .Chunk(AccountLookup.BatchSize)
        )
        {
            IReadOnlySet<string> accounts = await AccountLookup
                .FindAsync(mailbox, [.. part.Select(i => _predicted[i]!.Grantee.Name)], cancellationToken)
                .ConfigureAwait(false);
            foreach (int i in part)
            {
                PlannedChange change = _predicted[i]!;
                bool isAccount = accounts.Contains(change.Grantee.Name);
                if (isAccount && change.Grantee.Kind == GranteeKind.Guest)
                {
                    Refuse(i, ReadingTexts.IsAnAccount(change.Grantee.Name));
                }
                else if (!isAccount && change.Grantee.Kind == GranteeKind.User)
                {
                    _predicted[i] = change with { Warnings = [.. change.Warnings, ReadingTexts.NoAccount(change.Grantee.Name)] };
                }
            }
        }
    }

    private async Task PlanGuestsAsync(CancellationToken cancellationToken)
    {
        int[] guests =
        [
            .. Open(ChangeAction.Create, ChangeAction.Change, ChangeAction.Notify)
                .Where(i => _predicted[i]!.Grantee.Kind == GranteeKind.Guest),
        ];
        if (guests.Length == 0)
        {
            return;
        }

        GuestShareItem[] items = [.. guests.Select(i => Item(_predicted[i]!))];
        await foreach (
            BulkOutcome<ShareItem, ShareChanges> outcome in mailbox
                .Calendars.PlanSharesAsync(items, null, cancellationToken)
                .ConfigureAwait(false)
        )
        {
            int i = guests[outcome.Index];
            if (outcome.Result is { } result)
            {
                _predicted[i] = Predicted(_predicted[i]!, result);
            }
            else
            {
                Refuse(i, outcome.Error is ZimbraException e ? e.Explanation : ReadingTexts.RefusedAs(outcome.Error!.Message));
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

    private static GuestShareItem Item(PlannedChange change) =>
        new()
        {
            Calendar = change.Calendar.Value,
            Guest = change.Grantee.Name,
            Options = ShareOptions.ForGuest(change, change.EnsuresMail),
        };

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
