using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>Makes guests' accounts, one at a time: two owners may ask for the same.</summary>
internal sealed class AccountMaker(ApplyRun run) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<string, PasswordPolicy> _policies = [];

    public void Dispose() => _turn.Dispose();

    public async Task<ChangeOutcome> MakeAsync(PlannedChange change, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            (GuestCreation creation, bool isResumed) = await EnsureAsync(change, cancellationToken).ConfigureAwait(false);
            GuestWarning? missing = creation.Warnings.FirstOrDefault(warning => warning.Code == GuestWarningCode.NoMountpoint);
            ChangeOutcome outcome = ChangeOutcome.Of(change, null) with { Reason = missing?.Text, OwesAccount = missing is not null };
            return missing is null && !isResumed && IsUnchanged(creation) ? outcome with { Status = ChangeStatus.DoneAlready } : outcome;
        }
        catch (Exception e) when (e is ZimbraException or ArgumentException or InvalidOperationException)
        {
            return ChangeOutcome.Of(change, e) with { OwesAccount = true };
        }
        finally
        {
            _turn.Release();
        }
    }

    private static bool IsUnchanged(GuestCreation creation) =>
        creation is { Step: GuestStep.Unchanged, Password: GuestStep.Unchanged }
        && creation.Calendars.All(each => each is { Grant: GuestStep.Unchanged, Mountpoint: GuestStep.Unchanged });

    private async Task<(GuestCreation Creation, bool IsResumed)> EnsureAsync(PlannedChange change, CancellationToken cancellationToken)
    {
        GuestClient guests = run.Client.Guests;
        string domain = OwnerDomain.Of(change.Owner);
        string guest = change.Grantee.Name;
        GuestAccount? account = await guests.FindByMailAsync(domain, guest, cancellationToken).ConfigureAwait(false);
        bool isResumed = await ResumeAsync(account, domain, cancellationToken).ConfigureAwait(false);
        PasswordPolicy policy = await PolicyAsync(domain, cancellationToken).ConfigureAwait(false);
        Secret password = policy.CreatePassword();
        var identifier = GuestIdentifier.For(GuestAddress.Parse(guest), domain);
        bool needsPassword = account is not { HasPassword: not false };
        if (needsPassword)
        {
            await run.Options.Passwords!.AddAsync(guest, identifier, password, cancellationToken).ConfigureAwait(false);
        }

        var wanted = new NewGuestAccount
        {
            Owner = change.Owner,
            Calendar = change.Calendar.Value,
            Guest = guest,
            Password = password,
        };
        GuestCreation creation = await guests.CreateAsync(wanted, cancellationToken).ConfigureAwait(false);
        if (needsPassword && creation.Password == GuestStep.Unchanged)
        {
            // Another run was faster: theirs is the password.
            await run.Options.Passwords!.TakeBackAsync(guest, identifier).ConfigureAwait(false);
        }

        if (creation.Step == GuestStep.Created && run.Options.Journal is { } journal)
        {
            var made = new MadeAccount
            {
                Domain = domain,
                Guest = guest,
                Id = creation.Account.Id,
            };
            await journal.NoteAsync(run.State.Run, run.Now, made, AccountStatus.Made).ConfigureAwait(false);
        }

        return (creation, isResumed);
    }

    // Whom a run suspended because nothing was shared with them is let in again; whom an administrator shut out is not.
    private async Task<bool> ResumeAsync(GuestAccount? account, string domain, CancellationToken cancellationToken)
    {
        if (account is not { Status: GuestStatus.Locked, Identifier: { } identifier } || run.Options.Journal is not { } journal)
        {
            return false;
        }

        MadeAccount? made = journal.MadeAccounts.FirstOrDefault(each => each.Id == account.Id && each.Domain == domain);
        if (made is { SuspendedAt: not null })
        {
            _ = await run.Client.Guests.ResumeAsync(identifier, cancellationToken).ConfigureAwait(false);
            await journal.NoteAsync(run.State.Run, run.Now, made, AccountStatus.Resumed).ConfigureAwait(false);
            return true;
        }

        return false;
    }

    private async Task<PasswordPolicy> PolicyAsync(string domain, CancellationToken cancellationToken)
    {
        if (!_policies.TryGetValue(domain, out PasswordPolicy? policy))
        {
            policy = await run.Client.Guests.GetPasswordPolicyAsync(domain, cancellationToken).ConfigureAwait(false);
            _policies.Add(domain, policy);
        }

        return policy;
    }
}
