using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Credentials;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Sessions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Accounts;

/// <summary><see cref="GuestClient.SetPasswordAsync"/>, with the given password or a new one.</summary>
internal sealed class AccountResetPassword : AccountCommand
{
    private readonly TextOption _output = PasswordOutput.New();

    public AccountResetPassword()
        : base(
            "reset-password",
            Sentence.Of($"Give a guest's account a new password.", $"Donner un nouveau mot de passe au compte d'un invité."),
            "account reset-password adresse@orange.fr --domain monasso.org --passwords-out new.txt"
        ) => Add(_output);

    public override bool Changes => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        run.RefuseBeside(_output, run.Options.GuestPasswordFile);
        Session session = await OpenAsync(run, cancellationToken);
        if (run.IsDryRun)
        {
            PasswordOutput.Check(run[_output]);
            return await ShowAsync(run, session, _ => true, cancellationToken);
        }

        GuestIdentifier identifier = Identifier(run);
        Secret? given = await new CredentialSources(run, run.Settings().Profile).GuestPasswordAsync(cancellationToken);
        using PasswordOutput? output = given is null ? PasswordOutput.Create(run[_output]) : null;

        // The password is in the file before it is the account's.
        Secret password = given ?? (await session.Client.Guests.GetPasswordPolicyAsync(Domain(run), cancellationToken)).CreatePassword();
        output?.Write(identifier, password);
        try
        {
            run.Results.One(AccountRecords.Reset, await session.Client.Guests.SetPasswordAsync(identifier, password, cancellationToken));
        }
        catch (Exception e) when (output is not null && PasswordOutput.IsCertain(e))
        {
            await WithdrawAsync(run, session, output, cancellationToken);
            throw;
        }

        return ExitCode.Done;
    }
}
