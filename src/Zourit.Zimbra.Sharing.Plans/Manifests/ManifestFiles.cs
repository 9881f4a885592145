using System.Security;
using Zourit.Zimbra.Sharing.Plans.Documents;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>Opens the files of a manifest.</summary>
internal static class ManifestFiles
{
    /// <summary>Opens the file that the caller named, which may be a pipe.</summary>
    public static async Task<SourceFile?> ReadAsync(
        string path,
        SourceLimits limits,
        ErrorList errors,
        CancellationToken cancellationToken,
        string? name = null
    )
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return await SourceFile.ReadAsync(stream, name ?? path, limits, errors, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException)
        {
            errors.Add(ManifestErrorCode.NotReadable, new(name ?? path, 0, 0), DocumentTexts.CannotOpen(name ?? path));
            return null;
        }
    }

    /// <summary>The document in a file; null where there is no such file, which is reported.</summary>
    public static async Task<MapNode?> ReadDocumentAsync(string path, long maxBytes, ErrorList errors, CancellationToken cancellationToken)
    {
        bool isJson = Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase);
        var limits = new SourceLimits(maxBytes, TextEncoding.Utf8, HasLines: !isJson);
        if (await ReadAsync(path, limits, errors, cancellationToken).ConfigureAwait(false) is not { } file)
        {
            return null;
        }

        IDocumentReader document = isJson ? new JsonDocumentReader(file.Utf8, path) : new YamlDocumentReader(file, path);
        return new NodeReader(document, errors, cancellationToken).ReadDocument();
    }

    /// <summary>
    /// Where a file is that a manifest names: a regular file below the manifest's folder, reached without links. Null where it is not
    /// one. What
    /// is not regular (a device, a pipe) has no length, so that it is not even opened.
    /// </summary>
    public static string? Below(string folder, string relative)
    {
        string[] parts = relative.Split('/', '\\');
        if (Path.IsPathRooted(relative) || parts.Any(part => part is "" or "." or ".." || part.Contains(':', StringComparison.Ordinal)))
        {
            return null;
        }

        string path = folder;
        foreach (string part in parts)
        {
            path = Path.Combine(path, part);
            try
            {
                if ((File.GetAttributes(path) & (FileAttributes.ReparsePoint | FileAttributes.Device)) != 0)
                {
                    return null;
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                return null;
            }
        }

        var file = new FileInfo(path);
        return file.Exists && file.Length > 0 ? path : null;
    }
}
