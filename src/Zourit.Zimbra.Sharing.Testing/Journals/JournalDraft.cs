using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Journals;

/// <summary>An entry of the journal while its request is being answered.</summary>
internal sealed class JournalDraft
{
    private const int BodyKept = 16_384;

    private readonly long _number;
    private readonly DateTimeOffset _at;
    private readonly string _method;
    private readonly string _target;
    private readonly IReadOnlyList<string> _operations;
    private readonly Dictionary<string, string> _headers;
    private readonly byte[] _request;
    private byte[] _reply = [];
    private int? _status;
    private bool _ended;

    public JournalDraft(long number, DateTimeOffset at, HttpContext context, IReadOnlyList<string> operations, byte[] request)
    {
        _number = number;
        _at = at;
        _method = context.Request.Method;
        _target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        _operations = operations;

        // The fake's own header repeats the target, with what is secret in it.
        _headers = context
            .Request.Headers.Where(header => header.Key != RawTarget.Header)
            .ToDictionary(
                header => header.Key,
                header => Redaction.Header(header.Key, header.Value.ToString()),
                StringComparer.OrdinalIgnoreCase
            );
        _request = request;
    }

    public List<string> Injected { get; } = [];

    public void Answered(HttpResponse response, byte[] body)
    {
        _status = response.StatusCode;
        _reply = body;
    }

    /// <summary>Whether this is the first time the entry is ended.</summary>
    public bool TryEnd() => !_ended && (_ended = true);

    public JournalEntry Close() =>
        new()
        {
            Number = _number,
            At = _at,
            Method = _method,
            Target = Redaction.Text(_target),
            Operations = _operations,
            RequestHeaders = _headers,
            RequestBody = Readable(_request),
            Status = _status,
            ReplyBody = Readable(_reply),
            Injected = Injected,
        };

    // The text is redacted before it is cut: a secret at the cut would lose the mark it is known by.
    private static string Readable(byte[] body)
    {
        var text = Redaction.Text(Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, 8 * BodyKept)));
        return text.Length <= BodyKept ? text : text[..BodyKept];
    }
}
