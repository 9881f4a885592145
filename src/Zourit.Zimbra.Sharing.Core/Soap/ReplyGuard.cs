using System.Buffers;
using System.Xml;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Soap;

/// <summary>
/// Refuses replies that would hold a processor out of reach of every time limit, before a parser sees them: WCF looks through all
/// namespaces in force at each element, reads all headers at once, and a tag's attributes are one step for every parser. Zimbra declares
/// one prefix, <c>soap</c>, its headers are small, and its tags have some twenty attributes.
/// </summary>
internal static class ReplyGuard
{
    public const int MostDeclarations = 256;
    public const int MostAttributes = 1_000;
    public const int LargestHeader = 256 * 1024;

    private const int BlockSize = 16 * 1024;

    /// <summary>What is wrong with a reply, as the end of a sentence; null for nothing. The reply is left at its start.</summary>
    /// <exception cref="XmlException">It may declare too many namespaces, and is not well-formed.</exception>
    /// <exception cref="OperationCanceledException">The time is up.</exception>
    public static LocalizedText? Problem(Stream reply, CancellationToken cancellationToken)
    {
        // Texts may hold the word too, a mail's HTML for instance: then the reply is looked at closely, by a reader that does not mind
        // them.
        LocalizedText? problem =
            AttributesOf(reply, cancellationToken) > MostAttributes ? ReplyTexts.ManyAttributes(MostAttributes)
            : HasLargeHeader(reply) ? ReplyTexts.LargeHeader(LargestHeader / 1024)
            : Mentions(reply) > MostDeclarations && Declarations(reply, cancellationToken) > MostDeclarations
                ? ReplyTexts.ManyNamespaces(MostDeclarations)
            : null;
        reply.Position = 0;
        return problem;
    }

    /// <summary>Whether a reply is the start of an envelope without its end.</summary>
    public static bool IsCut(Stream reply)
    {
        Span<byte> block = stackalloc byte[512];
        reply.Position = 0;
        ReadOnlySpan<byte> start = block[..reply.ReadAtLeast(block, block.Length, throwOnEndOfStream: false)];
        bool isEnvelope = start.IndexOf("Envelope"u8) >= 0;
        reply.Position = Math.Max(0, reply.Length - block.Length);
        ReadOnlySpan<byte> end = block[..reply.ReadAtLeast(block, block.Length, throwOnEndOfStream: false)];
        reply.Position = 0;
        return isEnvelope && !end.TrimEnd(" \t\r\n\0"u8).EndsWith("Envelope>"u8);
    }

    private static int AttributesOf(Stream reply, CancellationToken cancellationToken)
    {
        var scanner = new TagScanner();
        byte[] block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            reply.Position = 0;
            int count;
            while (scanner.MostAttributes <= MostAttributes && (count = reply.Read(block, 0, BlockSize)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                scanner.Read(block.AsSpan(0, count));
            }

            return scanner.MostAttributes;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    private static bool HasLargeHeader(Stream reply)
    {
        if (reply.Length <= LargestHeader)
        {
            return false;
        }

        byte[] block = ArrayPool<byte>.Shared.Rent(LargestHeader);
        try
        {
            reply.Position = 0;
            int count = reply.ReadAtLeast(block.AsSpan(0, LargestHeader), LargestHeader, throwOnEndOfStream: false);
            return block.AsSpan(0, count).IndexOf("Body"u8) < 0;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
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

                // A word may lie across the blocks' border; a whole one has no start of another in its end.
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

    private static long Declarations(Stream reply, CancellationToken cancellationToken)
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
            cancellationToken.ThrowIfCancellationRequested();
            while (reader.MoveToNextAttribute())
            {
                declarations += reader.Prefix == "xmlns" ? 1 : 0;
            }
        }

        return declarations;
    }
}
