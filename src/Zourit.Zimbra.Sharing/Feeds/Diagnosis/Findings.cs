using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>Collects findings.</summary>
/// <param name="isAdmin">Whether an administrator asks, who is not sent to an administrator.</param>
internal sealed class Findings(bool isAdmin)
{
    private readonly List<FeedFinding> _all = [];

    public bool HasCause => _all.Exists(finding => finding.IsCause);

    public bool Has(FeedFindingCode code) => _all.Exists(finding => finding.Code == code && finding.Certainty == FindingCertainty.Certain);

    /// <summary>Whether what is certain empties or closes even a calendar that everybody may read.</summary>
    public bool ClosePublic =>
        _all.Exists(finding => finding.Certainty == FindingCertainty.Certain && FindingTexts.Of(finding.Code).ClosesPublic);

    /// <summary>Takes over what another diagnosis found.</summary>
    public void Take(IEnumerable<FeedFinding> findings) => _all.AddRange(findings);

    public void Certain(FeedFindingCode code, params object?[] values) => Add(code, FindingCertainty.Certain, values);

    public void Possible(FeedFindingCode code, params object?[] values) => Add(code, FindingCertainty.Possible, values);

    /// <summary>What cannot be known with these credentials, and is not known already.</summary>
    public void NotKnowable(params IEnumerable<FeedFindingCode> codes)
    {
        foreach (FeedFindingCode code in codes.Where(code => !_all.Exists(finding => finding.Code == code)))
        {
            FindingText text = FindingTexts.Of(code);
            LocalizedText question = text.Question ?? throw new InvalidOperationException($"{code} can always be known.");
            _all.Add(
                new FeedFinding
                {
                    Code = code,
                    Certainty = FindingCertainty.NotKnowable,
                    Sentence = FindingTexts.NotKnown.Fill(question),
                    Remedy =
                        isAdmin ? FindingTexts.AskAsOtherAdministrator
                        : text.NeedsAdmin ? FindingTexts.AskAsAdministrator
                        : FindingTexts.AskAsOwner,
                }
            );
        }
    }

    /// <summary>Causes first, what cannot be known last; that only where the guest does not get in anyway.</summary>
    public IReadOnlyList<FeedFinding> Ordered(bool isOpen) =>
        [
            .. _all.Where(finding => !isOpen || finding.Certainty != FindingCertainty.NotKnowable)
                .OrderBy(finding => finding.IsCause ? 0 : 1 + (int)finding.Certainty),
        ];

    private void Add(FeedFindingCode code, FindingCertainty certainty, object?[] values)
    {
        if (_all.Exists(finding => finding.Code == code))
        {
            return;
        }

        FindingText text = FindingTexts.Of(code);
        _all.Add(
            new FeedFinding
            {
                Code = code,
                Certainty = certainty,
                Sentence = text.Sentence.Fill(values),
                Remedy = (isAdmin ? text.AdminRemedy ?? text.Remedy : text.Remedy).Fill(values),
            }
        );
    }
}
