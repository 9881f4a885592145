using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Sessions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Accounts;

/// <summary>What commands about one guest's account have in common: the guest, and the owners' domain.</summary>
internal abstract class AccountCommand : ToolCommand
{
    private readonly TextArgument _guest = CalendarArgument.Guest();
    private readonly TextOption _domain = DomainOption();

    protected AccountCommand(string name, LocalizedText about, params IReadOnlyList<string> examples)
        : base(name, about, examples)
    {
        Add(_guest);
        Add(_domain);
    }

    public static TextOption DomainOption() =>
        new(
            "--domain",
            "DOMAIN",
            Sentence.Of($"the owners' domain; else --on-behalf-of's", $"domaine des propriétaires ; sinon celui de --on-behalf-of")
        );

    /// <summary>The owners' domain.</summary>
    /// <exception cref="ToolException">None is named.</exception>
    public static string DomainOf(Invocation run, TextOption option) =>
        run[option]
        ?? (
            run.Settings() is { } settings && settings.Owner is { } owner && owner.Contains('@', StringComparison.Ordinal)
                ? owner[(owner.LastIndexOf('@') + 1)..]
                : throw ToolException.Usage(
                    Sentence.Of(
                        $"Name the owners' domain: --domain monasso.org.",
                        $"Indiquez le domaine des propriétaires : --domain monasso.org."
                    )
                )
        );

    /// <summary>The connection of an administrator.</summary>
    /// <exception cref="ToolException">The account is not said to be one's.</exception>
    public static Task<Session> OpenAsync(Invocation run, CancellationToken cancellationToken) =>
        run.Settings().IsAdmin
            ? run.OpenAsync(cancellationToken)
            : throw ToolException.Usage(
                Sentence.Of(
                    $"Guests' accounts are an administrator's: log in as one, with --admin --account admin@example.net.",
                    $"Les comptes d'invités relèvent d'un administrateur : connectez-vous avec --admin --account admin@example.net."
                )
            );

    protected string Guest(Invocation run) => run[_guest];

    protected string Domain(Invocation run) => DomainOf(run, _domain);

    protected GuestIdentifier Identifier(Invocation run) => GuestIdentifier.For(GuestAddress.Parse(Guest(run)), Domain(run));

    /// <summary>With --dry-run: the account as it is.</summary>
    protected async Task<ExitCode> ShowAsync(Invocation run, Session session, CancellationToken cancellationToken)
    {
        if (await session.Client.Guests.FindByMailAsync(Domain(run), Guest(run), cancellationToken) is { } account)
        {
            run.Results.Row(AccountRecords.Account, account);
            run.Note(Sentence.Of($"It would be changed; nothing was.", $"Il serait modifié ; rien ne l'a été."));
        }
        else
        {
            run.Note(Sentence.Of($"There is no such account now.", $"Ce compte n'existe pas."));
        }

        return ExitCode.Done;
    }
}
