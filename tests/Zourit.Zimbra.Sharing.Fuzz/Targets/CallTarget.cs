using System.Diagnostics;
using System.Text;
using Zourit.Zimbra.Sharing.Fuzz.Corpora;
using Zourit.Zimbra.Sharing.Fuzz.Engine;
using Zourit.Zimbra.Sharing.Fuzz.Replies;

namespace Zourit.Zimbra.Sharing.Fuzz.Targets;

/// <summary>
/// Whole calls of the sub-clients, each against the answers of a server that says something else than it should. The input's first line
/// names the call.
/// </summary>
internal sealed class CallTarget : FuzzTarget
{
    private readonly ReplayClients _clients = new();

    public override string Name => "call";

    public override IReadOnlyList<string> Words { get; } = [.. XmlWords.All, "\n### RESPONSE\n", .. Calls.All.Select(call => call.Name)];

    public override long AllocationPerByte => 4_000;

    public override IEnumerable<Seed> Corpus() => CallCorpus.RecordAsync().GetAwaiter().GetResult();

    public override void Run(byte[] input)
    {
        int replies = input.AsSpan().IndexOf((byte)'\n') + 1;
        string name = Encoding.UTF8.GetString(input.AsSpan(0, replies)).TrimEnd('\n');
        Call call = Calls.All.FirstOrDefault(one => one.Name == name) ?? Calls.All[input.Length % Calls.All.Count];
        _clients.Run(RawReply.ReadAll(input.AsSpan(replies)), () => call.Run(call.IsAdmin ? _clients.Admin : _clients.User));
    }

    // That an argument does not fit what the server holds, a mountpoint for instance, is the library's own word; any other
    // ArgumentException is somebody's mistake.
    public override bool IsDocumented(Exception e) =>
        e is ZimbraException
        || (
            e is ArgumentException and not (ArgumentNullException or ArgumentOutOfRangeException)
            && new StackTrace(e).GetFrame(0)?.GetMethod()?.DeclaringType?.Assembly is { } assembly
            && (assembly == typeof(ZimbraClient).Assembly || assembly == typeof(ZimbraException).Assembly)
        );
}
