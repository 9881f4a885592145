using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>The feed that a guest does not get.</summary>
/// <param name="Owner">The calendar's owner.</param>
/// <param name="Calendar">The calendar.</param>
/// <param name="Given">The address that the guest uses; null where only the calendar is known.</param>
internal sealed record DiagnosedFeed(string Owner, FolderPath Calendar, IcsAddress? Given);
