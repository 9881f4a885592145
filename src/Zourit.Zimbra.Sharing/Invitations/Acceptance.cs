using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>
/// One guest accepting one link. Every answer that leaves doubt is settled by opening the link again, which shows whether the account
/// exists.
/// </summary>
internal sealed class Acceptance(Connection connection, PersonalLink link, Uri address, string displayName, Secret password)
{
    private const string FormAsBefore = "the link, opened again, still shows the form, but the server may be at it even now";
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);

    private readonly SignUpService _service = new(connection);
    private readonly SignUpRefusal _refusal = new(link, address, connection.Options.TimeProvider);

    /// <summary>A sign-up that the server may be at even now: whatever a later one comes to, it may make the account.</summary>
    private ZimbraOutcomeUnknownException? _open;

    /// <summary>How the last sign-up was lost, and the pause after it; null unless one is sent again.</summary>
    private (ZimbraException Cause, int Number, TimeSpan Pause)? _again;

    public async Task<AcceptedInvitation> RunAsync(TimeSpan publicationWait, CancellationToken cancellationToken)
    {
        TimeProvider time = connection.Options.TimeProvider;
        long started = time.GetTimestamp();
        TimeSpan pause = FirstPause;
        int lost = 0;
        while (true)
        {
            Attempt attempt = await TryAsync(cancellationToken).ConfigureAwait(false);
            TimeSpan left = publicationWait - time.GetElapsedTime(started);
            switch (attempt)
            {
                case { Accepted: { } accepted }:
                    return accepted;

                case { Lost: { } cause }:
                    TimeSpan? waited =
                        lost < connection.Options.MaxRetries
                            ? await connection.CallsTo(address).Verify.PauseAsync(cause, lost, cancellationToken).ConfigureAwait(false)
                            : null;
                    lost++;
                    if (waited is null)
                    {
                        throw _open is null ? NotDone(lost, cause) : InDoubt(FormAsBefore, _open, cause: null);
                    }

                    _again = (cause, lost, waited.Value);

                    continue;

                // The grant is published a moment after it was made (docs/protocol.md §4.9); a refused sign-up has made nothing.
                case { Refusal: { } refusal }
                    when left <= TimeSpan.Zero || refusal.Failure is not (InvitationFailure.NothingShared or InvitationFailure.Refused):
                    throw _open is null || refusal.Failure == InvitationFailure.PasswordRefused
                        ? refusal
                        : InDoubt("a further one was refused", _open, refusal);
            }

            await Task.Delay(pause < left ? pause : left, time, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task<Attempt> TryAsync(CancellationToken cancellationToken)
    {
        if (_open is { } open)
        {
            return await LookAsync(null, open, cancellationToken).ConfigureAwait(false) is { Lost: null } settled
                ? settled
                : await SignUpAsync(cancellationToken).ConfigureAwait(false);
        }

        SignUpPage page = await _service.OpenAsync(address, cancellationToken).ConfigureAwait(false);
        if (page.IsLogin)
        {
            return Exists(Identifier(page), await IsProvenAsync(Identifier(page), cancellationToken).ConfigureAwait(false));
        }

        return page.InvitesToSignUp
            ? await SignUpAsync(cancellationToken).ConfigureAwait(false)
            : new Attempt { Refusal = _refusal.Of(page, SignUpService.Opening) };
    }

    private async Task<Attempt> SignUpAsync(CancellationToken cancellationToken)
    {
        SignUpPage page;
        if (_again is { } again)
        {
            CallTelemetry telemetry = connection.CallsTo(address).Telemetry;
            telemetry.Repeats(SignUpService.SigningUp, again.Number, again.Pause, CallTelemetry.KindOf(again.Cause));
            _again = null;
        }

        try
        {
            page = await _service.SignUpAsync(address, link.Token, displayName, password, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraOutcomeUnknownException lost)
        {
            _open ??= lost.MayStillRun ? lost : null;
            return await LookAsync(null, lost, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraException e) when (_open is not null)
        {
            throw InDoubt("a further one failed", _open, e);
        }

        return page switch
        {
            { SignedUp: true } => Accept(
                AcceptanceOutcome.AccountCreated,
                await IdentifierAsync(page.SessionToken!.Value, cancellationToken).ConfigureAwait(false)
            ),
            { Code: ZimbraFaultCodes.NoShareExists or ZimbraFaultCodes.InvalidPassword } => new Attempt
            {
                Refusal = _refusal.Of(page, SignUpService.SigningUp),
            },

            // The one that was lost has been done meanwhile.
            { Code: ZimbraFaultCodes.AccountExists } when _open is not null => await LookAsync(null, _open, cancellationToken)
                .ConfigureAwait(false),
            _ => await LookAsync(page, _open, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Finds out what became of a sign-up that was not simply accepted: by the page that answered it, or without one.</summary>
    private async Task<Attempt> LookAsync(SignUpPage? answer, ZimbraOutcomeUnknownException? lost, CancellationToken cancellationToken)
    {
        SignUpPage now;
        try
        {
            now = await _service.OpenAsync(address, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraException e)
        {
            // That nothing was done holds for the looking alone.
            throw InDoubt("the link could not be opened again to find out", lost, e);
        }

        if (now.InvitesToSignUp)
        {
            // Still the form: nothing was made so far.
            return answer is null ? new Attempt { Lost = lost }
                : answer.RefusesSignUp ? new Attempt { Refusal = _refusal.Of(answer, SignUpService.SigningUp) }
                : throw InDoubt(FormAsBefore, lost, cause: null);
        }

        return now.IsLogin
            ? await SettleAsync(Identifier(now), answer, lost, cancellationToken).ConfigureAwait(false)
            : throw InDoubt("the link, opened again, shows neither the sign-up form nor the login page", lost, cause: null);
    }

    /// <summary>An account is there now: this guest's, whole or not, or another's.</summary>
    private async Task<Attempt> SettleAsync(
        GuestIdentifier? identifier,
        SignUpPage? answer,
        ZimbraOutcomeUnknownException? lost,
        CancellationToken cancellationToken
    )
    {
        // After the account was made the servlet breaks off at a mountpoint whose name is taken or forbidden (docs/protocol.md §6.4 step
        // 5).
        if (answer?.Code is ZimbraFaultCodes.AlreadyExists or ZimbraFaultCodes.InvalidName)
        {
            return Accept(AcceptanceOutcome.AccountCreatedIncomplete, identifier, answer.Code);
        }

        if (identifier is not { } name || !LinkAddress.IsServer(address, connection))
        {
            return lost is null ? Exists(identifier, isProven: false) : throw lost;
        }

        var account = new AccountOwnershipCheck(connection, name.Value, password);
        try
        {
            if (!await account.TakesPasswordAsync(cancellationToken).ConfigureAwait(false))
            {
                return Exists(identifier, isProven: false);
            }

            // The lost reply may have been the page that reports a mountpoint without a name.
            bool isWhole =
                answer?.Code is null or ZimbraFaultCodes.AccountExists
                && await account.IsWholeAsync(lost is { MayStillRun: true } ? lost : null, cancellationToken).ConfigureAwait(false);
            return Accept(
                isWhole ? AcceptanceOutcome.AccountCreated : AcceptanceOutcome.AccountCreatedIncomplete,
                identifier,
                isWhole ? null : answer?.Code
            );
        }
        catch (ZimbraException e)
        {
            throw InDoubt("whether it is this guest's, and whole, could not be asked", lost, e);
        }
    }

    private ZimbraConnectionException NotDone(int lost, ZimbraOutcomeUnknownException cause) =>
        new(
            $"The sign-up at {address.Authority} was sent {(lost == 1 ? "once" : $"{lost} times")} and got no usable answer, but the link, "
                + $"opened again, still shows the form. No account was made.",
            cause
        )
        {
            Operation = SignUpService.SigningUp,
            IsTransient = true,
        };

    private ZimbraOutcomeUnknownException InDoubt(string why, ZimbraOutcomeUnknownException? lost, ZimbraException? cause) =>
        new(
            $"The sign-up of {link.Mail} may have made the account: its reply was {(lost is null ? "not plain" : "lost")}, and {why}. "
                + $"Accept "
                + $"again to learn it.{(cause is null ? "" : " " + cause.Message)}",
            lost ?? cause
        )
        {
            Operation = SignUpService.SigningUp,
        };

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

    private Attempt Accept(AcceptanceOutcome outcome, GuestIdentifier? identifier, string? code = null) =>
        new()
        {
            Accepted = new AcceptedInvitation
            {
                Outcome = outcome,
                Link = link,
                Identifier = identifier,
                PossibleIdentifier = identifier,
                Code = code,
            },
        };

    /// <summary>
    /// An account has the guest's identifier. It may be another guest's, whose mail gives the same one (docs/protocol.md §6.1): then it
    /// is not
    /// given out as this guest's.
    /// </summary>
    private Attempt Exists(GuestIdentifier? identifier, bool isProven)
    {
        bool isOurs = isProven || identifier is not { MailCandidates.Count: > 1 };
        return new Attempt
        {
            Accepted = new AcceptedInvitation
            {
                Outcome = AcceptanceOutcome.AccountExists,
                Link = link,
                Identifier = isOurs ? identifier : null,
                PossibleIdentifier = identifier,
            },
        };
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

    /// <summary>How one try ended: accepted, refused, or lost on the way with nothing done.</summary>
    private sealed record Attempt
    {
        public AcceptedInvitation? Accepted { get; init; }

        public ZimbraInvitationException? Refusal { get; init; }

        public ZimbraOutcomeUnknownException? Lost { get; init; }
    }
}
