using System.Buffers;
using System.Xml;

namespace Zourit.Zimbra.Sharing.Soap;

/// <summary>
/// Refuses replies that declare namespaces by the thousand: WCF's reader looks through all that are in force at each element, so that a few
/// megabytes of them hold a processor for hours, out of reach of every time limit. Zimbra declares one prefix, <c>soap</c>.
/// </summary>
internal static class NamespaceGuard
{
    public const int MostDeclarations = 256;

    private const int BlockSize = 16 * 1024;

    /// <summary>Whether a reply declares too many; it is left at its beginning.</summary>
    /// <exception cref="XmlException">It may, and is not well-formed.</exception>
    public static bool Refuses(Stream reply)
    {
        // Texts may hold the word too, a mail's HTML for instance: then the reply is looked at closely, by a reader that does not mind
        // them.
        bool tooMany = Mentions(reply) > MostDeclarations && Declarations(reply) > MostDeclarations;
        reply.Position = 0;
        return tooMany;
    }

    private static long Mentions(Stream reply)
    {
        ReadOnlySpan<byte> word = "xmlns:"u8;
        byte[] block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            reply.Position = 0;
            long mentions = 0;
            int held = 0;
            int count;
            while ((count = reply.Read(block, held, BlockSize - held)) > 0)
            {
                ReadOnlySpan<byte> text = block.AsSpan(0, held + count);
                mentions += text.Count(word);

                // A word may lie across the blocks' border; a whole one has no beginning of another in its end.
                held = Math.Min(word.Length - 1, text.Length);
                text[^held..].CopyTo(block);
            }

            return mentions;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    private static long Declarations(Stream reply)
    {
        reply.Position = 0;
        using var reader = XmlReader.Create(
            reply,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                CloseInput = false,
                MaxCharactersInDocument = 0,
            }
        );
        long declarations = 0;
        while (declarations <= MostDeclarations && reader.Read())
        {
            while (reader.MoveToNextAttribute())
            {
                declarations += reader.Prefix == "xmlns" ? 1 : 0;
            }
        }

        return declarations;
    }
}
