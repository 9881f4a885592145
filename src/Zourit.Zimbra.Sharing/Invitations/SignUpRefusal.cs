namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>What a page of the sign-up servlet that refuses an invitation says, for the guest.</summary>
internal sealed class SignUpRefusal(PersonalLink link, Uri address, TimeProvider time)
{
    /// <param name="page">The page.</param>
    /// <param name="operation">What it answered: <see cref="SignUpService.Opening"/> or <see cref="SignUpService.SigningUp"/>.</param>
    /// <exception cref="ZimbraProtocolException">The page is not Zimbra's.</exception>
    public ZimbraInvitationException Of(SignUpPage page, string operation) =>
        page switch
        {
            { RejectsLink: true } when link.IsExpired(time.GetUtcNow()) => Because(
                operation,
                InvitationFailure.LinkExpired,
                null,
                $"it ended on {link.Expiry:u}. Ask the owner to send the share mail again."
            ),
            { RejectsLink: true } => Because(
                operation,
                InvitationFailure.LinkRejected,
                null,
                "the server does not take the link for its own (HTTP 500): it was altered or "
                    + "cut, or the server's provisioning key was changed since. Ask the owner to send the share mail again."
            ),
            { Code: ZimbraFaultCodes.InvalidPassword } => Because(
                operation,
                InvitationFailure.PasswordRefused,
                page.Code,
                "the server's password policy refuses the password. Choose a longer "
                    + "one with upper and lower case letters, digits and signs."
            ),
            { Code: ZimbraFaultCodes.NoShareExists } => Because(
                operation,
                InvitationFailure.NothingShared,
                page.Code,
                "nothing is shared with this address (any more). Ask the owner to share again."
            ),
            { Code: { } code } => Because(
                operation,
                InvitationFailure.Refused,
                code,
                $"the server refused with {code}. Ask the owner whether the calendar is still shared."
            ),
            { HasSignUpForm: true } => Because(
                operation,
                InvitationFailure.Refused,
                null,
                "the server refused and its page does not say why: nothing is shared with this "
                    + "address (any more), or its password policy refuses the password."
            ),
            _ => throw new ZimbraProtocolException(
                $"What answers at {address.Authority} is not Zimbra's sign-up page. Check that the link's host is the Zimbra server."
            )
            {
                Operation = operation,
            },
        };

    private ZimbraInvitationException Because(string operation, InvitationFailure failure, string? code, string what) =>
        new(failure, $"The invitation of {link.Mail} cannot be accepted: {what}", code) { Operation = operation };
}
