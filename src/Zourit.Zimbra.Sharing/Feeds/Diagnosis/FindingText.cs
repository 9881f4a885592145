namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>The words of one finding; <c>{0}</c>… stand for what it is about.</summary>
/// <param name="Sentence">What was found.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Question">What is asked when it cannot be told, after "whether"; null for what can always be told.</param>
/// <param name="NeedsAdmin">Whether only an administrator can tell, not the owner.</param>
internal sealed record FindingText(BilingualText Sentence, BilingualText Remedy, BilingualText? Question = null, bool NeedsAdmin = false);
