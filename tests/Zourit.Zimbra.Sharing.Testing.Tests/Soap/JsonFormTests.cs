using System.Text;
using System.Text.Json;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

public sealed class JsonFormTests : IAsyncLifetime
{
    private const string Alice =
        """{"_jsns":"urn:zimbraAccount","account":{"by":"name","_content":"alice@example.test"},"password":"Secret-1alice"}""";

    private readonly HttpClient _client = new();
    private FakeZimbra _zimbra = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _zimbra = await FakeZimbra.StartRecordedAsync(cancellationToken: Cancel);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _zimbra.DisposeAsync();
    }

    [Fact]
    public async Task Half_a_document_is_a_parse_error_without_header()
    {
        (int status, string type, JsonElement reply) = await PostAsync("""{"Header":""");

        Assert.Equal(500, status);
        Assert.Equal("text/javascript; charset=utf-8", type);
        Assert.False(reply.TryGetProperty("Header", out _));
        Assert.Equal("service.PARSE_ERROR", Code(reply));
        Assert.Equal("urn:zimbraSoap", reply.GetProperty("_jsns").GetString());
    }

    [Fact]
    public async Task A_request_without_namespace_is_unknown()
    {
        (int status, _, JsonElement reply) = await AskAsync("NoOpRequest", "{}", await LogInAsync());

        Assert.Equal(500, status);
        Assert.Equal("service.UNKNOWN_DOCUMENT", Code(reply));
    }

    [Fact]
    public async Task An_element_given_as_plain_text_is_an_attribute_and_not_found()
    {
        (_, _, JsonElement reply) = await AskAsync(
            "AuthRequest",
            """{"_jsns":"urn:zimbraAccount","account":"alice@example.test","password":"Secret-1alice"}"""
        );

        Assert.Equal("account.AUTH_FAILED", Code(reply));
    }

    [Fact]
    public async Task A_fault_has_its_arguments_in_an_array()
    {
        (_, _, JsonElement reply) = await AskAsync(
            "GetFolderRequest",
            """{"_jsns":"urn:zimbraMail","folder":{"l":"99999"}}""",
            await LogInAsync()
        );

        JsonElement fault = reply.GetProperty("Body").GetProperty("Fault");
        Assert.Equal("soap:Sender", fault.GetProperty("Code").GetProperty("Value").GetString());
        Assert.Equal(
            """[{"t":"IID","n":"itemId","_content":"99999"}]""",
            fault.GetProperty("Detail").GetProperty("Error").GetProperty("a").GetRawText()
        );
        Assert.False(fault.TryGetProperty("_jsns", out _));
    }

    [Fact]
    public async Task A_login_answers_an_array_for_the_token_and_a_number_for_its_life()
    {
        (int status, string type, JsonElement reply) = await AskAsync("AuthRequest", Alice);

        JsonElement body = reply.GetProperty("Body").GetProperty("AuthResponse");
        Assert.Equal(200, status);
        Assert.Equal("text/javascript; charset=utf-8", type);
        Assert.Equal("urn:zimbraAccount", body.GetProperty("_jsns").GetString());
        Assert.StartsWith("0_", body.GetProperty("authToken")[0].GetProperty("_content").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Number, body.GetProperty("lifetime").ValueKind);
    }

    [Fact]
    public async Task Values_keep_their_types_and_single_elements_are_objects()
    {
        string token = await LogInAsync();
        await AskAsync(
            "FolderActionRequest",
            """{"_jsns":"urn:zimbraMail","action":{"id":10,"op":"grant","grant":[{"gt":"pub","perm":"r"}]}}""",
            token
        );

        (_, _, JsonElement reply) = await AskAsync("GetFolderRequest", """{"_jsns":"urn:zimbraMail","folder":[{"l":"10"}]}""", token);

        JsonElement folder = reply.GetProperty("Body").GetProperty("GetFolderResponse").GetProperty("folder")[0];
        Assert.Equal("10", folder.GetProperty("id").GetString());
        Assert.Equal(0, folder.GetProperty("n").GetInt32());
        Assert.False(folder.GetProperty("deletable").GetBoolean());
        Assert.Equal("pub", folder.GetProperty("acl").GetProperty("grant")[0].GetProperty("gt").GetString());
    }

    [Fact]
    public async Task A_batch_answers_its_children_by_name_each_in_an_array()
    {
        (int status, _, JsonElement reply) = await AskAsync(
            "BatchRequest",
            """
            {"_jsns":"urn:zimbra","onerror":"continue","NoOpRequest":[{"_jsns":"urn:zimbraMail","requestId":"a"}],
             "GetFolderRequest":[{"_jsns":"urn:zimbraMail","requestId":"b","folder":{"l":"99999"}},{"_jsns":"urn:zimbraMail","requestId":"c","folder":{"l":"10"}}]}
            """,
            await LogInAsync()
        );

        JsonElement batch = reply.GetProperty("Body").GetProperty("BatchResponse");
        Assert.Equal(200, status);
        Assert.Equal("a", batch.GetProperty("NoOpResponse")[0].GetProperty("requestId").GetString());
        Assert.Equal("b", batch.GetProperty("Fault")[0].GetProperty("requestId").GetString());
        Assert.Equal("urn:zimbraSoap", batch.GetProperty("Fault")[0].GetProperty("_jsns").GetString());
        Assert.Equal("c", batch.GetProperty("GetFolderResponse")[0].GetProperty("requestId").GetString());
    }

    [Fact]
    public async Task The_format_asked_for_wins_over_the_form_of_the_request()
    {
        (_, string toXml, string xml) = await PostTextAsync(
            """{"Header":{"context":{"_jsns":"urn:zimbra","format":{"type":"xml"}}},"Body":{"AuthRequest":"""
                + Alice
                + """},"_jsns":"urn:zimbraSoap"}"""
        );
        (_, string toJson, string json) = await PostTextAsync(
            """
            <soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Header><context xmlns="urn:zimbra"><format type="js"/></context></soap:Header>
            <soap:Body><AuthRequest xmlns="urn:zimbraAccount"><account by="name">alice@example.test</account><password>Secret-1alice</password></AuthRequest></soap:Body></soap:Envelope>
            """
        );

        Assert.Equal("text/xml; charset=utf-8", toXml);
        Assert.StartsWith("<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\">", xml, StringComparison.Ordinal);
        Assert.Equal("text/javascript; charset=utf-8", toJson);
        Assert.Contains("\"AuthResponse\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attributes_may_come_as_a_map()
    {
        string bob = _zimbra.Directory.FindAccount("bob@example.test")!.Id;
        string token = (
            await PostAsync(
                Envelope(
                    "AuthRequest",
                    $$"""{"_jsns":"urn:zimbraAdmin","name":"{{_zimbra.AdminName}}","password":"{{_zimbra.AdminPassword}}"}"""
                ),
                "service/admin/soap/",
                _zimbra.AdminUri
            )
        )
            .Reply.GetProperty("Body")
            .GetProperty("AuthResponse")
            .GetProperty("authToken")[0]
            .GetProperty("_content")
            .GetString()!;

        await PostAsync(
            Envelope(
                "ModifyAccountRequest",
                $$$"""{"_jsns":"urn:zimbraAdmin","id":"{{{bob}}}","_attrs":{"displayName":"Robert"}}""",
                token
            ),
            "service/admin/soap/",
            _zimbra.AdminUri
        );

        Assert.Equal("Robert", _zimbra.Directory.FindAccount("bob@example.test")!.Attributes["displayName"]);
    }

    private static string Code(JsonElement reply) =>
        reply.GetProperty("Body").GetProperty("Fault").GetProperty("Detail").GetProperty("Error").GetProperty("Code").GetString()!;

    private static string Envelope(string request, string content, string? token = null) =>
        "{\"Header\":{\"context\":{\"_jsns\":\"urn:zimbra\""
        + (token is null ? "" : $",\"authToken\":\"{token}\"")
        + "}},\"Body\":{\""
        + request
        + "\":"
        + content
        + "},\"_jsns\":\"urn:zimbraSoap\"}";

    private async Task<string> LogInAsync() =>
        (await AskAsync("AuthRequest", Alice))
            .Reply.GetProperty("Body")
            .GetProperty("AuthResponse")
            .GetProperty("authToken")[0]
            .GetProperty("_content")
            .GetString()!;

    private Task<(int Status, string Type, JsonElement Reply)> AskAsync(string request, string content, string? token = null) =>
        PostAsync(Envelope(request, content, token));

    private async Task<(int Status, string Type, JsonElement Reply)> PostAsync(
        string body,
        string path = "service/soap/",
        Uri? server = null
    )
    {
        (int status, string type, string text) = await PostTextAsync(body, path, server);
        return (status, type, JsonDocument.Parse(text).RootElement);
    }

    private async Task<(int Status, string Type, string Text)> PostTextAsync(string body, string path = "service/soap/", Uri? server = null)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _client.PostAsync(new Uri(server ?? _zimbra.ServerUri, path), content, Cancel);
        return (
            (int)response.StatusCode,
            response.Content.Headers.ContentType!.ToString(),
            await response.Content.ReadAsStringAsync(Cancel)
        );
    }
}
