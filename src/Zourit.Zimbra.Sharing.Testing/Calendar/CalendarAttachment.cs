namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>A file that is attached to an appointment.</summary>
public sealed record CalendarAttachment
{
    /// <summary>Its name; null for none.</summary>
    public string? FileName { get; init; }

    /// <summary>Its MIME type.</summary>
    public required string ContentType { get; init; }

    /// <summary>Its content.</summary>
    public required string Base64 { get; init; }
}
