namespace Zourit.Zimbra.Sharing.Guides.Wording;

/// <summary>What to do in one program: sentences as <see cref="Documents.Template"/> reads them.</summary>
internal sealed record Advice
{
    public string[] Intro { get; init; } = [];

    public string[] Steps { get; init; } = [];

    public string[] Notes { get; init; } = [];

    /// <summary>Whether the Apple profile is for this; null where the program says it.</summary>
    public bool? OffersProfile { get; init; }

    /// <summary>Whether the program cannot read such a calendar.</summary>
    public bool Impossible { get; init; }
}
