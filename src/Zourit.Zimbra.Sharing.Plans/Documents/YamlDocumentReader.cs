using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>
/// Reads YAML by its parser's events. Anchors, aliases and tags are refused: a manifest has no use for them, and bombs are made of them.
/// </summary>
internal sealed class YamlDocumentReader(SourceFile source, string file) : IDocumentReader
{
    private readonly Parser _parser = new(new Scanner(source.OpenText(), skipComments: true));
    private int _documents;

    public SourceLocation At { get; private set; } = new(file, 0, 0);

    public DocumentEvent? Next()
    {
        while (MoveNext())
        {
            ParsingEvent current = _parser.Current!;
            At = Location(current.Start);
            switch (current)
            {
                case Scalar scalar:
                    RefuseProperties(scalar);
                    bool isPlain = scalar.Style == ScalarStyle.Plain;
                    return new(
                        DocumentEventKind.Scalar,
                        At,
                        scalar.Value,
                        IsQuoted: !isPlain,
                        IsNull: isPlain && scalar.Value is "" or "~" or "null"
                    );
                case MappingStart start:
                    RefuseProperties(start);
                    return new(DocumentEventKind.MapStart, At);
                case SequenceStart start:
                    RefuseProperties(start);
                    return new(DocumentEventKind.ListStart, At);
                case MappingEnd:
                    return new(DocumentEventKind.MapEnd, At);
                case SequenceEnd:
                    return new(DocumentEventKind.ListEnd, At);
                case AnchorAlias:
                    throw Refused(DocumentTexts.Alias);
                case DocumentStart when ++_documents > 1:
                    throw Refused(DocumentTexts.SecondDocument);
                default:
                    break;
            }
        }

        return null;
    }

    private bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (YamlException e)
        {
            throw NotYaml(Location(e.Start), e.Message);
        }
        catch (InvalidOperationException e)
        {
            // What the parser throws where it loses its way, e.g. after a colon without a key.
            throw NotYaml(At, e.Message);
        }
    }

    // The parser says where it gave up, for a tab often before the line that has it, and at 1:1 where it does not know.
    private DocumentException NotYaml(SourceLocation at, string reason)
    {
        SourceLocation place = at.Line < At.Line ? At : at;
        return TabFrom(Math.Max(At.Line, 1)) is { } tab && (tab.Line <= place.Line + 1 || place.Line <= 1)
            ? new(ManifestErrorCode.Syntax, tab, YamlTexts.Tab)
            : new(ManifestErrorCode.Syntax, place, YamlTexts.Of(reason));
    }

    private SourceLocation? TabFrom(int first)
    {
        ReadOnlySpan<byte> text = source.Utf8;
        int line = 0;
        foreach (Range range in text.Split((byte)'\n'))
        {
            line++;
            int indent = text[range].IndexOfAnyExcept((byte)' ');
            if (line >= first && indent >= 0 && text[range][indent] == '\t')
            {
                return new(file, line, indent + 1);
            }
        }

        return null;
    }

    private void RefuseProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            throw Refused(DocumentTexts.Anchor);
        }

        // A quoted scalar has the tag "!" by itself.
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
        {
            throw Refused(DocumentTexts.Tag);
        }
    }

    private DocumentException Refused(Sharing.Values.LocalizedText text) => new(ManifestErrorCode.NotSupported, At, text);

    private SourceLocation Location(Mark mark) => new(file, (int)mark.Line, (int)mark.Column);
}
