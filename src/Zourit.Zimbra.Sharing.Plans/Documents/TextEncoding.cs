namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>How the letters of a list (CSV) are encoded. YAML and JSON are UTF-8.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8, with or without a byte order mark.</summary>
    Utf8 = 0,

    /// <summary>Windows-1252, as spreadsheets write it in Western Europe.</summary>
    Windows1252 = 1,
}
