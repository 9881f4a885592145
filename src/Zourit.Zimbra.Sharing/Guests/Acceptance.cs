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
        for (TimeSpan pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            (AcceptedInvitation? accepted, ZimbraInvitationException? refusal) = await TryAsync(cancellationToken).ConfigureAwait(false);
            if (accepted is not null)
            {
                return accepted;
            }

            // The grant is published a moment after it was made (protocol.md §4.9); a refused sign-up has made nothing.
            TimeSpan left = publicationWait - time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero || refusal!.Failure is not (InvitationFailure.NothingShared or InvitationFailure.Refused))
            {
                throw refusal!;
            }

            await Task.Delay(pause < left ? pause : left, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(AcceptedInvitation? Accepted, ZimbraInvitationException? Refusal)> TryAsync(CancellationToken cancellationToken)
    {
        SignUpPage page = await _service.OpenAsync(address, cancellationToken).ConfigureAwait(false);
        if (page.IsLogin)
        {
            return (Accepted(AcceptanceOutcome.AccountExists, Identifier(page)), null);
        }

        return page.InvitesToSignUp ? await SignUpAsync(cancellationToken).ConfigureAwait(false) : (null, Refusal(page));
    }

    private async Task<(AcceptedInvitation? Accepted, ZimbraInvitationException? Refusal)> SignUpAsync(CancellationToken cancellationToken)
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
            { SignedUp: true } => (Accepted(AcceptanceOutcome.AccountCreated, await IdentifierAsync(page.SessionToken!.Value, cancellationToken).ConfigureAwait(false)), null),
            { Code: ZimbraFaultCodes.NoShareExists or ZimbraFaultCodes.InvalidPassword } => (null, Refusal(page)),
            _ => await LookAsync(page, null, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Finds out what became of a sign-up that was not simply accepted.</summary>
    private async Task<(AcceptedInvitation? Accepted, ZimbraInvitationException? Refusal)> LookAsync(
        SignUpPage? answer, ZimbraOutcomeUnknownException? lost, CancellationToken cancellationToken)
    {
        SignUpPage now = await _service.OpenAsync(address, cancellationToken).ConfigureAwait(false);
        if (!now.IsLogin)
        {
            // Still the form: nothing was made.
            return (null, now.InvitesToSignUp ? Refusal(answer ?? now) : Refusal(now));
        }

        GuestIdentifier? identifier = Identifier(now);

        // After the account was made the servlet breaks off at a mountpoint whose name is taken or forbidden (protocol.md §6.4 step 5).
        if (answer?.Code is ZimbraFaultCodes.AlreadyExists or ZimbraFaultCodes.InvalidName)
        {
            return (Accepted(AcceptanceOutcome.AccountCreatedIncomplete, identifier) with { Code = answer.Code }, null);
        }

        return await IsOursAsync(identifier, cancellationToken).ConfigureAwait(false) switch
        {
            true when answer is null => (Accepted(AcceptanceOutcome.AccountCreated, identifier), null),
            true => (Accepted(AcceptanceOutcome.AccountCreatedIncomplete, identifier) with { Code = answer.Code }, null),
            false => (Accepted(AcceptanceOutcome.AccountExists, identifier), null),
            null when lost is not null => throw lost,
            null => (Accepted(AcceptanceOutcome.AccountExists, identifier), null),
        };
    }

    /// <summary>Whether the account that exists now has our password; null when that cannot be asked. One login at the most: each wrong one counts.</summary>
    private async Task<bool?> IsOursAsync(GuestIdentifier? identifier, CancellationToken cancellationToken)
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
    }

    /// <summary>Asks with the session that the sign-up opened who the guest is now, and ends that session; else the login page.</summary>
    private async Task<GuestIdentifier?> IdentifierAsync(Secret session, CancellationToken cancellationToken)
    {
        if (!LinkAddress.IsServer(address, connection))
        {
            return Identifier(await _service.OpenAsync(address, cancellationToken).ConfigureAwait(false));
        }

        var info = new GetInfoRequest { Sections = ["mbox"] };
        var guest = new Exchange(connection, new Session(new GivenToken(session), connection.Options), admin: null, onBehalfOf: null);
        try
        {
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

    private AcceptedInvitation Accepted(AcceptanceOutcome outcome, GuestIdentifier? identifier) => new(outcome, link) { Identifier = identifier };

    private GuestIdentifier? Identifier(SignUpPage login) =>
        login.OwnerDomain is { } domain && GuestAddress.TryParse(link.Mail, out GuestAddress mail) && GuestAddress.AsciiDomain(domain) is not null
            ? GuestIdentifier.For(mail, domain)
            : null;

    private ZimbraInvitationException Refusal(SignUpPage page) => page switch
    {
        { RejectsLink: true } when link.IsExpired(connection.Options.TimeProvider.GetUtcNow()) => Refusal(
            InvitationFailure.LinkExpired, null, $"it ended on {link.Expires:u}. Ask the owner to send the share mail again."),
        { RejectsLink: true } => Refusal(
            InvitationFailure.LinkRejected, null, "the server does not take the link for its own (HTTP 500): it was altered or cut, or the server's provisioning key was changed since. Ask the owner to send the share mail again."),
        { Code: ZimbraFaultCodes.InvalidPassword } => Refusal(
            InvitationFailure.PasswordRefused, page.Code, "the server's password policy refuses the password. Choose a longer one with upper and lower case letters, digits and signs."),
        { Code: ZimbraFaultCodes.NoShareExists } => Refusal(
            InvitationFailure.NothingShared, page.Code, "nothing is shared with this address (any more). Ask the owner to share again."),
        { Code: { } code } => Refusal(InvitationFailure.Refused, code, $"the server refused with {code}. Ask the owner whether the calendar is still shared."),
        { HasSignUpForm: true } => Refusal(
            InvitationFailure.Refused, null, "the server refused and its page does not say why: nothing is shared with this address (any more), or its password policy refuses the password."),
        _ => throw new ZimbraProtocolException($"What answers at {address.Authority} is not Zimbra's sign-up page. Check that the link's host is the Zimbra server.") { Operation = "extuserprov" },
    };

    private ZimbraInvitationException Refusal(InvitationFailure failure, string? code, string what) =>
        new(failure, $"The invitation of {link.Mail} cannot be accepted: {what}", code) { Operation = "extuserprov" };
}
