using System.Text.Json;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>
/// Says which operations an HTTP request asks for: the requests in a SOAP body (those of a batch too), or the name of the page.
/// </summary>
internal static class OperationNames
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static IReadOnlyList<string> Of(HttpRequest request, Stream body)
    {
        var path = request.Path.Value ?? "";
        return Page(path) is { } page ? [page, $"{page} {request.Method}"] : Requests(body);
    }

    private static string? Page(string path)
    {
        if (path.StartsWith("/service/extuserprov", StringComparison.Ordinal))
            return MisbehaviourRules.SignUp;
        if (path.StartsWith("/service/preauth", StringComparison.Ordinal))
            return MisbehaviourRules.Preauth;
        return
            path.StartsWith("/service/soap", StringComparison.Ordinal) || path.StartsWith("/service/admin/soap", StringComparison.Ordinal)
            ? null
            : MisbehaviourRules.Rest;
    }

    private static List<string> Requests(Stream body)
    {
        var names = new List<string>();
        try
        {
            var first = body.ReadByte();
            body.Position = 0;
            if (first == '<')
                ReadXml(body, names);
            else if (first >= 0)
                ReadJson(body, names);
        }
        catch (Exception e) when (e is XmlException or JsonException)
        {
            // A body that does not parse asks for nothing more than what could be read; the server will say so itself.
        }
        finally
        {
            body.Position = 0;
        }
        return names;
    }

    private static void ReadXml(Stream body, List<string> names)
    {
        using var reader = XmlReader.Create(body, Settings);
        var inBody = false;
        var inBatch = false;
        while (reader.Read())
        {
            if (reader.NodeType is not XmlNodeType.Element)
                continue;
            if (reader.Depth == 1)
                inBody = reader.LocalName is "Body";
            else if (inBody && (reader.Depth == 2 || (inBatch && reader.Depth == 3)))
            {
                names.Add(reader.LocalName);
                if (reader.Depth == 2)
                    inBatch = reader.LocalName is "BatchRequest";
            }
        }
    }

    private static void ReadJson(Stream body, List<string> names)
    {
        using var document = JsonDocument.Parse(body);
        if (
            document.RootElement.ValueKind is not JsonValueKind.Object
            || !document.RootElement.TryGetProperty("Body", out var requests)
            || requests.ValueKind is not JsonValueKind.Object
        )
            return;
        foreach (var request in requests.EnumerateObject())
        {
            names.Add(request.Name);
            if (request.Name is "BatchRequest" && request.Value.ValueKind is JsonValueKind.Object)
                names.AddRange(request.Value.EnumerateObject().Where(IsRequest).SelectMany(Repeated));
        }
    }

    private static bool IsRequest(JsonProperty member) => member.Name.EndsWith("Request", StringComparison.Ordinal);

    private static IEnumerable<string> Repeated(JsonProperty member) =>
        Enumerable.Repeat(member.Name, member.Value.ValueKind is JsonValueKind.Array ? member.Value.GetArrayLength() : 1);
}
