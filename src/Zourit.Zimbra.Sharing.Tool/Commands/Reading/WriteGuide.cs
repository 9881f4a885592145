using System.Text;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Reading;

/// <summary><see cref="SubscriptionGuide"/>.</summary>
internal sealed class WriteGuide : ToolCommand
{
    private readonly TextArgument _calendar = CalendarArgument.New();
    private readonly TextArgument _guest = CalendarArgument.Guest();
    private readonly TextOption _format = new(
        "--format",
        "FORMAT",
        Sentence.Of($"text (default), html, markdown or mobileconfig", $"text (par défaut), html, markdown ou mobileconfig"),
        "text",
        "html",
        "markdown",
        "mobileconfig"
    );

    public WriteGuide()
        : base(
            "guide",
            Sentence.Of(
                $"Write a guest's leaflet: address, name, steps. Its link only with --show-links.",
                $"Écrire la notice d'un invité : adresse, nom, étapes. Son lien avec --show-links."
            ),
            "guide /my-events adresse@orange.fr --format html --lang fr > marie.html"
        )
    {
        Add(_calendar);
        Add(_guest);
        Add(_format);
    }

    public override bool WritesText => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        Session session = await run.OpenAsync(cancellationToken);
        CalendarGrant grant = await session.Calendars.FindShareAsync(run[_calendar], run[_guest], cancellationToken)
            ?? throw new ToolException(
                ExitCode.NeedsEdit,
                Sentence.Of(
                    $"{Excerpt.Of(run[_calendar])} is not shared with {Excerpt.Of(run[_guest])}.",
                    $"{Excerpt.Of(run[_calendar])} n'est pas partagé avec {Excerpt.Of(run[_guest])}."
                )
            );
        Subscription subscription = grant.ToSubscription();
        if (run.ShowsLinks)
        {
            var search = new InvitationSearch { Guest = run[_guest], FolderId = grant.FolderId };
            subscription = subscription with { PersonalLink = (await session.Invitations.FindAsync(search, cancellationToken))?.Link };
        }

        GuideLanguage language = run.Language == "fr" ? GuideLanguage.French : GuideLanguage.English;
        var guide = new SubscriptionGuide(subscription);
        string text = run[_format] switch
        {
            null or "text" => guide.ToText(language),
            "html" => guide.ToHtml(language),
            "markdown" => guide.ToMarkdown(language),
            "mobileconfig" => guide.AppleProfile.ToMobileConfig(language),
            _ => throw ToolException.Usage(
                Sentence.Of($"--format is text, html, markdown or mobileconfig.", $"--format est text, html, markdown ou mobileconfig.")
            ),
        };
        run.Results.Stream.Write(Encoding.UTF8.GetBytes(text));
        return ExitCode.Done;
    }
}
