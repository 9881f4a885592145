namespace Zourit.Zimbra.Sharing.Soap;

/// <summary>
/// Reads a SOAP fault body. WCF's own reader cannot: Zimbra's <c>Reason/Text</c> has no <c>xml:lang</c> (docs/protocol.md §1.7), which it
/// answers with a CommunicationException.
/// </summary>
internal static class FaultReader
{
    /// <summary>The longest text of a fault that is kept, in characters.</summary>
    public const int LongestText = 2_000;

    private const int MostArguments = 100;

    public static ZimbraFault Read(ResponseElement fault)
    {
        // SOAP 1.2 first; the SOAP 1.1 names come from a proxy or an old server.
        string side = fault.Child("Code")?.Text("Value") ?? fault.Text("faultcode") ?? "";
        string reason = Cut(fault.Child("Reason")?.Text("Text") ?? fault.Text("faultstring") ?? "");
        ResponseElement? error = (fault.Child("Detail") ?? fault.Child("detail"))?.Child("Error");
        if (error is not { } detail)
        {
            throw new ZimbraProtocolException(ReplyTexts.FaultWithoutCode);
        }

        var arguments = detail
            .Children("a")
            .Select(argument => new ZimbraFaultArgument
            {
                Name = Cut(argument.Text("n") ?? ""),
                Type = Cut(argument.Text("t") ?? ""),
                Value = Cut(argument.Content),
            })
            .Take(MostArguments)
            .ToList();
        return new ZimbraFault
        {
            Code = Cut(detail.RequiredText("Code")),
            Reason = reason,
            IsSenderFault = side.EndsWith(":Sender", StringComparison.Ordinal) || side.EndsWith(":Client", StringComparison.Ordinal),
            TraceId = detail.Text("Trace") is { } trace ? Cut(trace) : null,
            Arguments = arguments,
        };
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText), "…");
}
