using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>Puts the pieces of a document together.</summary>
internal sealed class NodeReader(IDocumentReader document, ErrorList errors, CancellationToken cancellationToken)
{
    /// <summary>How deep lists and maps may be within one another; a manifest needs five.</summary>
    public const int MaxDepth = 12;

    /// <summary>Reads a document whose outermost value is a map; null where it is not one, or ends early: that is reported.</summary>
    public MapNode? ReadDocument()
    {
        try
        {
            if (document.Next() is not { IsNull: false } first)
            {
                errors.Add(ManifestErrorCode.Missing, document.At with { Line = 0, Column = 0 }, DocumentTexts.Empty);
                return null;
            }

            Node node = Read(first, 1);
            if (document.Next() is { } more)
            {
                throw new DocumentException(ManifestErrorCode.NotSupported, more.At, DocumentTexts.SecondDocument);
            }

            if (node is not MapNode)
            {
                errors.Add(ManifestErrorCode.InvalidValue, node.At, DocumentTexts.NotAMap);
            }

            return node as MapNode;
        }
        catch (DocumentException e)
        {
            errors.Add(e.Error);
            return null;
        }
    }

    private Node Read(DocumentEvent start, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new DocumentException(ManifestErrorCode.TooLarge, start.At, DocumentTexts.TooDeep(MaxDepth));
        }

        return start.Kind switch
        {
            DocumentEventKind.MapStart => ReadMap(start.At, depth),
            DocumentEventKind.ListStart => ReadList(start.At, depth),
            _ => new ScalarNode(start.At, start.Text, start.IsQuoted, start.IsNull),
        };
    }

    private ListNode ReadList(SourceLocation at, int depth)
    {
        List<Node> items = [];
        while (Following() is { Kind: not DocumentEventKind.ListEnd } item)
        {
            items.Add(Read(item, depth + 1));
        }

        return new ListNode(at, items);
    }

    private MapNode ReadMap(SourceLocation at, int depth)
    {
        List<MapEntry> entries = [];
        Dictionary<string, SourceLocation>? seen = null;
        while (Following() is { Kind: not DocumentEventKind.MapEnd } key)
        {
            if (key.Kind != DocumentEventKind.Scalar)
            {
                throw new DocumentException(ManifestErrorCode.InvalidValue, key.At, DocumentTexts.KeyIsNoText);
            }

            string name = string.IsInterned(key.Text) ?? key.Text;
            Node value = Read(Following(), depth + 1);
            seen ??= [];
            if (seen.TryAdd(name, key.At))
            {
                entries.Add(new(name, key.At, value));
            }
            else
            {
                errors.Add(ManifestErrorCode.DuplicateKey, key.At, DocumentTexts.DuplicateKey(name, seen[name]), seen[name]);
            }
        }

        return new MapNode(at, entries);
    }

    private DocumentEvent Following()
    {
        cancellationToken.ThrowIfCancellationRequested();
        return document.Next() ?? throw new DocumentException(ManifestErrorCode.Syntax, document.At, DocumentTexts.EndsEarly);
    }
}
