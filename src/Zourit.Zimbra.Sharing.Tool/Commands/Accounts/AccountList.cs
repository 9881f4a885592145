using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Accounts;

/// <summary><see cref="GuestClient.FindAllAsync"/>.</summary>
internal sealed class AccountList : ToolCommand
{
    private readonly TextOption _domain = AccountCommand.DomainOption();

    public AccountList()
        : base(
            "list",
            Sentence.Of($"List the guests' accounts of a domain.", $"Lister les comptes d'invités d'un domaine."),
            "account list --domain monasso.org"
        ) => Add(_domain);

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var search = new GuestSearch { OwnerDomain = AccountCommand.DomainOf(run, _domain) };
        Session session = await AccountCommand.OpenAsync(run, cancellationToken);
        await foreach (GuestAccount account in session.Client.Guests.FindAllAsync(search, cancellationToken))
        {
            run.Results.Row(AccountRecords.Account, account);
        }

        if (run.Results.Count == 0)
        {
            string domain = Excerpt.Of(search.OwnerDomain);
            run.Note(Sentence.Of($"There are no guests' accounts in {domain}.", $"Il n'y a aucun compte d'invité dans {domain}."));
        }

        return ExitCode.Done;
    }
}
