namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>One thing found about a guest's access to a calendar.</summary>
/// <param name="Code">What, for programs.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Sentence">What, for people, in English and French; no secret is in it.</param>
/// <param name="Remedy">What to do about it; for what cannot be told, whose credentials would tell.</param>
public sealed record FeedFinding(FeedFindingCode Code, FindingCertainty Certainty, BilingualText Sentence, BilingualText Remedy)
{
    /// <summary>Whether it is sure and by itself keeps the guest out.</summary>
    public bool IsCause =>
        Certainty == FindingCertainty.Certain
        && Code
            is not (
                FeedFindingCode.PublicCalendar
                or FeedFindingCode.OtherAddress
                or FeedFindingCode.NotEncrypted
                or FeedFindingCode.EmptyCalendar
                or FeedFindingCode.PasswordAccepted
                or FeedFindingCode.NothingFound
            );
}
