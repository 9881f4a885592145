using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// One value of an owner's <c>zimbraSharedItem</c>: a grant on a folder as the server published it in the directory. It does not say
/// whether the grant has a password or an access key, in which letter case a guest was typed, whether the end is the grant's own or the
/// folder's, or whether the folder is below one that was renamed since (then the path is the old one). Subfolders that inherit a share have
/// no value.
/// </summary>
public sealed record PublishedShare : IParsable<PublishedShare>
{
    /// <summary>The attribute's name.</summary>
    internal const string Attribute = "zimbraSharedItem";

    /// <summary>
    /// What the directory stores at most, in characters. A longer value is not published, and while it waits nothing of any owner of that
    /// mail server is (docs/protocol.md §4.9).
    /// </summary>
    internal const int MaxLength = 1024;

    private const string Semicolon = "*ASCII59*";
    private const string Null = "null";

    private static readonly long LatestEnd = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>To whom (<c>granteeType</c>).</summary>
    public required GranteeType GranteeType { get; init; }

    /// <summary>
    /// The grantee's id (<c>granteeId</c>): a guest's address in lower case, an access key's name, the id of an account, group, domain or
    /// class of service; null for the public and for all accounts.
    /// </summary>
    public string? GranteeId { get; init; }

    /// <summary>
    /// The name of an account, group, domain or class of service when the grant was published (<c>granteeName</c>): it stays when the
    /// grantee is renamed or deleted. Null for others.
    /// </summary>
    public string? GranteeName { get; init; }

    /// <summary>The folder's id in the owner's mailbox (<c>folderId</c>).</summary>
    public required string FolderId { get; init; }

    /// <summary>The folder's UUID (<c>folderUuid</c>); null where it is not given.</summary>
    public string? FolderUuid { get; init; }

    /// <summary>The folder's path when the grant was published (<c>folderPath</c>); <c>/Trash/…</c> in the trash.</summary>
    public required FolderPath Path { get; init; }

    /// <summary>The folder's view (<c>folderDefaultView</c>), <c>appointment</c> for a calendar; null for none.</summary>
    public string? View { get; init; }

    /// <summary>Whether the folder is a calendar.</summary>
    public bool IsCalendar => FolderViews.IsCalendar(View);

    /// <summary>The rights (<c>rights</c>).</summary>
    public required Permissions Permissions { get; init; }

    /// <summary>
    /// When the grant ends, UTC, its own end or the folder's, as worked out when it was published (<c>expiry</c>); null for never. A grant
    /// whose end is over stays published for about a minute.
    /// </summary>
    public DateTimeOffset? Expiry { get; init; }

    /// <summary>Reads a value.</summary>
    /// <param name="text">The value as the directory has it.</param>
    /// <exception cref="ArgumentException">It says neither who, nor which folder.</exception>
    public static PublishedShare Parse(string text)
    {
        Argument.NotNull(text);
        return TryParse(text, out PublishedShare? item)
            ? item
            : throw Argument.Invalid(
                LocalizedText.Format(
                    $"'{Quoted.Of(text)}' is no value of {Attribute}: granteeType, folderId and folderPath are needed.",
                    $"« {Quoted.Of(text)} » n'est pas une valeur de {Attribute} : il faut granteeType, folderId et folderPath."
                ),
                nameof(text)
            );
    }

    /// <summary>Reads a value.</summary>
    /// <param name="text">The value as the directory has it.</param>
    /// <param name="item">What it says; null when the answer is false.</param>
    /// <returns>Whether it says who, and which folder. Administrators can write anything into the attribute.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PublishedShare? item)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string field in text?.Split(';') ?? [])
        {
            int colon = field.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                fields[field[..colon]] = field[(colon + 1)..].Replace(Semicolon, ";", StringComparison.Ordinal);
            }
        }

        item =
            fields.TryGetValue("granteeType", out string? type)
            && fields.TryGetValue("folderId", out string? folder)
            && fields.TryGetValue("folderPath", out string? path)
                ? new PublishedShare
                {
                    GranteeType = GranteeTypeWord.Parse(type),
                    GranteeId = Given(fields, "granteeId"),
                    GranteeName = Given(fields, "granteeName"),
                    FolderId = folder,
                    FolderUuid = Given(fields, "folderUuid"),
                    Path = FolderPath.FromServer(path),
                    View = Given(fields, "folderDefaultView") is { } view and not "unknown" ? view : null,
                    Permissions = Permissions.ParseLenient(fields.GetValueOrDefault("rights") ?? ""),
                    Expiry = End(fields.GetValueOrDefault("expiry")),
                }
                : null;
        return item is not null;
    }

    /// <summary>How many characters the value of a grant has.</summary>
    internal static int LengthOf(FolderGrant grant, string folderId, FolderPath path, string? view, DateTimeOffset? expiry)
    {
        // Ids of accounts and UUIDs have 36 characters; what a user's grant is asked for by is a name.
        const int Uuid = 36;
        bool isNamed = grant.Type is GranteeType.User or GranteeType.Group or GranteeType.Domain or GranteeType.Cos;
        int id = isNamed ? Uuid : (grant.GranteeId ?? grant.GranteeName ?? Null).Length;
        int name = isNamed ? (grant.GranteeName ?? "").Length : Null.Length;
        string rest = string.Create(
            CultureInfo.InvariantCulture,
            $"granteeId:;granteeName:;granteeType:{GranteeTypeWord.TextOf(grant.Type)};folderId:{folderId};folderUuid:;folderPath:"
                + $"{path.Value.Replace(";", Semicolon, StringComparison.Ordinal)};folderDefaultView:{view ?? "unknown"};"
                + $"rights:{grant.Rights};type:folder{(expiry is { } end ? $";expiry:{end.ToUnixTimeMilliseconds()}" : "")}"
        );
        return rest.Length + id + name + Uuid;
    }

    static PublishedShare IParsable<PublishedShare>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<PublishedShare>.TryParse(string? s, IFormatProvider? provider, [NotNullWhen(true)] out PublishedShare? result) =>
        TryParse(s, out result);

    private static string? Given(Dictionary<string, string> fields, string name) =>
        fields.GetValueOrDefault(name) is { Length: > 0 } value and not Null ? value : null;

    private static DateTimeOffset? End(string? milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out long end) && end <= LatestEnd
            ? DateTimeOffset.FromUnixTimeMilliseconds(end)
            : null;
}
