using System.CommandLine;
using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Tool.Credentials;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Tool.Terminals;

namespace Zourit.Zimbra.Sharing.Tool;

/// <summary>From a command line to an exit code. The process and the tests come in here.</summary>
internal static class Application
{
    public static Task<ExitCode> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken) =>
        RunAsync(new RootDefinition(), arguments, terminal, cancellationToken);

    /// <summary>With commands that were made before: they hold nothing of a command line, so any number of them share one set.</summary>
    public static async Task<ExitCode> RunAsync(
        RootDefinition root,
        IReadOnlyList<string> arguments,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        arguments = arguments is ["help", ..] ? [.. arguments.Skip(1), "--help"] : arguments;
        string language = SpokenLanguage.Of(arguments, terminal);
        var output = new OutputStream(terminal.Output, terminal);
        var notes = new OutputStream(terminal.Error, terminal);
        ExitCode code = await RunAsync(root, arguments, new Streams(terminal, output, notes, language), cancellationToken);
        if (output.Loss is not { } loss || code is not (ExitCode.Done or ExitCode.ChangesPending))
        {
            return code;
        }

        notes.WriteLine(FileFailure.OutputLost(loss).SaidIn(language));
        return ExitCode.InvalidFile;
    }

    private static async Task<ExitCode> RunAsync(
        RootDefinition root,
        IReadOnlyList<string> arguments,
        Streams streams,
        CancellationToken cancellationToken
    )
    {
        ParseResult parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        Results results = ResultsOf(root, parsed, streams);
        Failure failure;
        try
        {
            ArgumentGuard.Check(arguments);
            if (parsed.GetValue(root.Options.Version))
            {
                streams.Output.WriteLine(VersionRecord.Tool);
                return ExitCode.Done;
            }

            if (parsed.GetValue(root.Options.Help) || parsed.CommandResult.Command is not ToolCommand command)
            {
                return ShowHelp(root, parsed, results, streams);
            }

            ParseErrors.Check(root, parsed);
            SpokenLanguage.Check(parsed.GetValue(root.Options.Lang));
            return await RunAsync(command, parsed, root, results, streams, cancellationToken);
        }
        catch (ToolException e)
        {
            failure = Failure.Of(e);
        }

        return Refuse(root, parsed, failure, results, streams);
    }

    // What is wrong before a command runs: scripts get the lines that any failure has.
    private static ExitCode Refuse(RootDefinition root, ParseResult parsed, Failure failure, Results results, Streams streams)
    {
        Start(root, parsed, results);
        FailureRecord.Write(results, failure);
        streams.Notes.WriteLine(failure.Text.SaidIn(streams.Language));
        return failure.Exit;
    }

    private static Results ResultsOf(RootDefinition root, ParseResult parsed, Streams streams)
    {
        bool isJson = parsed.GetValue(root.Options.Json) && parsed.CommandResult.Command is not ToolCommand { WritesText: true };
        return new Results(streams.Output, isJson, streams.Style(parsed.GetValue(root.Options.NoColor)), streams.Language);
    }

    private static void Start(RootDefinition root, ParseResult parsed, Results results)
    {
        if (parsed.CommandResult.Command is not ToolCommand { WritesPlans: true })
        {
            results.Start(RootDefinition.PathOf(parsed.CommandResult.Command), parsed.GetValue(root.Options.DryRun));
        }
    }

    // The program alone asks what there is, too.
    private static bool IsHelpAsked(RootDefinition root, ParseResult parsed) =>
        parsed.GetValue(root.Options.Help) || (parsed.CommandResult.Command == root && parsed.Tokens.Count == 0);

    // A group without a command shows what there is, and is a wrong command line.
    private static ExitCode ShowHelp(RootDefinition root, ParseResult parsed, Results results, Streams streams)
    {
        Command command = parsed.CommandResult.Command;
        string help = new HelpPage(root, streams.Language, parsed.GetValue(root.Options.Verbose)).Of(command);
        if (IsHelpAsked(root, parsed))
        {
            streams.Output.WriteLine(help);
            return ExitCode.Done;
        }

        ParseErrors.CheckCommand(parsed);
        var failure = Failure.Of(ToolException.Usage(ParseErrors.MissingCommand(command)));
        ExitCode code = Refuse(root, parsed, failure, results, streams);
        streams.Notes.WriteLine("");
        streams.Notes.WriteLine(help);
        return code;
    }

    private static async Task<ExitCode> RunAsync(
        ToolCommand command,
        ParseResult parsed,
        RootDefinition root,
        Results results,
        Streams streams,
        CancellationToken cancellationToken
    )
    {
        await using var run = new Invocation(parsed, root.Options, streams.Terminal, streams.Language)
        {
            Results = results,
            Notes = streams.Notes,
        };
        Failure failure;
        try
        {
            Start(root, parsed, results);
            ExitCode code = await command.RunAsync(run, cancellationToken);
            results.End();
            return code;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            results.End();
            streams.Notes.WriteLine(run.Say(Interruption.AccountOf(command, run)));
            return ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            failure = Failure.Of(e);
        }

        results.End();
        FailureRecord.Write(results, failure);
        streams.Notes.WriteLine(run.Say(failure.Text));
        return failure.Exit;
    }

    private sealed record Streams(Terminal Terminal, OutputStream Output, OutputStream Notes, string Language)
    {
        public TableStyle Style(bool noColor) =>
            new(
                Terminal.IsOutputTerminal,
                Terminal.IsOutputTerminal && !noColor && Terminal.Variable("NO_COLOR") is null && Terminal.Variable("TERM") != "dumb",
                Terminal.IsUnicode,
                Terminal.Width
            );
    }
}
