using System.CommandLine;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands;

/// <summary>A command: a thin face of calls of the library.</summary>
internal abstract class ToolCommand : Command, IDescribed
{
    /// <param name="name">Its word.</param>
    /// <param name="about">What it does.</param>
    /// <param name="examples">Its examples, without the program's name.</param>
    protected ToolCommand(string name, LocalizedText about, params IReadOnlyList<string> examples)
        : base(name, about.ToString())
    {
        About = about;
        Examples = examples;
    }

    public LocalizedText About { get; }

    public IReadOnlyList<string> Examples { get; }

    /// <summary>Whether it changes anything, so that --dry-run means something.</summary>
    public virtual bool Changes => false;

    /// <summary>Whether it writes something else than records: a file's text, a script. Then --json changes nothing.</summary>
    public virtual bool WritesText => false;

    /// <summary>Whether its JSON is a saved plan, which has a version line of its own.</summary>
    public virtual bool WritesPlans => false;

    public abstract Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken);
}
