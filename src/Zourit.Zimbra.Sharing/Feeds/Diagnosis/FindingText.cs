using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>The words of one finding; <c>{0}</c>… are filled with what it is about.</summary>
/// <param name="Sentence">What was found.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record FindingText(LocalizedText Sentence, LocalizedText Remedy)
{
    /// <summary>Whether it keeps the guest out by itself, where it is certain.</summary>
    public bool KeepsOut { get; init; } = true;

    /// <summary>Whether it empties or closes even a calendar that everybody may read.</summary>
    public bool ClosesPublic { get; init; }

    /// <summary>What an administrator who asks can do, where others are sent to an administrator.</summary>
    public LocalizedText? AdminRemedy { get; init; }

    /// <summary>What is asked when it cannot be known, after "whether"; null for what can always be known.</summary>
    public LocalizedText? Question { get; init; }

    /// <summary>Whether only an administrator can know it, not the owner.</summary>
    public bool NeedsAdmin { get; init; }
}
