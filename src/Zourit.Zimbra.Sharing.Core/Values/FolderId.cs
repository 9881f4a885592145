namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// A folder's id: a number within its mailbox, behind the id of that mailbox's account where it is somebody else's (<c>accountId:257</c>).
/// </summary>
/// <param name="Account">The account's id; null in the own mailbox.</param>
/// <param name="Number">The number, which is the same for all who name the folder.</param>
internal readonly record struct FolderId(string? Account, string Number)
{
    /// <summary>The topmost folder that users see, <c>/</c>.</summary>
    public const string Root = "1";

    /// <summary>The calendar that every mailbox has, <c>/Calendar</c>.</summary>
    public const string DefaultCalendar = "10";

    public static FolderId Of(string id)
    {
        int colon = id.LastIndexOf(':');
        return new FolderId(colon < 0 ? null : id[..colon], id[(colon + 1)..]);
    }

    /// <summary>Reads an id as callers type it; null for anything else. A colon cannot be part of a path.</summary>
    public static FolderId? TryParse(string text)
    {
        FolderId id = Of(text);
        return
            id.Number.Length > 0
            && id.Number.All(char.IsAsciiDigit)
            && text.IndexOf(':', StringComparison.Ordinal) == text.LastIndexOf(':')
            && (id.Account is null || Guid.TryParse(id.Account, out _))
            ? id
            : null;
    }

    public override string ToString() => Account is null ? Number : $"{Account}:{Number}";
}
