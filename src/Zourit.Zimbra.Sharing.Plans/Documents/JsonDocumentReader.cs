using System.Text.Json;
using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>Reads JSON, with the line and column of each piece.</summary>
internal sealed class JsonDocumentReader(byte[] utf8, string file) : IDocumentReader
{
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = NodeReader.MaxDepth });
    private int _consumed;
    private int _counted;
    private int _line = 1;
    private int _column = 1;

    public SourceLocation At { get; private set; } = new(file, 0, 0);

    public DocumentEvent? Next()
    {
        try
        {
            var reader = new Utf8JsonReader(utf8.AsSpan(_consumed), isFinalBlock: true, _state);
            if (!reader.Read())
            {
                return null;
            }

            At = Location(_consumed + (int)reader.TokenStartIndex);
            DocumentEvent next = reader.TokenType switch
            {
                JsonTokenType.StartObject => new(DocumentEventKind.MapStart, At),
                JsonTokenType.EndObject => new(DocumentEventKind.MapEnd, At),
                JsonTokenType.StartArray => new(DocumentEventKind.ListStart, At),
                JsonTokenType.EndArray => new(DocumentEventKind.ListEnd, At),
                JsonTokenType.Null => new(DocumentEventKind.Scalar, At, IsNull: true),
                JsonTokenType.True => new(DocumentEventKind.Scalar, At, "true"),
                JsonTokenType.False => new(DocumentEventKind.Scalar, At, "false"),
                JsonTokenType.Number => new(DocumentEventKind.Scalar, At, System.Text.Encoding.UTF8.GetString(reader.ValueSpan)),
                _ => new(DocumentEventKind.Scalar, At, reader.GetString()!, IsQuoted: true),
            };
            _state = reader.CurrentState;
            _consumed += (int)reader.BytesConsumed;
            return next;
        }
        catch (JsonException e)
        {
            throw new DocumentException(ManifestErrorCode.Syntax, Location(e), DocumentTexts.NotJson);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped.
            throw new DocumentException(ManifestErrorCode.Syntax, At, DocumentTexts.NotJson);
        }
    }

    // The exception counts bytes.
    private SourceLocation Location(JsonException e)
    {
        int start = 0;
        for (long line = e.LineNumber ?? 0; line > 0; line--)
        {
            start += utf8.AsSpan(start).IndexOf((byte)'\n') + 1;
        }

        int length = (int)Math.Min(e.BytePositionInLine ?? 0, utf8.Length - start);
        return new(file, (int)(e.LineNumber ?? 0) + 1, System.Text.Encoding.UTF8.GetCharCount(utf8, start, length) + 1);
    }

    private SourceLocation Location(int offset)
    {
        for (; _counted < offset && _counted < utf8.Length; _counted++)
        {
            byte current = utf8[_counted];
            if (current == (byte)'\n')
            {
                (_line, _column) = (_line + 1, 1);
            }
            else if ((current & 0xC0) != 0x80)
            {
                _column++;
            }
        }

        return new(file, _line, _column);
    }
}
