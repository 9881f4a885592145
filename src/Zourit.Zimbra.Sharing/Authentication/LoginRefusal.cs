using System.Globalization;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>Turns a refused login into an exception that says what to do.</summary>
internal static class LoginRefusal
{
    private static readonly TimeSpan PreauthLifetime = TimeSpan.FromMinutes(5);

    public static ZimbraException Describe(ZimbraFaultException fault, string account, bool isAdmin, bool isPreauth = false) =>
        fault.Code switch
        {
            ZimbraFaultCodes.AuthFailed when isPreauth => Refusal(
                AuthenticationFailure.Rejected,
                $"The server does not let {account} in by preauth: the key is not the one of the account's domain (zimbraPreAuthKey), the "
                    + $"clocks differ by more than five minutes, or the account is unknown, locked or closed. The server does not say "
                    + $"which. "
                    + Clocks(fault.ClockDifference),
                fault
            ),
            ZimbraFaultCodes.AuthFailed => Refusal(
                AuthenticationFailure.Rejected,
                $"The server does not let {account} in: the name or password is wrong, or the account is locked, closed, pending or locked "
                    + $"out. It does not tell which. Try "
                    + "them once in the web client: every failed login counts towards a lock-out.",
                fault
            ),

            // The admin service answers so for unknown accounts and for those that are no administrators, before it looks at the password
            // (recording 01-33).
            ZimbraFaultCodes.PermissionDenied when isAdmin => Refusal(
                AuthenticationFailure.Rejected,
                $"The server does not let {account} in as an administrator: there is no such account, or it is no administrator.",
                fault
            ),
            ZimbraFaultCodes.UnknownDocument when isAdmin => new ZimbraConnectionException(
                $"The address of the admin service answers as the user service. Set "
                    + $"{nameof(ZimbraClientOptions)}.{nameof(ZimbraClientOptions.AdminUri)} to the admin port (7071 by default).",
                fault
            )
            {
                Operation = fault.Operation,
            },
            ZimbraFaultCodes.ChangePassword => Refusal(
                AuthenticationFailure.PasswordMustChange,
                $"{account} must change the password first, in the web client.",
                fault
            ),
            ZimbraFaultCodes.TwoFactorAuthRequired or ZimbraFaultCodes.TwoFactorSetupRequired or ZimbraFaultCodes.TwoFactorAuthFailed =>
                TwoFactor(account, isAdmin, fault),
            ZimbraFaultCodes.MaintenanceMode => Refusal(
                AuthenticationFailure.Maintenance,
                $"{account} or its domain is in maintenance. Try again later.",
                fault
            ),
            _ => fault,
        };

    public static ZimbraAuthenticationException TwoFactor(string account, bool isAdmin, Exception? cause = null) =>
        Refusal(
            AuthenticationFailure.TwoFactorRequired,
            $"{account} has two-factor sign-in: a password alone opens nothing. "
                + (
                    isAdmin
                        ? $"Use an administrator without it, or a token that was issued elsewhere "
                            + $"({nameof(ZimbraCredentials)}.{nameof(ZimbraCredentials.AdminToken)})."
                        : $"Use {nameof(ZimbraCredentials)}.{nameof(ZimbraCredentials.Preauth)}, or an administrator acting on behalf of "
                            + $"the account."
                ),
            cause
        );

    /// <param name="difference">How far the server's clock is ahead.</param>
    private static string Clocks(TimeSpan? difference)
    {
        if (difference is not { } ahead)
        {
            return "Its answer did not give its time: compare its clock with this machine's.";
        }

        string seconds = Math.Abs(ahead.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        string clocks = $"Its clock is {seconds} s {(ahead < TimeSpan.Zero ? "behind" : "ahead of")} this machine's";
        return ahead.Duration() > PreauthLifetime
            ? $"{clocks}: set the one that is wrong."
            : $"{clocks}, which is near enough: check the key and the account.";
    }

    private static ZimbraAuthenticationException Refusal(AuthenticationFailure failure, string message, Exception? cause) =>
        new(failure, message, cause) { Operation = "AuthRequest" };
}
