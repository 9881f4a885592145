namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>The form of a manifest that is written.</summary>
public enum ManifestFormat
{
    /// <summary>YAML, a line for each share.</summary>
    Yaml = 0,

    /// <summary>JSON.</summary>
    Json = 1,

    /// <summary>CSV with <c>;</c>, UTF-8 with a byte order mark, as spreadsheets read it. It has neither scope nor limits.</summary>
    Csv = 2,
}
