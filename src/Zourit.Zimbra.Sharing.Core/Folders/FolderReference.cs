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
    private FolderReference(FolderId? id, FolderPath path, string? parameter)
    {
        Id = id;
        Path = path;
        Parameter = parameter;
    }

    /// <summary>The path; the root when the folder is named by its id.</summary>
    public FolderPath Path { get; }

    /// <summary>The id; null when the folder is named by its path.</summary>
    public FolderId? Id { get; }

    public bool IsId => Id is not null;

    /// <summary>The parameter of the public method that it was given to.</summary>
    public string? Parameter { get; }

    /// <summary>How the caller named it, for messages.</summary>
    public LocalizedText Text =>
        Id is { } id
            ? FolderTexts.WithId(Quoted.Of(id.ToString()))
            : LocalizedText.Format($"'{Quoted.Of(Path.ToString())}'", $"« {Quoted.Of(Path.ToString())} »");

    /// <summary>The same for all spellings of one path.</summary>
    public static string KeyOf(string folder)
    {
        try
        {
            var reference = Parse(folder);
            return reference.Id?.ToString() ?? reference.Path.Value.ToUpperInvariant();
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
        return FolderId.TryParse(folder.Trim()) is { } id
            ? new FolderReference(id, default, parameter)
            : new FolderReference(null, FolderPath.ParseArgument(folder, parameter), parameter);
    }

    /// <summary>Makes sure that a folder is the one that was asked for, and not the answer to another request.</summary>
    /// <exception cref="ZimbraProtocolException">It is another one.</exception>
    public Folder Check(Folder folder) => IsOther(folder) ? throw Another(Text, folder) : folder;

    public static ZimbraProtocolException Another(LocalizedText asked, Folder folder) =>
        new(FolderTexts.OtherFolder(asked, folder)) { Operation = "GetFolderRequest" };

    // Letters beyond ASCII have more forms and cases than one; the root has an id only.
    private bool IsOther(Folder folder) =>
        Id is { } id
            ? FolderId.Of(folder.Id).Number != id.Number
            : !Path.IsRoot
                && folder.Path is { } path
                && Ascii.IsValid(Path.Value)
                && Ascii.IsValid(path)
                && !string.Equals(path.TrimEnd('/'), Path.Value.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the folder itself.</summary>
    public GetFolderRequest Request() => Id is { } id ? GetFolderRequest.WithId(id.ToString()) : At(Path.Segments);

    /// <summary>
    /// Reads what the folder may inherit its ACL from, nearest first: its ancestors one by one, or, since an id does not tell them, the
    /// whole tree.
    /// </summary>
    /// <param name="isOnBehalf">Whether somebody else asks, who sees the tree from the root only with <c>visible="1"</c>
    /// (docs/protocol.md §3.1).</param>
    public IReadOnlyList<GetFolderRequest> AncestorRequests(bool isOnBehalf = false)
    {
        if (IsId)
        {
            return [new GetFolderRequest { Visible = isOnBehalf ? true : null }];
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
        names.Count == 0 ? GetFolderRequest.WithId(FolderId.Root) : GetFolderRequest.AtPath("/" + string.Join('/', names));
}
