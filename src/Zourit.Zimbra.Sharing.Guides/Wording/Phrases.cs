using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guides.Wording;

/// <summary>
/// All that a guide says in one language, as sentences for <see cref="Documents.Template"/>. Compiled in, so that nothing is looked up when
/// trimmed or compiled ahead of time.
/// </summary>
internal sealed record Phrases
{
    public required string Language { get; init; }

    public required string Title { get; init; }

    public required string FactsHeading { get; init; }

    public required string AddressLabel { get; init; }

    /// <summary>The label of the server's root, where programs look for calendars.</summary>
    public required string ServerLabel { get; init; }

    /// <summary>The label of the ICS address in a guide for writing.</summary>
    public required string ReadingLabel { get; init; }

    public required string UserLabel { get; init; }

    /// <summary>Stands for the user name where each reader has another.</summary>
    public required string OwnAccount { get; init; }

    public required string PasswordLabel { get; init; }

    public required string EndsLabel { get; init; }

    public required string ContactLabel { get; init; }

    public required string WarningLabel { get; init; }

    public required string PasswordInClear { get; init; }

    public required string ReadingInClear { get; init; }

    public required string UseEncrypted { get; init; }

    public required string Public { get; init; }

    public required string AnyPassword { get; init; }

    /// <summary>What a guest's program can do to the whole calendar with the right to delete, and with the right to change.</summary>
    public required string CanDelete { get; init; }

    public required string CanRename { get; init; }

    public required IReadOnlyDictionary<SubscriberKind, SubscriberPhrases> Subscribers { get; init; }

    /// <summary>
    /// The first step of a guest who has the personal link before their eyes, and of one who must look for it in the mail.
    /// </summary>
    public required string OpenLink { get; init; }

    public required string OpenMail { get; init; }

    public required string LinkEnds { get; init; }

    public required string ProgramsHeading { get; init; }

    public required string ProgramsIntro { get; init; }

    public required IReadOnlyList<ProgramPhrases> Programs { get; init; }

    /// <summary>What to do where the subscriber writes, by the program's id; the others only read.</summary>
    public required IReadOnlyDictionary<string, Advice> Writing { get; init; }

    public required string CannotMark { get; init; }

    public required string KnowHeading { get; init; }

    public required string[] Know { get; init; }

    public required string[] KnowWriting { get; init; }

    public required string CannotDelete { get; init; }

    public required string KnowEnds { get; init; }

    public required string TroubleHeading { get; init; }

    public required string[] Trouble { get; init; }

    public required string[] WritingTrouble { get; init; }

    public required string[] PublicTrouble { get; init; }

    public required string QrCaption { get; init; }

    public required string QrAlternative { get; init; }

    public required string ProfileLabel { get; init; }

    /// <summary>The same for the profile of a CalDAV account, which Macs take too.</summary>
    public required string AccountProfileLabel { get; init; }

    public required string ProfileDescription { get; init; }

    public required Func<DateTimeOffset, string> Day { get; init; }

    /// <summary>The language's own rules for blanks around punctuation.</summary>
    public Func<string, string> Typography { get; init; } = text => text;

    public static Phrases In(GuideLanguage language) =>
        language switch
        {
            GuideLanguage.English => English.Phrases,
            GuideLanguage.French => French.Phrases,
            _ => throw Argument.OutOfRange(
                new LocalizedText("A guide is written in English or French.").With("fr", "Une notice s’écrit en anglais ou en français."),
                language,
                nameof(language)
            ),
        };
}
