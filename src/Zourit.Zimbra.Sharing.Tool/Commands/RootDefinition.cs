using System.CommandLine;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands.Guests;
using Zourit.Zimbra.Sharing.Tool.Commands.Links;
using Zourit.Zimbra.Sharing.Tool.Commands.Offline;
using Zourit.Zimbra.Sharing.Tool.Commands.Shares;

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
        Add(new ListCalendars());
        Add(new ListShares());
        Add(new LinkShow());
        Add(new ShowUrl());
        Add(new ShowIdentifier());
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

    /// <summary>All commands that do something, with their words.</summary>
    public IEnumerable<ToolCommand> Tools() => Below(this);

    private static IEnumerable<ToolCommand> Below(Command command) =>
        command.Subcommands.SelectMany(each => each is ToolCommand tool ? [tool] : Below(each));
}
