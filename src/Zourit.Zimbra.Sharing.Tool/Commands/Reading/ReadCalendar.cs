using System.Globalization;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Credentials;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Tool.Sessions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Reading;

/// <summary><see cref="FeedClient.ReadAsync"/>, as a guest or as anybody.</summary>
internal sealed class ReadCalendar : ToolCommand
{
    private readonly TextArgument _calendar = new(
        "CALENDAR",
        Sentence.Of($"a path; - for an ICS address on standard input", $"un chemin ; - : adresse ICS sur l'entrée standard")
    );

    private readonly TextOption _guest = new(
        "--guest",
        "NAME",
        Sentence.Of($"the name by which a guest signs in; else anybody", $"nom de connexion de l'invité ; sinon n'importe qui")
    );

    private readonly TextOption _from = new("--from", "DAY", Sentence.Of($"from this day on", $"à partir de ce jour"));
    private readonly TextOption _to = new("--to", "DAY", Sentence.Of($"up to and with this day", $"jusqu'à ce jour compris"));

    public ReadCalendar()
        : base(
            "read",
            Sentence.Of($"Read a calendar as a guest would, or as anybody.", $"Lire un agenda comme un invité, ou comme n'importe qui."),
            "read /my-events --guest adresse.orange.fr@monasso.org --guest-password-file guest.txt",
            "read - --from 2026-12-01 --to 2026-12-31 < address.txt"
        )
    {
        Add(_calendar);
        Add(_guest);
        Add(_from);
        Add(_to);
    }

    public static RecordShape<FeedEvent> Shape { get; } =
        new RecordShape<FeedEvent>("event", "An event of a calendar.")
            .Moment("start", item => item.Start, Labels.Starts)
            .Moment("end", item => item.End, Labels.Ends)
            .Truth("allDay", item => item.IsAllDay, Labels.AllDay, isShown: false)
            .Text("summary", item => item.Summary, Labels.Title)
            .Text("location", item => item.Location, Labels.Place)
            .Word("status", item => (FeedEventStatus?)item.Status, Labels.Status, isShown: false)
            .Text("uid", item => item.Uid, Labels.Id, isShown: false)
            .Truth("private", item => item.IsPrivate, Labels.Status, isShown: false)
            .Text("description", item => item.Description, Labels.Message, isShown: false);

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        run.RefuseWithout(run.Options.GuestPasswordFile, _guest);
        Settings settings = run.Settings();
        IcsAddress address = await AddressAsync(run, settings, cancellationToken);
        FeedCredentials? credentials = await CredentialsAsync(run, settings, cancellationToken);
        var options = new FeedReadOptions { From = Day(run, _from, 0), To = Day(run, _to, 1) };
        if (options.To <= options.From)
        {
            throw ToolException.Usage(Sentence.Of($"--to is not after --from.", $"--to n'est pas après --from."));
        }

        await using var client = new ZimbraClient(
            new Uri(address.Uri.GetLeftPart(UriPartial.Authority)),
            ZimbraCredentials.Anonymous,
            settings.ClientOptions(run.Terminal.TimeProvider, shard: null)
        );
        Feed feed = await client.Feeds.ReadAsync(address, options with { Credentials = credentials }, cancellationToken);
        foreach (FeedEvent item in feed.Events)
        {
            run.Results.Row(Shape, item);
        }

        run.Warn(feed.Problems.Select(problem => problem.Message).Concat(feed.Warnings.Select(warning => warning.Message)));
        return ExitCode.Done;
    }

    private async Task<IcsAddress> AddressAsync(Invocation run, Settings settings, CancellationToken cancellationToken)
    {
        if (run[_calendar].Contains("://", StringComparison.Ordinal))
        {
            throw ToolException.Usage(
                Sentence.Of(
                    $"CALENDAR is a path, e.g. /my-events. For an ICS address write - and give it on standard input.",
                    $"AGENDA est un chemin, p. ex. /my-events. Pour une adresse ICS, écrivez - et donnez-la sur l'entrée standard."
                )
            );
        }

        if (run[_calendar] != "-")
        {
            string home = $"{settings.ServerUri().GetLeftPart(UriPartial.Authority)}/home/{settings.OwnerOrThrow()}";
            return IcsAddress.FromRestRoot(home, FolderPath.Parse(run[_calendar]));
        }

        string line = await run.Terminal.Input.ReadLineAsync(cancellationToken) ?? "";
        return IcsAddress.TryParse(line.Trim(), out IcsAddress? address)
            ? address
            : throw ToolException.Usage(
                Sentence.Of($"There is no ICS address on standard input.", $"Il n'y a pas d'adresse ICS sur l'entrée standard.")
            );
    }

    private async Task<FeedCredentials?> CredentialsAsync(Invocation run, Settings settings, CancellationToken cancellationToken) =>
        run[_guest] is not { } name ? null
        : await new CredentialSources(run, settings.Profile).GuestPasswordAsync(cancellationToken) is { } password ? new(name, password)
        : throw ToolException.Usage(
            Sentence.Of(
                $"Name the guest's password: --guest-password-file FILE.",
                $"Indiquez le mot de passe : --guest-password-file FICHIER."
            )
        );

    private static DateTimeOffset? Day(Invocation run, TextOption option, int more)
    {
        if (run[option] is not { } text)
        {
            return null;
        }

        if (
            !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            || day.Year is < 2 or > 9000
        )
        {
            throw ToolException.Usage(Sentence.Of($"{option.Name} is a day: 2026-12-31.", $"{option.Name} est un jour : 2026-12-31."));
        }

        DateTime midnight = day.AddDays(more).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, run.Terminal.TimeProvider.LocalTimeZone.GetUtcOffset(midnight));
    }
}
