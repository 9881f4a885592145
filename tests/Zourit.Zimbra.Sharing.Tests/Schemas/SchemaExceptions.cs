namespace Zourit.Zimbra.Sharing.Tests.Schemas;

/// <summary>
/// All that the schemas refuse in what the library sends, each with its proof. Nothing else may be refused, and nothing may stand here in
/// vain.
/// </summary>
internal static class SchemaExceptions
{
    public static IReadOnlyList<SchemaException> All { get; } =
    [
        new("*", "The 'requestId' attribute is not declared.", "02-18-request-id, 02-22-batch"),
        new(
            "SetPasswordRequest",
            "The element 'SetPasswordRequest' in namespace 'urn:zimbraAdmin' has incomplete content. List of "
                + "possible elements expected: 'dryRun'",
            "09-19-setpassword"
        ),
        new("CreateFolderRequest", "The required attribute 'l' is missing.", "03-24-create-by-path"),
        new("FolderActionRequest", "The 'expiry' attribute is not declared.", "04-33-expiry, 05-51-expiry-past"),
        new("FolderActionRequest", "The 'internalGrantExpiry' attribute is not declared.", "§4.8"),
        new("FolderActionRequest", "The 'guestGrantExpiry' attribute is not declared.", "§4.8"),
        new("CreateFolderRequest", "The 'expiry' attribute is not declared.", "§4.8"),
        new("CreateFolderRequest", "The 'internalGrantExpiry' attribute is not declared.", "§4.8"),
        new("CreateFolderRequest", "The 'guestGrantExpiry' attribute is not declared.", "§4.8"),
    ];
}
