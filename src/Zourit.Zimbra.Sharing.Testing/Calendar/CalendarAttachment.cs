namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>A file that is attached to an appointment.</summary>
/// <param name="FileName">Its name; null for none.</param>
/// <param name="ContentType">Its MIME type.</param>
/// <param name="Base64">Its content.</param>
public sealed record CalendarAttachment(string? FileName, string ContentType, string Base64);
