using System.CommandLine;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands.Accounts;
using Zourit.Zimbra.Sharing.Tool.Commands.Guests;
using Zourit.Zimbra.Sharing.Tool.Commands.Links;
using Zourit.Zimbra.Sharing.Tool.Commands.Offline;
using Zourit.Zimbra.Sharing.Tool.Commands.Plans;
using Zourit.Zimbra.Sharing.Tool.Commands.Reading;
using Zourit.Zimbra.Sharing.Tool.Commands.Setup;
using Zourit.Zimbra.Sharing.Tool.Commands.Shares;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands;

/// <summary>All commands: help, completions, the man page and the pages of the documentation are made from them.</summary>
internal sealed class RootDefinition : Command
{
    public RootDefinition()
        : base("zimbra-share", "Shares Zimbra calendars.")
    {
        foreach (Option option in Options.All)
        {
            option.Recursive = true;
            Add(option);
        }

        Add(
            new CommandGroup(
                "guest",
                Sentence.Of($"Share calendars with people outside the server.", $"Partager des agendas avec des personnes extérieures."),
                new GuestAdd(),
                new GuestRevoke(),
                new GuestList(),
                new GuestAccept(),
                new GuestRenew(),
                new GuestNotify(),
                new GuestDiagnose()
            )
        );
        Add(
            new CommandGroup(
                "public",
                Sentence.Of($"Share calendars with everybody.", $"Partager des agendas avec tout le monde."),
                new PublicOn(),
                new PublicOff()
            )
        );
        Add(
            new CommandGroup(
                "user",
                Sentence.Of($"Share calendars with users of the server.", $"Partager des agendas avec des utilisateurs du serveur."),
                new UserAdd(),
                new UserRevoke()
            )
        );
        Add(
            new CommandGroup(
                "account",
                Sentence.Of($"Look after guests' accounts, as an administrator.", $"S'occuper des comptes d'invités, en administrateur."),
                new AccountCreate(),
                new AccountList(),
                new AccountInspect(),
                new AccountRepair(),
                new AccountResetPassword(),
                new AccountSuspend(),
                new AccountResume(),
                new AccountRetire()
            )
        );
        Add(new ListCalendars());
        Add(new ListShares());
        Add(new Review());
        Add(new CheckPolicy());
        Add(new ReadCalendar());
        Add(new WriteGuide());
        Add(new Validate());
        Add(new DiffManifests());
        Add(new MakePlan());
        Add(new ApplyPlan());
        Add(new ShowPlan());
        Add(new Report());
        Add(new Export());
        Add(new LinkShow());
        Add(new ShowUrl());
        Add(new ShowIdentifier());
        Add(new Doctor());
        Add(new CommandGroup("config", Sentence.Of($"Settings and profiles.", $"Réglages et profils."), new ConfigShow()));
        Add(new ShowSchema());
        Add(new Completion());
        Add(new ManPage());
        Add(new Complete());
    }

    public new GlobalOptions Options { get; } = new();

    /// <summary>A command's words, e.g. <c>guest add</c>; none for the program itself.</summary>
    public static string PathOf(Command command) =>
        command is RootDefinition
            ? ""
            : string.Join(
                ' ',
                command
                    .Parents.OfType<Command>()
                    .Where(parent => parent is not RootDefinition)
                    .Select(parent => parent.Name)
                    .Append(command.Name)
            );

    /// <summary>The words of the first page, by what they are for.</summary>
    public static IReadOnlyList<(LocalizedText Title, IReadOnlyList<string> Names)> Chapters { get; } =
    [
        (Sentence.Of($"Share", $"Partager"), ["guest", "public", "user"]),
        (Sentence.Of($"Look", $"Consulter"), ["calendars", "list", "review", "policy", "read", "guide"]),
        (Sentence.Of($"Guests' accounts, for administrators", $"Comptes d'invités, pour administrateurs"), ["account"]),
        (
            Sentence.Of($"Whole lists from a file", $"Partages décrits dans un fichier"),
            ["validate", "diff", "plan", "apply", "show", "report", "export"]
        ),
        (Sentence.Of($"Compute offline", $"Calculer hors ligne"), ["url", "identifier", "link"]),
        (Sentence.Of($"Set up", $"Configurer"), ["doctor", "config", "schema", "completion", "man"]),
    ];

    /// <summary>All commands that do something, with their words.</summary>
    public IEnumerable<ToolCommand> Tools() => Below(this);

    private static IEnumerable<ToolCommand> Below(Command command) =>
        command.Subcommands.SelectMany(each => each is ToolCommand tool ? [tool] : Below(each));
}
