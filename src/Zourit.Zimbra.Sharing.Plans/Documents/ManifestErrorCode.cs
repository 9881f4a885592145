namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>What is wrong with a manifest, a policy or a list.</summary>
public enum ManifestErrorCode
{
    /// <summary>Not known to this version.</summary>
    Unknown = 0,

    /// <summary>A file is missing, cannot be opened, or is not one that may be read here.</summary>
    NotReadable = 1,

    /// <summary>A file, a line or the nesting is larger than what is read.</summary>
    TooLarge = 2,

    /// <summary>A byte is not of the file's encoding.</summary>
    Encoding = 3,

    /// <summary>The text is not YAML, JSON or CSV.</summary>
    Syntax = 4,

    /// <summary>A YAML anchor, alias, tag or second document, which manifests do not have.</summary>
    NotSupported = 5,

    /// <summary>A key or column that there is not.</summary>
    UnknownKey = 6,

    /// <summary>A key or column that is there already.</summary>
    DuplicateKey = 7,

    /// <summary>A key, column or value that is needed.</summary>
    Missing = 8,

    /// <summary>A value of the wrong form.</summary>
    InvalidValue = 9,

    /// <summary>Two places that cannot both hold.</summary>
    Contradiction = 10,

    /// <summary>A row says more than its <c>file:</c> entry allows.</summary>
    BeyondFileEntry = 11,

    /// <summary>A line says more than the policy allows.</summary>
    RefusedByPolicy = 12,

    /// <summary>The file is not the one whose SHA-256 was given.</summary>
    OtherFile = 13,

    /// <summary>
    /// The last error where there are more than 1,000: they are not listed, and what follows them was not read. Its place is that of
    /// the first that is not listed.
    /// </summary>
    TooManyErrors = 14,
}
