namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>A folder that may be meant by a path that does not exist.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Id">Its id.</param>
/// <param name="IsTranslation">The missing path is how the web client shows this one in another language.</param>
internal sealed record NearFolder(string Path, string Id, bool IsTranslation);
