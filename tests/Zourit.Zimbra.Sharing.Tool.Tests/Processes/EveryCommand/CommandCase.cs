using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

/// <summary>A command line that does what its command is for. <c>{folder}</c> in it is the test's folder.</summary>
/// <param name="Command">The command's words.</param>
/// <param name="Reach">How far it goes.</param>
/// <param name="Arguments">What comes after the words.</param>
internal sealed record CommandCase(string Command, Reach Reach, params string[] Arguments)
{
    /// <summary>Arguments of which at least one is wrong.</summary>
    public required string[] Wrong { get; init; }

    /// <summary>The exit code that they come to.</summary>
    public int WrongExit { get; init; } = 64;

    /// <summary>The types of its lines of JSON, besides the first; empty for a command that writes text.</summary>
    public string[] Lines { get; init; } = [];

    /// <summary>What must be there first.</summary>
    public Func<ToolWorld, Task> Before { get; init; } = _ => Task.CompletedTask;

    /// <summary>What comes on standard input; null for nothing.</summary>
    public Func<ToolWorld, string>? Input { get; init; }

    /// <summary>How it shows that a secret is refused, where it logs in as nobody of the server; null where it has none.</summary>
    public string[]? Refused { get; init; }

    /// <summary>All words of the command line, to this world's server.</summary>
    public string[] LineIn(ToolWorld world, string[]? arguments = null) =>
        [
            .. Command.Split(' '),
            .. (arguments ?? Arguments).Select(each => each.Replace("{folder}", world.Folder, StringComparison.Ordinal)),
            .. Reach switch
            {
                Reach.Offline when Command is "url" or "config show" => world.Address,
                Reach.Offline => [],
                Reach.Anonymous => world.Address,
                Reach.Owner => world.AsOwner,
                _ => world.AsAdmin,
            },
        ];
}
