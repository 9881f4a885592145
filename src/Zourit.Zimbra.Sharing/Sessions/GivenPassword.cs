namespace Zourit.Zimbra.Sharing.Sessions;

/// <summary>Asks the program for a password.</summary>
internal static class GivenPassword
{
    public static async Task<Secret> AskAsync(string account, Func<CancellationToken, ValueTask<Secret>> password, CancellationToken cancellationToken)
    {
        Secret given = await password(cancellationToken).ConfigureAwait(false);

        // Sent, it would count as a failed login (protocol.md §2.1).
        return given.IsEmpty
            ? throw new ArgumentException($"The function that gives the password of {account} gave an empty one; nothing was sent. Make it give the password, or throw.", nameof(password))
            : given;
    }
}
