using System.CommandLine;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands;

/// <summary>Commands about one thing.</summary>
internal sealed class CommandGroup : Command, IDescribed
{
    public CommandGroup(string name, LocalizedText about, params IEnumerable<Command> commands)
        : base(name, about.ToString())
    {
        About = about;
        foreach (Command command in commands)
        {
            Add(command);
        }
    }

    public LocalizedText About { get; }
}
