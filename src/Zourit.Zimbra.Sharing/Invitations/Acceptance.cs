using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>
/// One guest accepting one link. Every answer that leaves doubt is settled by opening the link again, which shows whether the account
/// exists.
/// </summary>
internal sealed class Acceptance(Connection connection, PersonalLink link, Uri address, string displayName, Secret password)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);

    private readonly SignUpService _service = new(connection);
    private readonly SignUpRefusal _refusal = new(link, address, connection.Options.TimeProvider);

    private readonly SignUpAttempt _attempt = new(link, address);

    public async Task<AcceptedInvitation> RunAsync(TimeSpan publicationWait, CancellationToken cancellationToken)
    {
        TimeProvider time = connection.Options.TimeProvider;
        long started = time.GetTimestamp();
        TimeSpan pause = FirstPause;
        while (true)
        {
            SignUpResult result = await TryAsync(cancellationToken).ConfigureAwait(false);
            if (result.Accepted is { } accepted)
            {
                return accepted;
            }

            // The grant is published a moment after it was made (docs/protocol.md §4.9); a refused sign-up has made nothing.
            TimeSpan left = publicationWait - time.GetElapsedTime(started);
            var refusal = result.Failure as ZimbraInvitationException;
            if (left <= TimeSpan.Zero || refusal?.Failure is not (InvitationFailure.NothingShared or InvitationFailure.Refused))
            {
                throw _attempt.IsOver || refusal?.Failure is null or InvitationFailure.PasswordRefused
                    ? result.Failure!
                    : _attempt.Unknown(SignUpTexts.FurtherRefused, cause: refusal);
            }

            await Task.Delay(pause < left ? pause : left, time, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task<SignUpResult> TryAsync(CancellationToken cancellationToken)
    {
        if (_attempt.IsOver)
        {
            SignUpPage page = await _service.OpenAsync(address, cancellationToken).ConfigureAwait(false);
            if (page.IsLogin)
            {
                return Exists(Identifier(page), await IsProvenAsync(Identifier(page), cancellationToken).ConfigureAwait(false));
            }

            if (!page.InvitesToSignUp)
            {
                return Refusal(page, SignUpService.Opening);
            }
        }
        else if (await LookAsync(null, cancellationToken).ConfigureAwait(false) is { IsNotDone: false } verdict)
        {
            return verdict.IsDone ? verdict.Result : new SignUpResult(Failure: verdict.Open);
        }

        return await connection
            .CallsTo(address)
            .Verify.RunAsync(_attempt, SignUpAsync, token => LookAsync(null, token), verdict => verdict, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<SignUpResult> SignUpAsync(CancellationToken cancellationToken)
    {
        SignUpPage page = await _service.SignUpAsync(address, link.Token, displayName, password, cancellationToken).ConfigureAwait(false);
        if (page.SignedUp)
        {
            return Accept(
                AcceptanceOutcome.AccountCreated,
                await IdentifierAsync(page.SessionToken!.Value, cancellationToken).ConfigureAwait(false)
            );
        }

        if (page.Code is ZimbraFaultCodes.NoShareExists or ZimbraFaultCodes.InvalidPassword)
        {
            return Refusal(page, SignUpService.SigningUp);
        }

        // Where one that was lost may still run, the account that exists is its work.
        bool isOwn = page.Code == ZimbraFaultCodes.AccountExists && !_attempt.IsOver;
        Verdict<SignUpResult> verdict = await LookAsync(isOwn ? null : page, cancellationToken).ConfigureAwait(false);
        return verdict.IsDone ? verdict.Result : new SignUpResult(Failure: verdict.Open ?? _attempt.NotDone());
    }

    /// <summary>Finds out what became of a sign-up that was not simply accepted: by the page that answered it, or without one.</summary>
    private async Task<Verdict<SignUpResult>> LookAsync(SignUpPage? answer, CancellationToken cancellationToken)
    {
        SignUpPage now;
        try
        {
            now = await _service.OpenAsync(address, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraException e)
        {
            return Unknown(SignUpTexts.NotOpened, answer, e);
        }

        if (now.InvitesToSignUp)
        {
            // Still the form: nothing was made so far.
            return answer is null ? Verdict<SignUpResult>.NotDone
                : answer.RefusesSignUp ? Verdict<SignUpResult>.Done(Refusal(answer, SignUpService.SigningUp))
                : Unknown(SignUpTexts.FormAsBefore, answer);
        }

        return now.IsLogin
            ? await SettleAsync(Identifier(now), answer, cancellationToken).ConfigureAwait(false)
            : Unknown(SignUpTexts.NeitherPage, answer);
    }

    /// <summary>An account is there now: this guest's, whole or not, or another's.</summary>
    private async Task<Verdict<SignUpResult>> SettleAsync(
        GuestIdentifier? identifier,
        SignUpPage? answer,
        CancellationToken cancellationToken
    )
    {
        // After the account was made the servlet breaks off at a mountpoint whose name is taken or forbidden (docs/protocol.md §6.4 step
        // 5).
        if (answer?.Code is ZimbraFaultCodes.AlreadyExists or ZimbraFaultCodes.InvalidName)
        {
            return Verdict<SignUpResult>.Done(Accept(AcceptanceOutcome.AccountCreatedIncomplete, identifier, answer.Code));
        }

        if (identifier is not { } name || !LinkAddress.IsServer(address, connection))
        {
            return answer is not null && _attempt.IsOver
                ? Verdict<SignUpResult>.Done(Exists(identifier, isProven: false))
                : Verdict<SignUpResult>.Unknown(_attempt.Loss!);
        }

        var account = new AccountOwnershipCheck(connection, name.Value, password);
        try
        {
            if (!await account.TakesPasswordAsync(cancellationToken).ConfigureAwait(false))
            {
                return Verdict<SignUpResult>.Done(Exists(identifier, isProven: false));
            }

            // The page that reported a mountpoint without a name may be what was lost.
            bool isWhole =
                answer?.Code is null or ZimbraFaultCodes.AccountExists
                && await account.IsWholeAsync(_attempt.IsOver ? null : _attempt.Loss, cancellationToken).ConfigureAwait(false);
            return Verdict<SignUpResult>.Done(
                Accept(
                    isWhole ? AcceptanceOutcome.AccountCreated : AcceptanceOutcome.AccountCreatedIncomplete,
                    identifier,
                    isWhole ? null : answer?.Code
                )
            );
        }
        catch (ZimbraException e)
        {
            return Unknown(SignUpTexts.NotAsked, answer, e);
        }
    }

    private Verdict<SignUpResult> Unknown(LocalizedText why, SignUpPage? answer, ZimbraException? cause = null) =>
        Verdict<SignUpResult>.Unknown(_attempt.Unknown(why, wasAnswered: answer is not null, cause));

    private SignUpResult Refusal(SignUpPage page, string operation) => new(Failure: _refusal.Of(page, operation));

    /// <summary>Asks with the session that the sign-up opened who the guest is now, and ends that session; else the login page.</summary>
    private async Task<GuestIdentifier?> IdentifierAsync(Secret session, CancellationToken cancellationToken)
    {
        var info = new GetInfoRequest { Sections = ["mbox"] };
        var guest = new RequestDispatcher(
            connection,
            new Session(new GivenToken(session), connection.Options),
            admin: null,
            onBehalfOf: null
        );
        try
        {
            if (!LinkAddress.IsServer(address, connection))
            {
                return Identifier(await _service.OpenAsync(address, cancellationToken).ConfigureAwait(false));
            }

            BatchResponse answers = await guest
                .SendAsync(new BatchRequest([info, new EndSessionRequest { LogOff = true }]), cancellationToken)
                .ConfigureAwait(false);
            return GuestIdentifier.TryParse(answers.OutcomeOf(info).Response?.Name, out GuestIdentifier identifier) ? identifier : null;
        }
        catch (ZimbraException e)
        {
            // The account is made; that its name could not be asked must not hide it.
            connection.Logger.IdentifierUnknown(e.GetType().Name);
            return null;
        }
    }

    private SignUpResult Accept(AcceptanceOutcome outcome, GuestIdentifier? identifier, string? code = null) =>
        new(
            new AcceptedInvitation
            {
                Outcome = outcome,
                Link = link,
                Identifier = identifier,
                PossibleIdentifier = identifier,
                Code = code,
            }
        );

    /// <summary>
    /// An account has the guest's identifier. It may be another guest's, whose mail gives the same one (docs/protocol.md §6.1): then it
    /// is not
    /// given out as this guest's.
    /// </summary>
    private SignUpResult Exists(GuestIdentifier? identifier, bool isProven)
    {
        bool isOurs = isProven || identifier is not { MailCandidates.Count: > 1 };
        return new SignUpResult(
            new AcceptedInvitation
            {
                Outcome = AcceptanceOutcome.AccountExists,
                Link = link,
                Identifier = isOurs ? identifier : null,
                PossibleIdentifier = identifier,
            }
        );
    }

    /// <summary>Whether the account takes the guest's password, where only that tells whose it is: by one login.</summary>
    private async Task<bool> IsProvenAsync(GuestIdentifier? identifier, CancellationToken cancellationToken)
    {
        if (identifier is not { MailCandidates.Count: > 1 } name || !LinkAddress.IsServer(address, connection))
        {
            return false;
        }

        try
        {
            return await new AccountOwnershipCheck(connection, name.Value, password).IsOursAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraException)
        {
            // Not knowing this must not hide that the invitation was accepted.
            return false;
        }
    }

    private GuestIdentifier? Identifier(SignUpPage login) =>
        login.OwnerDomain is { } domain
        && GuestAddress.TryParse(link.Mail, out GuestAddress mail)
        && GuestAddress.AsciiDomain(domain) is not null
            ? GuestIdentifier.For(mail, domain)
            : null;
}
