using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>Turns a refused login into an exception that says what to do.</summary>
internal static class LoginRefusal
{
    public static ZimbraException Describe(ZimbraFaultException fault, string account, bool isAdmin, bool isPreauth = false) =>
        fault.Code switch
        {
            ZimbraFaultCodes.AuthFailed when isPreauth => Refusal(
                AuthenticationFailure.Rejected,
                LoginRefusalTexts.Preauth(account, fault.ClockDifference),
                fault
            ),
            ZimbraFaultCodes.AuthFailed => Refusal(AuthenticationFailure.Rejected, LoginRefusalTexts.Rejected(account), fault),

            // The admin service answers so for unknown accounts and for those that are no administrators, before it looks at the password
            // (recording 01-33).
            ZimbraFaultCodes.PermissionDenied when isAdmin => Refusal(
                AuthenticationFailure.Rejected,
                LoginRefusalTexts.NoAdministrator(account),
                fault
            ),
            ZimbraFaultCodes.UnknownDocument when isAdmin => new ZimbraConnectionException(LoginRefusalTexts.UserService, fault)
            {
                Operation = fault.Operation,
            },
            ZimbraFaultCodes.ChangePassword => Refusal(
                AuthenticationFailure.PasswordMustChange,
                LoginRefusalTexts.MustChange(account),
                fault
            ),
            ZimbraFaultCodes.TwoFactorAuthRequired or ZimbraFaultCodes.TwoFactorSetupRequired or ZimbraFaultCodes.TwoFactorAuthFailed =>
                TwoFactor(account, isAdmin, fault),
            ZimbraFaultCodes.MaintenanceMode => Refusal(AuthenticationFailure.Maintenance, LoginRefusalTexts.Maintenance(account), fault),
            _ => fault,
        };

    public static ZimbraAuthenticationException TwoFactor(string account, bool isAdmin, Exception? cause = null) =>
        Refusal(AuthenticationFailure.TwoFactorRequired, LoginRefusalTexts.TwoFactor(account, isAdmin), cause);

    private static ZimbraAuthenticationException Refusal(AuthenticationFailure failure, LocalizedText message, Exception? cause) =>
        new(failure, message, cause) { Operation = "AuthRequest" };
}
