using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars.Reviews;

/// <summary>The words of one kind of finding; <c>{0}</c>… are filled with what it is about.</summary>
/// <param name="Sentence">What was found.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record ReviewText(LocalizedText Sentence, LocalizedText Remedy);
