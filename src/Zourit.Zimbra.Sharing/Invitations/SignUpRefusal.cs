using Zourit.Zimbra.Sharing.Values;

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
                SignUpTexts.Expired(link.Expiry)
            ),
            { RejectsLink: true } => Because(operation, InvitationFailure.LinkRejected, null, SignUpTexts.LinkRejected),
            { Code: ZimbraFaultCodes.InvalidPassword } => Because(
                operation,
                InvitationFailure.PasswordRefused,
                page.Code,
                SignUpTexts.PasswordRefused
            ),
            { Code: ZimbraFaultCodes.NoShareExists } => Because(
                operation,
                InvitationFailure.NothingShared,
                page.Code,
                SignUpTexts.NothingShared
            ),
            { Code: { } code } => Because(operation, InvitationFailure.Refused, code, SignUpTexts.Refused(code)),
            { HasSignUpForm: true } => Because(operation, InvitationFailure.Refused, null, SignUpTexts.NoReason),
            _ => throw new ZimbraProtocolException(SignUpTexts.NotZimbras(address)) { Operation = operation },
        };

    private ZimbraInvitationException Because(string operation, InvitationFailure failure, string? code, LocalizedText why) =>
        new(failure, SignUpTexts.NotAccepted(link.Mail, why), code) { Operation = operation };
}
