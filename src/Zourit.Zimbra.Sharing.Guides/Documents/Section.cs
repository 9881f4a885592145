namespace Zourit.Zimbra.Sharing.Guides.Documents;

/// <summary>A part of the guide: what to know, what to do step by step, what to mind.</summary>
internal sealed record Section(string Id, string Heading)
{
    public IReadOnlyList<IReadOnlyList<Span>> Intro { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<Span>> Steps { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<Span>> Notes { get; init; } = [];

    /// <summary>Whether the program cannot read this calendar.</summary>
    public bool Impossible { get; init; }

    /// <summary>Whether the Apple profile is offered here.</summary>
    public bool OffersProfile { get; init; }
}
