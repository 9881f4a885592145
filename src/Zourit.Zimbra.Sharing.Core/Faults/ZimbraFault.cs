using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>A SOAP fault as Zimbra wrote it (<c>urn:zimbra Error</c> in the fault's detail).</summary>
public sealed record ZimbraFault
{
    /// <summary>The stable code to decide by, e.g. <c>mail.NO_SUCH_FOLDER</c>: see <see cref="ZimbraFaultCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The server's text, for people; cut at 2,000 characters, as every text of a fault. Not for matching: it changes
    /// between versions.</summary>
    public required string Reason { get; init; }

    /// <summary>The server blames the request (<c>soap:Sender</c>). A weak hint: decide by <see cref="Code"/>.</summary>
    public bool IsSenderFault { get; init; }

    /// <summary>The server's trace id, to find the call in its logs; null when it gave none.</summary>
    public string? TraceId { get; init; }

    /// <summary>The fault's arguments (<c>a</c> elements), e.g. the id that was not found; 100 at the most.</summary>
    public required IReadOnlyList<ZimbraFaultArgument> Arguments
    {
        get;
        init => field = ContentList.Of(value);
    }

    /// <summary>The reason without the server's class names.</summary>
    internal string PlainReason => FaultText.ForPeople(Reason);

    /// <summary>The value of the first argument of that name, or null.</summary>
    public string? Argument(string name) => Arguments.FirstOrDefault(argument => argument.Name == name)?.Value;
}
