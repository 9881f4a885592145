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
        Failure? failure = null;
        try
        {
            ArgumentGuard.Check(arguments);
            ParseResult parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.GetValue(root.Options.Version))
            {
                streams.Output.WriteLine(VersionRecord.Tool);
                return ExitCode.Done;
            }

            if (parsed.GetValue(root.Options.Help) || parsed.CommandResult.Command is not ToolCommand command)
            {
                return ShowHelp(root, parsed, IsHelpAsked(root, parsed) ? streams.Output : streams.Notes, streams.Language);
            }

            ParseErrors.Check(root, parsed);
            SpokenLanguage.Check(parsed.GetValue(root.Options.Lang));
            return await RunAsync(command, parsed, root, streams, cancellationToken);
        }
        catch (ToolException e)
        {
            failure = Failure.Of(e);
        }

        streams.Notes.WriteLine(failure.Text.SaidIn(streams.Language));
        return failure.Exit;
    }

    // The program alone asks what there is, too.
    private static bool IsHelpAsked(RootDefinition root, ParseResult parsed) =>
        parsed.GetValue(root.Options.Help) || (parsed.CommandResult.Command == root && parsed.Tokens.Count == 0);

    // A group without a command shows what there is, and is a wrong command line.
    private static ExitCode ShowHelp(RootDefinition root, ParseResult parsed, OutputStream stream, string language)
    {
        Command command = parsed.CommandResult.Command;
        bool isAsked = IsHelpAsked(root, parsed);
        if (!isAsked)
        {
            ParseErrors.CheckCommand(parsed);
            stream.WriteLine(ParseErrors.MissingCommand(command).SaidIn(language));
            stream.WriteLine("");
        }

        stream.WriteLine(new HelpPage(root, language, parsed.GetValue(root.Options.Verbose)).Of(command));
        return isAsked ? ExitCode.Done : ExitCode.Usage;
    }

    private static async Task<ExitCode> RunAsync(
        ToolCommand command,
        ParseResult parsed,
        RootDefinition root,
        Streams streams,
        CancellationToken cancellationToken
    )
    {
        bool isJson = parsed.GetValue(root.Options.Json) && !command.WritesText;
        var results = new Results(streams.Output, isJson, streams.Style(parsed.GetValue(root.Options.NoColor)), streams.Language);
        await using var run = new Invocation(parsed, root.Options, streams.Terminal, streams.Language)
        {
            Results = results,
            Notes = streams.Notes,
        };
        Failure failure;
        try
        {
            if (!command.WritesPlans)
            {
                results.Start(RootDefinition.PathOf(command), run.IsDryRun);
            }

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
        if (isJson)
        {
            results.One(FailureRecord.Shape, failure);
        }

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
