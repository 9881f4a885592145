using Zourit.Zimbra.Sharing.Guides.Wording;

namespace Zourit.Zimbra.Sharing.Guides.Documents;

/// <summary>The guide's content in one language, before it gets a form.</summary>
internal sealed record Leaflet
{
    public required string Language { get; init; }

    public required string CalendarName { get; init; }

    public required string OwnerName { get; init; }

    public required IReadOnlyList<Span> Title { get; init; }

    public required IReadOnlyList<Span> Lead { get; init; }

    public required string FactsHeading { get; init; }

    public required IReadOnlyList<Fact> Facts { get; init; }

    public required string WarningLabel { get; init; }

    public required IReadOnlyList<IReadOnlyList<Span>> Warnings { get; init; }

    public required IReadOnlyList<Section> Preparations { get; init; }

    public required string ProgramsHeading { get; init; }

    public required string ProgramsIntro { get; init; }

    public required IReadOnlyList<Section> Programs { get; init; }

    public required IReadOnlyList<Section> Endings { get; init; }

    public required string Address { get; init; }

    public required string QrAlternative { get; init; }

    public required string QrCaption { get; init; }

    public required string CannotMark { get; init; }

    public required string ProfileDescription { get; init; }

    public required string ProfileLabel { get; init; }

    public static Leaflet Of(Subscription subscription, GuideLanguage language) =>
        new LeafletWriter(subscription, Phrases.In(language)).Write();
}
