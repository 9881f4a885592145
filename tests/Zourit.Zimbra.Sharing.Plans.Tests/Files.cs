using System.Text;
using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Manifests;

namespace Zourit.Zimbra.Sharing.Plans.Tests;

/// <summary>A folder of its own for one test's files.</summary>
internal sealed class Files : IDisposable
{
    public Files() => Directory.CreateDirectory(Folder);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"plans-{Guid.NewGuid():N}");

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public string Add(string name, string text) => Add(name, Encoding.UTF8.GetBytes(text));

    public string Add(string name, byte[] bytes)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public async Task<ReadOutcome<Manifest>> ReadAsync(string text, string name = "shares.yaml", ManifestReadOptions? options = null) =>
        await Manifest.ReadAsync(Add(name, text), options, Token);

    public async Task<IReadOnlyList<DesiredShare>> SharesAsync(
        string text,
        string name = "shares.yaml",
        ManifestReadOptions? options = null
    ) => (await ReadAsync(text, name, options)).ValueOrThrow().Shares;

    /// <summary>The errors without the folder.</summary>
    public async Task<string[]> ErrorsAsync(string text, string name = "shares.yaml", ManifestReadOptions? options = null) =>
        Texts((await ReadAsync(text, name, options)).Errors);

    public string[] Texts(IEnumerable<ManifestError> errors) =>
        [.. errors.Select(error => error.ToString().Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
