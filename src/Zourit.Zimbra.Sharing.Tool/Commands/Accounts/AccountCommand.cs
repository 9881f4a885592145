using Zourit.Zimbra.Sharing.Guests;
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

    /// <summary>After a failure: where there is no account, no file says that it has a password.</summary>
    protected async Task WithdrawAsync(Invocation run, Session session, PasswordOutput output, CancellationToken cancellationToken)
    {
        try
        {
            if (await session.Client.Guests.FindByMailAsync(Domain(run), Guest(run), cancellationToken) is null)
            {
                output.Withdraw();
            }
        }
        catch (Exception e) when (e is ZimbraException or ArgumentException)
        {
            // Whether there is one is not known: the file stays.
        }
    }

    /// <summary>With --dry-run: the account as it is, and whether the command would change it.</summary>
    /// <exception cref="ToolException">There is no account: the command would fail, too.</exception>
    protected async Task<ExitCode> ShowAsync(
        Invocation run,
        Session session,
        Func<GuestAccount, bool> isChanged,
        CancellationToken cancellationToken
    )
    {
        GuestIdentifier identifier = Identifier(run);
        GuestAccount account = await session.Client.Guests.FindAsync(identifier, cancellationToken)
            ?? throw new ToolException(
                ExitCode.NeedsEdit,
                Sentence.Of(
                    $"There is no account {Excerpt.Of(identifier.Value)}: nothing would be done.",
                    $"Le compte {Excerpt.Of(identifier.Value)} n'existe pas : rien ne serait fait."
                )
            );
        Show(run, account, isChanged(account));
        return ExitCode.Done;
    }

    protected static void Show(Invocation run, GuestAccount account, bool isChanged)
    {
        run.Results.Row(AccountRecords.Account, account);
        run.Note(
            isChanged
                ? Sentence.Of($"It would be changed; nothing was.", $"Il serait modifié ; rien ne l'a été.")
                : Sentence.Of($"Nothing would be changed: it is so already.", $"Rien ne serait modifié : c'est déjà le cas.")
        );
    }
}
