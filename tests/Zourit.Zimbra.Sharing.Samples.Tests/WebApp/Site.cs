using System.Net;
using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Samples.Tests.Processes;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Seeding;

namespace Zourit.Zimbra.Sharing.Samples.Tests.WebApp;

/// <summary>samples/WebApp as a process on a free port, by default with a server of an association.</summary>
internal sealed partial class Site : IAsyncDisposable
{
    private readonly SampleProcess _process;
    private readonly FakeZimbra? _zimbra;
    private readonly Task<string> _log;

    private Site(SampleProcess process, FakeZimbra? zimbra, Uri address, IReadOnlyList<string> startLog)
    {
        _process = process;
        _zimbra = zimbra;
        Address = address;
        StartLog = startLog;
        Http = new HttpClient { BaseAddress = address };

        // A full pipe would stop the process.
        _log = process.Output.ReadToEndAsync(CancellationToken.None);
    }

    public Uri Address { get; }

    /// <summary>What it printed until it listened.</summary>
    public IReadOnlyList<string> StartLog { get; }

    /// <summary>A client that keeps cookies.</summary>
    public HttpClient Http { get; }

    public FakeZimbra Zimbra => _zimbra ?? throw new InvalidOperationException("The site runs on its own server.");

    public static async Task<Site> StartAsync(CancellationToken cancellationToken, Action<CalendarSeed>? board = null)
    {
        FakeZimbra zimbra = await Association.StartAsync(cancellationToken, board);
        return await StartAsync(
            zimbra,
            [
                ("Zimbra__ServerUri", zimbra.ServerUri.AbsoluteUri),
                ("Zimbra__Account", Association.Owner),
                ("Zimbra__Password", Association.Password),
            ],
            cancellationToken
        );
    }

    /// <summary>The site as somebody meets it who only starts it.</summary>
    public static Task<Site> StartUnconfiguredAsync(
        CancellationToken cancellationToken,
        params (string Name, string? Value)[] environment
    ) => StartAsync(null, environment, cancellationToken);

    public static SampleProcess StartProcess(params (string Name, string? Value)[] environment) =>
        SampleProcess.Start(BuiltSample.Assembly("WebApp"), ["--Port", "0"], environment);

    /// <summary>Sends a form of the page, and gives the page that answers, its entities as characters.</summary>
    public async Task<string> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        string token = Token().Match(await Http.GetStringAsync("/", cancellationToken)).Groups[1].Value;
        using var form = new FormUrlEncodedContent([
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            new("__RequestVerificationToken", token),
        ]);
        using HttpResponseMessage answer = await Http.PostAsync(path, form, cancellationToken);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>The values of a page's hidden fields of a name.</summary>
    public static (string Name, string Value)[] Fields(string page, string name) =>
        [.. Hidden().Matches(page).Where(field => field.Groups[1].Value == name).Select(field => (name, field.Groups[2].Value))];

    /// <summary>Stops it as Ctrl-C does, and gives what it said.</summary>
    public async Task<SampleProcess.Result> InterruptAsync(CancellationToken cancellationToken)
    {
        await Unix.InterruptAsync(_process.Id, cancellationToken);
        string log = await _log;
        return await _process.EndAsync(cancellationToken) with { Output = log };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _process.DisposeAsync();
        await _log;
        if (_zimbra is not null)
        {
            await _zimbra.DisposeAsync();
        }
    }

    private static async Task<Site> StartAsync(
        FakeZimbra? zimbra,
        (string Name, string? Value)[] environment,
        CancellationToken cancellationToken
    )
    {
        SampleProcess process = StartProcess(environment);
        var said = new List<string>();
        while (await process.Output.ReadLineAsync(cancellationToken) is { } line)
        {
            said.Add(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                return new Site(process, zimbra, new Uri(match.Groups[1].Value), said);
            }
        }

        string errors = await process.Errors;
        await process.DisposeAsync();
        throw new InvalidOperationException($"The site did not start.\n{string.Join('\n', said)}\n{errors}");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("type=\"hidden\" name=\"([^\"]+)\" value(?:=\"([^\"]*)\")?")]
    private static partial Regex Hidden();

    [GeneratedRegex("Now listening on: (http://127\\.0\\.0\\.1:[0-9]+)")]
    private static partial Regex Listening();
}
