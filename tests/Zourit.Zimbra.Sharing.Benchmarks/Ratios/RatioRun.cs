using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Benchmarks.Start;
using Zourit.Zimbra.Sharing.Benchmarks.Stubs;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Benchmarks.Ratios;

/// <summary>
/// What a typed grant through the public API costs, compared with bare HttpClient and with the bare WCF channel sending the same bytes, one
/// after the other.
/// </summary>
internal static class RatioRun
{
    // The runtime goes on compiling hot code for some seconds, and what that costs falls on whoever runs at the time.
    private const int WarmUpCalls = 30_000;
    private const int Rounds = 21;
    private const int CallsPerRound = 2_000;

    public static async Task RunAsync(TextWriter output)
    {
        using StubProcess stub = await StubProcess.StartAsync();
        await using var client = new ZimbraClient(
            stub.Address,
            ZimbraCredentials.Password("alice@example.test", new Secret("Secret-1alice"))
        );
        Func<Task> typedGrant = () =>
            client.SendAsync(
                FolderActionRequest.Grant(
                    "10",
                    new FolderGrant
                    {
                        Type = GranteeType.Guest,
                        GranteeName = "guest@outside.test",
                        Rights = "r",
                        Password = new Secret("guestpw1"),
                    }
                )
            );
        await typedGrant();

        using SocketsHttpHandler handler = Handler();
        using var http = new HttpClient(handler);
        byte[] sameBytes = await http.GetByteArrayAsync(new Uri(stub.Address, PreparedReplies.LastRequestPath));
        var address = new Uri(stub.Address, "/service/soap/");
        using SocketsHttpHandler channelHandler = Handler();
        BareChannel channel = await BareChannel.OpenAsync(new Uri(stub.Address, PreparedReplies.RelabelledPath), channelHandler, sameBytes);

        var typedLane = new Lane(typedGrant);
        var httpLane = new Lane(() => PostAsync(http, address, sameBytes));
        var channelLane = new Lane(channel.SendAsync);
        Lane[] lanes = [typedLane, httpLane, channelLane];
        foreach (Lane lane in lanes)
        {
            await lane.WarmUpAsync(WarmUpCalls);
        }

        for (int round = 0; round < Rounds; round++)
        {
            foreach (Lane lane in lanes)
            {
                await lane.RunRoundAsync(CallsPerRound);
            }
        }

        string calls = $"{Rounds} interleaved rounds of {CallsPerRound} calls, median";
        Write(
            output,
            "grant.cpu",
            Statistics.Ratio(typedLane, httpLane),
            string.Create(
                CultureInfo.InvariantCulture,
                $"typed grant {typedLane.MedianMicroseconds:0.0} µs CPU a call, HttpClient {httpLane.MedianMicroseconds:0.0} µs; "
                    + $"{Statistics.Ratio(typedLane, channelLane):0.00} times the bare channel; {calls}"
            )
        );
        Write(
            output,
            "grant.allocated",
            typedLane.MedianBytes / httpLane.MedianBytes,
            string.Create(
                CultureInfo.InvariantCulture,
                $"typed grant {typedLane.MedianBytes / 1024:0.0} KB a call, HttpClient {httpLane.MedianBytes / 1024:0.0} KB, bare channel "
                    + $"{channelLane.MedianBytes / 1024:0.0} KB; {calls}"
            )
        );
        Write(
            output,
            "channel.cpu",
            Statistics.Ratio(channelLane, httpLane),
            string.Create(
                CultureInfo.InvariantCulture,
                $"bare channel {channelLane.MedianMicroseconds:0.0} µs CPU a call, HttpClient {httpLane.MedianMicroseconds:0.0} µs; {calls}"
            )
        );
        await BulkRun.RunAsync(stub, (name, value, detail) => Write(output, name, value, detail));
        await FeedRun.RunAsync(stub, client, (name, value, detail) => Write(output, name, value, detail));
        await RunPlansAsync(output);
        await RunToolAsync(output);
        await RunStartAsync(output);
    }

    /// <summary>Only what a start of zimbra-share costs.</summary>
    public static Task RunToolAsync(TextWriter output) =>
        ToolStart.RunAsync((name, value, detail) => Write(output, name, value, detail), Console.Error);

    /// <summary>Only what it costs to start a program and share once.</summary>
    public static Task RunStartAsync(TextWriter output) =>
        StartMeasurement.RunAsync((name, value, detail) => Write(output, name, value, detail));

    /// <summary>Only what plans cost.</summary>
    public static Task RunPlansAsync(TextWriter output) =>
        PlanMeasurement.RunAsync((name, value, detail) => Write(output, name, value, detail));

    /// <summary>Only what lists cost.</summary>
    public static async Task RunBulkAsync(TextWriter output)
    {
        using StubProcess stub = await StubProcess.StartAsync();
        await BulkRun.RunAsync(stub, (name, value, detail) => Write(output, name, value, detail));
    }

    private static SocketsHttpHandler Handler() =>
        new()
        {
            AutomaticDecompression = DecompressionMethods.All,
            AllowAutoRedirect = false,
            UseCookies = false,
        };

    private static async Task PostAsync(HttpClient http, Uri address, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/soap+xml", "utf-8");
        using HttpResponseMessage response = await http.PostAsync(address, content);
        byte[] reply = await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        if (reply.Length == 0)
        {
            throw new InvalidOperationException("The stub answered nothing.");
        }
    }

    private static void Write(TextWriter output, string name, double value, string detail)
    {
        using var buffer = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteNumber("value", Math.Round(value, 3));
            json.WriteString("detail", detail);
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
