using System.Text;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>Tells saved plans from manifests by how they start.</summary>
internal static class SavedPlanFile
{
    private static readonly byte[] Start = Encoding.ASCII.GetBytes("{\"type\":\"version\"");

    public static async Task<bool> IsOneAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        await using FileStream file = File.OpenRead(path);
        byte[] read = new byte[Start.Length];
        return await file.ReadAtLeastAsync(read, read.Length, throwOnEndOfStream: false, cancellationToken) == read.Length
            && read.AsSpan().SequenceEqual(Start);
    }
}
