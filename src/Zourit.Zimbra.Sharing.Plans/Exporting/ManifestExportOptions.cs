namespace Zourit.Zimbra.Sharing.Plans.Exporting;

/// <summary>How a manifest is made of what there is.</summary>
public sealed record ManifestExportOptions
{
    /// <summary>The time zone in which ends are written, by its IANA name; null (the default) to write them as moments in UTC.</summary>
    public string? TimeZone { get; init; }
}
