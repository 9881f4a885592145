using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Setup;

/// <summary>The manual, made from the commands' definitions.</summary>
internal sealed class ManPage : ToolCommand
{
    public ManPage()
        : base("man", Sentence.Of($"Write the manual page.", $"Écrire la page de manuel."), "man > zimbra-share.1", "man | man -l -") { }

    public override bool WritesText => true;

    public override Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        run.Results.Stream.WriteLine(new Manual(new RootDefinition(), run.Language).Write());
        return Task.FromResult(ExitCode.Done);
    }
}
