using System.Buffers;
using System.Text;

namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>The code page of spreadsheets in Western Europe.</summary>
internal static class Windows1252
{
    /// <summary>The encoding.</summary>
    public static Encoding Encoding { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Bytes that are no letters in it; .NET would make control characters of them.</summary>
    public static SearchValues<byte> Unassigned { get; } = SearchValues.Create(0x81, 0x8D, 0x8F, 0x90, 0x9D);
}
