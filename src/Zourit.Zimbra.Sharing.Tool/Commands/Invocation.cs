using System.CommandLine;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Tool.Profiles;
using Zourit.Zimbra.Sharing.Tool.Sessions;
using Zourit.Zimbra.Sharing.Tool.Terminals;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands;

/// <summary>One command as it was typed, and where it reads and writes.</summary>
internal sealed class Invocation(ParseResult parsed, GlobalOptions options, Terminal terminal, string language) : IAsyncDisposable
{
    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);
    private Session? _session;

    public Terminal Terminal => terminal;

    public string Language => language;

    public required Results Results { get; init; }

    /// <summary>Standard error.</summary>
    public required OutputStream Notes { get; init; }

    public GlobalOptions Options => options;

    public bool IsDryRun => this[options.DryRun];

    public bool ShowsLinks => this[options.ShowLinks];

    /// <summary>Whether somebody is there to answer.</summary>
    public bool CanAsk => terminal.IsInputTerminal && terminal.IsErrorTerminal && !this[options.NoInput];

    /// <summary>The part of the owners of a plan; null for commands without plans. It is set before the connection is made.</summary>
    public Shard? Shard { get; set; }

    public bool this[Flag flag] => parsed.GetValue(flag);

    public string? this[TextOption option] => parsed.GetValue(option);

    public string this[TextArgument argument] => parsed.GetValue(argument) ?? "";

    public IReadOnlyList<string> this[TextArguments arguments] => parsed.GetValue(arguments) ?? [];

    public IReadOnlyList<string> this[TextOptions options] => parsed.GetValue(options) ?? [];

    /// <summary>How much of a list was not started when it was stopped; null where that is not known.</summary>
    public int? NotStarted { get; set; }

    public string Say(LocalizedText text) => text.SaidIn(language);

    /// <summary>Whether an option was typed.</summary>
    public bool Has(Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>A remark on standard error; not with --quiet.</summary>
    public void Note(LocalizedText text)
    {
        if (!this[options.Quiet])
        {
            Notes.WriteLine(Say(text));
        }
    }

    /// <summary>Warnings of a result are in its JSON; people read them on standard error, each once.</summary>
    public void Warn(IEnumerable<LocalizedText> warnings)
    {
        if (!Results.IsJson)
        {
            foreach (LocalizedText warning in warnings.Where(warning => _warned.Add(Say(warning))))
            {
                Note(Sentence.Of($"Note: {warning}", $"Remarque : {warning}"));
            }
        }
    }

    public Settings Settings() => Sessions.Settings.Of(this, ProfileFile.Read(terminal));

    /// <summary>The connection; it is made once, and logs in at its first request.</summary>
    public async Task<Session> OpenAsync(CancellationToken cancellationToken) =>
        _session ??= await Session.OpenAsync(this, Settings(), cancellationToken);

    /// <summary>Asks before something that is not taken back easily.</summary>
    /// <exception cref="ToolException">Nobody can be asked, or the answer is no.</exception>
    public async Task ConfirmAsync(LocalizedText question, CancellationToken cancellationToken)
    {
        if (this[options.Yes])
        {
            return;
        }

        if (!CanAsk)
        {
            throw ToolException.Usage(
                Sentence.Of(
                    $"{question} Nobody can be asked here: repeat it with --yes.",
                    $"{question} Personne ne peut répondre ici : répétez avec --yes."
                )
            );
        }

        Notes.WriteLine(Say(Sentence.Of($"{question} [y/N]", $"{question} [o/N]")));
        string? answer = await terminal.Input.ReadLineAsync(cancellationToken);
        if (answer?.Trim().ToLowerInvariant() is not ("y" or "yes" or "o" or "oui"))
        {
            throw new ToolException(ExitCode.Refused, Sentence.Of($"Nothing was changed.", $"Rien n'a été changé."));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_session is { } session)
        {
            await session.DisposeAsync();
        }
    }
}
