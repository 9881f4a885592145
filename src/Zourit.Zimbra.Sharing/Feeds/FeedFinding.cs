using Zourit.Zimbra.Sharing.Feeds.Diagnosis;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>One thing found about a guest's access to a calendar.</summary>
public sealed record FeedFinding
{
    /// <summary>What was found, for programs.</summary>
    public required FeedFindingCode Code { get; init; }

    /// <summary>How sure it is.</summary>
    public required FindingCertainty Certainty { get; init; }

    /// <summary>What was found, for people; no secret is in it.</summary>
    public required LocalizedText Sentence { get; init; }

    /// <summary>What to do about it; for what cannot be known, whose credentials would show it.</summary>
    public required LocalizedText Remedy { get; init; }

    /// <summary>Whether it is sure and by itself keeps the guest out.</summary>
    public bool IsCause => Certainty == FindingCertainty.Certain && FindingTexts.KeepsOut(Code);

    /// <summary>Certainty, sentence and remedy in English.</summary>
    public override string ToString() => $"{Certainty}: {Sentence} {Remedy}";
}
