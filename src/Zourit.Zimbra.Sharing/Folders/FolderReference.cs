using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>
/// A folder as callers name it: by its path, or by its id (only digits, or <c>accountId:digits</c>). A colon cannot stand in a path.
/// </summary>
internal sealed class FolderReference
{
    private readonly string? _id;

    private FolderReference(string? id, FolderPath path, string? parameter)
    {
        _id = id;
        Path = path;
        Parameter = parameter;
    }

    /// <summary>The path; the root when the folder is named by its id.</summary>
    public FolderPath Path { get; }

    public bool IsId => _id is not null;

    /// <summary>The id; null when the folder is named by its path.</summary>
    public string? Id => _id;

    /// <summary>The parameter of the public method that it was given to.</summary>
    public string? Parameter { get; }

    /// <summary>How the caller named it, for messages.</summary>
    public LocalizedText Text =>
        _id is null
            ? LocalizedText.Format($"'{Quoted.Of(Path.ToString())}'", $"« {Quoted.Of(Path.ToString())} »")
            : FolderTexts.WithId(Quoted.Of(_id));

    /// <summary>The same for all spellings of one path.</summary>
    public static string KeyOf(string folder)
    {
        try
        {
            var reference = Parse(folder);
            return reference._id ?? reference.Path.Value.ToUpperInvariant();
        }
        catch (ArgumentException)
        {
            // Not a folder at all: each such text is by itself, and is refused where it is used.
            return folder;
        }
    }

    /// <exception cref="ArgumentException">The text is neither an id nor a path that the server takes.</exception>
    public static FolderReference Parse([NotNull] string? folder, [CallerArgumentExpression(nameof(folder))] string? parameter = null)
    {
        Argument.NotBlank(folder, parameter);
        string trimmed = folder.Trim();
        return FolderId.TryParse(trimmed) is not null
            ? new FolderReference(trimmed, default, parameter)
            : new FolderReference(null, FolderPath.ParseArgument(folder, parameter), parameter);
    }

    /// <summary>Makes sure that a folder is the one that was asked for, and not the answer to another request.</summary>
    /// <exception cref="ZimbraProtocolException">It is another one.</exception>
    public Folder Check(Folder folder) => IsOther(folder) ? throw Another(Text, folder) : folder;

    public static ZimbraProtocolException Another(LocalizedText asked, Folder folder) =>
        new(FolderTexts.OtherFolder(asked, folder)) { Operation = "GetFolderRequest" };

    // Letters beyond ASCII have more forms and cases than one; the root has an id only.
    private bool IsOther(Folder folder) =>
        _id is not null
            ? FolderId.Of(folder.Id).Number != FolderId.Of(_id).Number
            : !Path.IsRoot
                && folder.Path is { } path
                && Ascii.IsValid(Path.Value)
                && Ascii.IsValid(path)
                && !string.Equals(path.TrimEnd('/'), Path.Value.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the folder itself.</summary>
    public GetFolderRequest Request() => _id is null ? At(Path.Segments) : GetFolderRequest.WithId(_id);

    /// <summary>
    /// Reads what the folder may inherit its ACL from, nearest first: its ancestors one by one, or, since an id does not tell them, the
    /// whole tree.
    /// </summary>
    public IReadOnlyList<GetFolderRequest> AncestorRequests()
    {
        if (_id is not null)
        {
            return [new GetFolderRequest()];
        }

        string[] names = [.. Path.Segments];
        var requests = new GetFolderRequest[names.Length];
        for (int up = 1; up <= names.Length; up++)
        {
            requests[up - 1] = At(names[..^up]);
        }

        return requests;
    }

    private static GetFolderRequest At(IReadOnlyList<string> names) =>
        names.Count == 0 ? GetFolderRequest.WithId("1") : GetFolderRequest.AtPath("/" + string.Join('/', names));
}
