using System.Text;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

/// <summary>Raw answers in the form the real server gives them.</summary>
internal static class Replies
{
    public const string NoOp = "<NoOpResponse xmlns=\"urn:zimbraMail\"/>";

    public static string Soap(string bodyContent) =>
        "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Header><context xmlns=\"urn:zimbra\"><change "
        + "token=\"7\"/></context></soap:Header>"
        + $"<soap:Body>{bodyContent}</soap:Body></soap:Envelope>";

    public static string Fault(string code, string reason = "no", string side = "Sender") => Soap(Refusal(code, reason, side));

    /// <summary>The answer to a batch: one element for each request, a <see cref="Refusal"/> for one that was refused.</summary>
    public static string Batch(params string[] answers) =>
        Soap($"<BatchResponse xmlns=\"urn:zimbra\">{string.Concat(answers)}</BatchResponse>");

    public static string Refusal(string code, string reason = "no", string side = "Sender") =>
        $"<soap:Fault><soap:Code><soap:Value>soap:{side}</soap:Value></soap:Code><soap:Reason><soap:Text>{reason}</soap:Text>"
        + $"</soap:Reason><soap:Detail><Error xmlns=\"urn:zimbra\"><Code>{code}</Code><Trace>qtp1-9:1767225600000:11aa</Trace></Error>"
        + "</soap:Detail></soap:Fault>";

    public static string Auth(string token = "0_token", long lifetime = 172_800_000) =>
        Soap($"<AuthResponse xmlns=\"urn:zimbraAccount\"><authToken>{token}</authToken><lifetime>{lifetime}</lifetime></AuthResponse>");

    public static string Http(int status, string body, string contentType = "text/xml;charset=utf-8", string extraHeaders = "") =>
        $"HTTP/1.1 {status} Said\r\nContent-Type: {contentType}\r\nCache-Control: no-store, no-cache\r\n{extraHeaders}Content-Length: "
        + $"{Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
}
