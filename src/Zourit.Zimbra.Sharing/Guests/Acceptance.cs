using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>One guest accepting one link. Every answer that leaves doubt is settled by opening the link again, which shows whether the account exists.</summary>
internal sealed class Acceptance(Connection connection, PersonalLink link, Uri address, string displayName, Secret password)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);

    private readonly SignUpService _service = new(connection);

    public async Task<AcceptedInvitation> RunAsync(TimeSpan publicationWait, CancellationToken cancellationToken)
    {
        TimeProvider time = connection.Options.TimeProvider;
        long started = time.GetTimestamp();
        int lost = 0;
        for (TimeSpan pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            Attempt attempt = await TryAsync(cancellationToken).ConfigureAwait(false);
            TimeSpan left = publicationWait - time.GetElapsedTime(started);
            switch (attempt)
            {
                case { Accepted: { } accepted }:
                    return accepted;

                case { Lost: { } cause } when ++lost > connection.Options.MaxRetries:
                    throw new ZimbraConnectionException(
                        $"The sign-up at {address.Authority} was sent {(lost == 1 ? "once" : $"{lost} times")} and got no usable answer, but the link, opened again, still shows the form. No account was made.", cause)
                    {
                        Operation = "extuserprov",
                        IsTransient = true,
                    };

                // The grant is published a moment after it was made (protocol.md §4.9); a refused sign-up has made nothing.
                case { Refusal: { } refusal } when left <= TimeSpan.Zero || refusal.Failure is not (InvitationFailure.NothingShared or InvitationFailure.Refused):
                    throw refusal;
            }

            await Task.Delay(attempt.Lost is not null || pause < left ? pause : left, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Attempt> TryAsync(CancellationToken cancellationToken)
    {
        SignUpPage page = await _service.OpenAsync(address, cancellationToken).ConfigureAwait(false);
        if (page.IsLogin)
        {
            return Accept(AcceptanceOutcome.AccountExists, Identifier(page));
        }

        return page.InvitesToSignUp ? await SignUpAsync(cancellationToken).ConfigureAwait(false) : new Attempt { Refusal = Refuse(page) };
    }

    private async Task<Attempt> SignUpAsync(CancellationToken cancellationToken)
    {
        SignUpPage page;
        try
        {
            page = await _service.SignUpAsync(address, link.Token, displayName, password, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraOutcomeUnknownException lost)
        {
            return await LookAsync(null, lost, cancellationToken).ConfigureAwait(false);
        }

        return page switch
        {
            { SignedUp: true } => Accept(AcceptanceOutcome.AccountCreated, await IdentifierAsync(page.SessionToken!.Value, cancellationToken).ConfigureAwait(false)),
            { Code: ZimbraFaultCodes.NoShareExists or ZimbraFaultCodes.InvalidPassword } => new Attempt { Refusal = Refuse(page) },
            _ => await LookAsync(page, null, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Finds out what became of a sign-up that was not simply accepted: one of the two says how it was answered.</summary>
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
            // Still the form: nothing was made.
            return lost is not null ? new Attempt { Lost = lost } : new Attempt { Refusal = Refuse(answer!) };
        }

        if (!now.IsLogin)
        {
            throw InDoubt("the link, opened again, shows neither the sign-up form nor the login page", lost, cause: null);
        }

        GuestIdentifier? identifier = Identifier(now);

        // After the account was made the servlet breaks off at a mountpoint whose name is taken or forbidden (protocol.md §6.4 step 5).
        if (answer?.Code is ZimbraFaultCodes.AlreadyExists or ZimbraFaultCodes.InvalidName)
        {
            return Accept(AcceptanceOutcome.AccountCreatedIncomplete, identifier, answer.Code);
        }

        return await IsOursAsync(identifier, lost, cancellationToken).ConfigureAwait(false) switch
        {
            true when answer is null => Accept(AcceptanceOutcome.AccountCreated, identifier),
            true => Accept(AcceptanceOutcome.AccountCreatedIncomplete, identifier, answer.Code),
            null when lost is not null => throw lost,
            _ => Accept(AcceptanceOutcome.AccountExists, identifier),
        };
    }

    /// <summary>Whether the account that exists now has our password; null when that cannot be asked. One login at the most: each wrong one counts.</summary>
    private async Task<bool?> IsOursAsync(GuestIdentifier? identifier, ZimbraOutcomeUnknownException? lost, CancellationToken cancellationToken)
    {
        if (identifier is not { } name || !LinkAddress.IsServer(address, connection))
        {
            return null;
        }

        try
        {
            await new Exchange(connection, user: null, admin: null, onBehalfOf: null).SendAsync(
                new AuthRequest { Account = AccountSelector.ByName(name.Value), Password = password }, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.AuthFailed)
        {
            return false;
        }
        catch (ZimbraException e)
        {
            throw InDoubt("whether it is this guest's could not be asked", lost, e);
        }
    }

    private ZimbraOutcomeUnknownException InDoubt(string why, ZimbraOutcomeUnknownException? lost, ZimbraException? cause) => new(
        $"The sign-up of {link.Mail} may have made the account: its reply was {(lost is null ? "not plain" : "lost")}, and {why}. Accept again to learn it.{(cause is null ? "" : " " + cause.Message)}", lost ?? cause)
    { Operation = "extuserprov POST" };

    /// <summary>Asks with the session that the sign-up opened who the guest is now, and ends that session; else the login page.</summary>
    private async Task<GuestIdentifier?> IdentifierAsync(Secret session, CancellationToken cancellationToken)
    {
        var info = new GetInfoRequest { Sections = ["mbox"] };
        var guest = new Exchange(connection, new Session(new GivenToken(session), connection.Options), admin: null, onBehalfOf: null);
        try
        {
            if (!LinkAddress.IsServer(address, connection))
            {
                return Identifier(await _service.OpenAsync(address, cancellationToken).ConfigureAwait(false));
            }

            BatchResponse answers = await guest.SendAsync(new BatchRequest([info, new EndSessionRequest { LogOff = true }]), cancellationToken).ConfigureAwait(false);
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
        new() { Accepted = new AcceptedInvitation(outcome, link) { Identifier = identifier, Code = code } };

    private GuestIdentifier? Identifier(SignUpPage login) =>
        login.OwnerDomain is { } domain && GuestAddress.TryParse(link.Mail, out GuestAddress mail) && GuestAddress.AsciiDomain(domain) is not null
            ? GuestIdentifier.For(mail, domain)
            : null;

    private ZimbraInvitationException Refuse(SignUpPage page) => page switch
    {
        { RejectsLink: true } when link.IsExpired(connection.Options.TimeProvider.GetUtcNow()) => Refuse(
            InvitationFailure.LinkExpired, null, $"it ended on {link.Expires:u}. Ask the owner to send the share mail again."),
        { RejectsLink: true } => Refuse(
            InvitationFailure.LinkRejected, null, "the server does not take the link for its own (HTTP 500): it was altered or cut, or the server's provisioning key was changed since. Ask the owner to send the share mail again."),
        { Code: ZimbraFaultCodes.InvalidPassword } => Refuse(
            InvitationFailure.PasswordRefused, page.Code, "the server's password policy refuses the password. Choose a longer one with upper and lower case letters, digits and signs."),
        { Code: ZimbraFaultCodes.NoShareExists } => Refuse(
            InvitationFailure.NothingShared, page.Code, "nothing is shared with this address (any more). Ask the owner to share again."),
        { Code: { } code } => Refuse(InvitationFailure.Refused, code, $"the server refused with {code}. Ask the owner whether the calendar is still shared."),
        { HasSignUpForm: true } => Refuse(
            InvitationFailure.Refused, null, "the server refused and its page does not say why: nothing is shared with this address (any more), or its password policy refuses the password."),
        _ => throw new ZimbraProtocolException($"What answers at {address.Authority} is not Zimbra's sign-up page. Check that the link's host is the Zimbra server.") { Operation = "extuserprov" },
    };

    private ZimbraInvitationException Refuse(InvitationFailure failure, string? code, string what) =>
        new(failure, $"The invitation of {link.Mail} cannot be accepted: {what}", code) { Operation = "extuserprov" };

    /// <summary>How one try ended: accepted, refused, or lost on the way with nothing done.</summary>
    private sealed record Attempt
    {
        public AcceptedInvitation? Accepted { get; init; }

        public ZimbraInvitationException? Refusal { get; init; }

        public ZimbraOutcomeUnknownException? Lost { get; init; }
    }
}
