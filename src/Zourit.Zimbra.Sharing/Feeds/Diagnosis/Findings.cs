using System.Globalization;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>Collects findings.</summary>
internal sealed class Findings
{
    private readonly List<FeedFinding> _all = [];

    public bool HasCause => _all.Exists(finding => finding.IsCause);

    public bool Has(FeedFindingCode code) => _all.Exists(finding => finding.Code == code && finding.Certainty == FindingCertainty.Certain);

    public void Certain(FeedFindingCode code, params object?[] values) => Add(code, FindingCertainty.Certain, values);

    public void Possible(FeedFindingCode code, params object?[] values) => Add(code, FindingCertainty.Possible, values);

    public void NotKnowable(params IEnumerable<FeedFindingCode> codes)
    {
        foreach (FeedFindingCode code in codes)
        {
            FindingText text = FindingTexts.Of(code);
            BilingualText question = text.Question ?? throw new InvalidOperationException($"{code} can always be told.");
            _all.Add(
                new FeedFinding(
                    code,
                    FindingCertainty.NotKnowable,
                    new($"It cannot be told whether {question.English}.", $"Impossible de savoir si {question.French}."),
                    text.NeedsAdmin
                        ? new("Ask with an administrator's credentials.", "Posez la question avec les identifiants d'un administrateur.")
                        : new(
                            "Ask with the owner's or an administrator's credentials.",
                            "Posez la question avec les identifiants du " + "propriétaire ou d'un administrateur."
                        )
                )
            );
        }
    }

    /// <summary>Causes first, what cannot be told last; that only where the guest does not get in anyway.</summary>
    public IReadOnlyList<FeedFinding> Ordered(bool isOpen) =>
        [
            .. _all.Where(finding => !isOpen || finding.Certainty != FindingCertainty.NotKnowable)
                .OrderBy(finding => finding.IsCause ? 0 : 1 + (int)finding.Certainty),
        ];

    private void Add(FeedFindingCode code, FindingCertainty certainty, object?[] values)
    {
        FindingText text = FindingTexts.Of(code);
        if (!_all.Exists(finding => finding.Code == code))
        {
            _all.Add(new FeedFinding(code, certainty, Fill(text.Sentence, values), Fill(text.Remedy, values)));
        }
    }

    private static BilingualText Fill(BilingualText text, object?[] values) =>
        new(
            string.Format(CultureInfo.InvariantCulture, text.English, values),
            string.Format(CultureInfo.InvariantCulture, text.French, values)
        );
}
