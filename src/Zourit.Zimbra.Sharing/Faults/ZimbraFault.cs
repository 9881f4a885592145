namespace Zourit.Zimbra.Sharing;

/// <summary>A SOAP fault as Zimbra wrote it (<c>urn:zimbra Error</c> in the fault's detail).</summary>
/// <param name="Code">The stable code to decide by, e.g. <c>mail.NO_SUCH_FOLDER</c>: see <see cref="ZimbraFaultCodes"/>.</param>
/// <param name="Reason">The server's text, for people; cut at 2,000 characters, as every text of a fault. Not for matching: it changes
/// between versions.</param>
/// <param name="IsSenderFault">The server blames the request (<c>soap:Sender</c>). A weak hint: decide by <paramref name="Code"/>.</param>
/// <param name="TraceId">The server's trace id, to find the call in its logs; null when it gave none.</param>
/// <param name="Arguments">The fault's arguments (<c>a</c> elements), e.g. the id that was not found; 100 at the most.</param>
public sealed record ZimbraFault(
    string Code,
    string Reason,
    bool IsSenderFault,
    string? TraceId,
    IReadOnlyList<ZimbraFaultArgument> Arguments
)
{
    /// <summary>The reason without the server's class names.</summary>
    internal string PlainReason => FaultText.ForPeople(Reason);

    /// <summary>The value of the first argument of that name, or null.</summary>
    public string? Argument(string name) => Arguments.FirstOrDefault(argument => argument.Name == name)?.Value;
}
