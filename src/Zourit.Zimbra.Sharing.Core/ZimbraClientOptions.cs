using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Transport;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>Settings of a <c>ZimbraClient</c>. Every one has a sensible default.</summary>
public sealed class ZimbraClientOptions
{
    /// <summary>The name of the HttpClient whose handlers the library uses: <c>Zourit.Zimbra.Sharing</c>. Add handlers, proxy or
    /// certificates to it with <c>services.AddHttpClient(ZimbraClientOptions.HttpClientName)</c>.</summary>
    public const string HttpClientName = "Zourit.Zimbra.Sharing";

    private int? _maxRequestsPerSecond;

    /// <summary>The address of the admin service; null (the default) means port 7071 on the server's host, by https unless the server's
    /// address is http. Only the scheme, host and port count.</summary>
    public Uri? AdminUri { get; set; }

    /// <summary>Allows plain http to hosts other than this machine. Default false: passwords and tokens would travel in clear.</summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>
    /// Certificate authorities that are trusted besides those of the system, e.g. an organisation's own; none by default. Host name, dates
    /// and purpose of a server's certificate are checked as ever: a certificate error is never ignored. They do not count where the program
    /// checks certificates itself (see <see cref="ConfigureHttp"/>).
    /// </summary>
    public X509Certificate2Collection TrustedRoots { get; } = [];

    /// <summary>
    /// The path of a PEM file with further <see cref="TrustedRoots"/>; null (the default) for none. It is read when the client is made.
    /// </summary>
    public string? TrustedRootsFile { get; set; }

    /// <summary>How long one attempt at a request may take, its reply included. Default 30 seconds; from 100 ms to one hour.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a request may take in all, with its repetitions and pauses. Default 100 seconds; from <see cref="AttemptTimeout"/> to a
    /// day.
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How often a request that may safely be repeated is repeated after a passing failure. Default 2; 0 to 10.</summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>The pause before the first repetition; it doubles, with jitter. Default 500 ms; 0 to one minute.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest pause before a repetition, also when a <c>Retry-After</c> header asks for more; where that header asks for a
    /// pause that would outlast <see cref="TotalTimeout"/> the call fails at once. Default 30 seconds; 0 to one hour.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many requests to one machine, feeds and sign-ups included, are under way at once; further ones wait for their turn. Default 16;
    /// from 1 to 1,000.
    /// </summary>
    public int MaxConcurrentRequests { get; set; } = 16;

    /// <summary>From how many requests within <see cref="BreakSamplingDuration"/> on a failing server is paused (open circuit). Default
    /// 10; from 2 to
    /// 10,000, or 0 to never leave it alone.</summary>
    public int BreakAfterRequests { get; set; } = 10;

    /// <summary>
    /// The share of requests that must have failed (server not reached, reply lost) for the server to be left alone. Default 0.8; above 0,
    /// up to 1.
    /// </summary>
    public double BreakFailureRatio { get; set; } = 0.8;

    /// <summary>
    /// The time over which requests are counted, from the first that failed on. Default 30 seconds; from one second to one hour.
    /// </summary>
    public TimeSpan BreakSamplingDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a failing server is paused (open circuit): requests fail at once, without being sent. Then one request tries
    /// whether it is
    /// back. Default 15 seconds; from 500 ms to one day.</summary>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How many requests a second the client sends to one machine at the most: SOAP, feeds and sign-ups, logins and repetitions included;
    /// more wait. Default 28, below the 30 at which Zimbra's filter starts to refuse (<c>zimbraHttpDosFilterMaxRequestsPerSec</c>), and no
    /// limit for a server on this machine, which the filter exempts; a value that is set counts everywhere. 0 for no limit; up to 10,000.
    /// </summary>
    public int MaxRequestsPerSecond
    {
        get => _maxRequestsPerSecond ?? ConnectionSettings.DefaultRequestsPerSecond;
        set => _maxRequestsPerSecond = value;
    }

    /// <summary>The largest SOAP reply that is read, in bytes after decompression. Default 32 MiB; from 64 KiB to 1 GiB.</summary>
    public int MaxReplyBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>
    /// The deepest nesting of elements in a SOAP reply. Default 128; from 16 to 4096. A folder tree nests as deep as its folders.
    /// </summary>
    public int MaxReplyDepth { get; set; } = 128;

    /// <summary>After a refused login, how long further calls repeat that refusal without asking the server, since every failed login
    /// counts towards the account's lock-out and the server's IP block. Default 5 minutes; 0 asks every time; up to one day.</summary>
    public TimeSpan RefusedLoginPause { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The program's name in the server's logs (<c>context userAgent name</c>). Default <c>Zourit.Zimbra.Sharing</c>.</summary>
    public string UserAgent { get; set; } = "Zourit.Zimbra.Sharing";

    /// <summary>Adjusts the HTTP handler: proxy, client certificates, pinned certificates. Automatic redirects and cookies stay off. A
    /// check of certificates that is set here replaces the system's; for an own authority set <see cref="TrustedRoots"/> instead. With a
    /// container the named client may be configured as well.</summary>
    public Action<SocketsHttpHandler>? ConfigureHttp { get; set; }

    /// <summary>Where the library logs; null for nowhere. With a container its own logging is used.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock for lifetimes, pauses and time limits. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>What is wrong with the settings, each as a sentence that names the setting; empty when nothing is.</summary>
    public IEnumerable<string> Validate() => Problems().Select(problem => problem.ToString());

    private IEnumerable<LocalizedText> Problems()
    {
        if (AdminUri is { } admin && ServerAddress.Problem(admin, AllowInsecureHttp) is { } problem)
        {
            yield return LocalizedText.Format($"{nameof(AdminUri)}: {problem}", $"{nameof(AdminUri)} : {problem}");
        }

        if (TrustedRootsFile is not null && CertificateCheck.Problem(TrustedRootsFile) is { } unreadable)
        {
            yield return LocalizedText.Format($"{nameof(TrustedRootsFile)}: {unreadable}", $"{nameof(TrustedRootsFile)} : {unreadable}");
        }

        if (AttemptTimeout < TimeSpan.FromMilliseconds(100) || AttemptTimeout > TimeSpan.FromHours(1))
        {
            yield return InvalidOption.Range(nameof(AttemptTimeout), "from 100 ms to 1 hour", "de 100 ms à 1 heure");
        }

        if (TotalTimeout < AttemptTimeout || TotalTimeout > TimeSpan.FromDays(1))
        {
            yield return InvalidOption.Range(
                nameof(TotalTimeout),
                $"from {nameof(AttemptTimeout)} to 1 day",
                $"de {nameof(AttemptTimeout)} à 1 jour"
            );
        }

        if (MaxRetries is < 0 or > 10)
        {
            yield return InvalidOption.Range(nameof(MaxRetries), "from 0 to 10", "de 0 à 10");
        }

        if (RetryDelay < TimeSpan.Zero || RetryDelay > TimeSpan.FromMinutes(1))
        {
            yield return InvalidOption.Range(nameof(RetryDelay), "from 0 to 1 minute", "de 0 à 1 minute");
        }

        if (MaxRetryDelay < TimeSpan.Zero || MaxRetryDelay > TimeSpan.FromHours(1))
        {
            yield return InvalidOption.Range(nameof(MaxRetryDelay), "from 0 to 1 hour", "de 0 à 1 heure");
        }

        if (MaxConcurrentRequests is < 1 or > 1_000)
        {
            yield return InvalidOption.Range(nameof(MaxConcurrentRequests), "from 1 to 1,000", "de 1 à 1 000");
        }

        if (BreakAfterRequests is not 0 and (< 2 or > 10_000))
        {
            yield return InvalidOption.Range(nameof(BreakAfterRequests), "from 2 to 10,000, or 0", "de 2 à 10 000, ou 0");
        }

        if (!(BreakFailureRatio > 0 && BreakFailureRatio <= 1))
        {
            yield return InvalidOption.Range(nameof(BreakFailureRatio), "above 0, up to 1", "supérieur à 0 et d'au plus 1");
        }

        if (BreakSamplingDuration < TimeSpan.FromSeconds(1) || BreakSamplingDuration > TimeSpan.FromHours(1))
        {
            yield return InvalidOption.Range(nameof(BreakSamplingDuration), "from 1 second to 1 hour", "de 1 seconde à 1 heure");
        }

        if (BreakDuration < TimeSpan.FromMilliseconds(500) || BreakDuration > TimeSpan.FromDays(1))
        {
            yield return InvalidOption.Range(nameof(BreakDuration), "from 500 ms to 1 day", "de 500 ms à 1 jour");
        }

        if (MaxRequestsPerSecond is < 0 or > 10_000)
        {
            yield return InvalidOption.Range(nameof(MaxRequestsPerSecond), "from 0 to 10,000", "de 0 à 10 000");
        }

        if (MaxReplyBytes is < 64 * 1024 or > 1024 * 1024 * 1024)
        {
            yield return InvalidOption.Range(nameof(MaxReplyBytes), "from 64 KiB to 1 GiB", "de 64 Kio à 1 Gio");
        }

        if (MaxReplyDepth is < 16 or > 4096)
        {
            yield return InvalidOption.Range(nameof(MaxReplyDepth), "from 16 to 4096", "de 16 à 4096");
        }

        if (RefusedLoginPause < TimeSpan.Zero || RefusedLoginPause > TimeSpan.FromDays(1))
        {
            yield return InvalidOption.Range(nameof(RefusedLoginPause), "from 0 to 1 day", "de 0 à 1 jour");
        }

        if (string.IsNullOrWhiteSpace(UserAgent))
        {
            yield return LocalizedText.Format($"{nameof(UserAgent)} must not be empty.", $"{nameof(UserAgent)} ne doit pas être vide.");
        }
        else if (XmlText.Problem(UserAgent) is { } character)
        {
            yield return LocalizedText.Format(
                $"{nameof(UserAgent)} must be plain text, but {character}",
                $"{nameof(UserAgent)} doit être un simple texte, mais {character}"
            );
        }
    }

    /// <summary>The authorities that are trusted besides those of the system.</summary>
    internal X509Certificate2Collection Roots()
    {
        var roots = new X509Certificate2Collection(TrustedRoots);
        if (TrustedRootsFile is { } path)
        {
            roots.ImportFromPemFile(path);
        }

        return roots;
    }

    /// <summary>A copy, which later changes do not reach.</summary>
    /// <exception cref="ArgumentException">A setting is invalid.</exception>
    internal ConnectionSettings ToSettings()
    {
        if (Problems().FirstOrDefault() is { } invalid)
        {
            throw Argument.Invalid(invalid, "options");
        }

        return new ConnectionSettings
        {
            AdminUri = AdminUri,
            AllowInsecureHttp = AllowInsecureHttp,
            AttemptTimeout = AttemptTimeout,
            TotalTimeout = TotalTimeout,
            MaxRetries = MaxRetries,
            RetryDelay = RetryDelay,
            MaxRetryDelay = MaxRetryDelay,
            MaxConcurrentRequests = MaxConcurrentRequests,
            BreakAfterRequests = BreakAfterRequests,
            BreakFailureRatio = BreakFailureRatio,
            BreakSamplingDuration = BreakSamplingDuration,
            BreakDuration = BreakDuration,
            MaxRequestsPerSecond = _maxRequestsPerSecond,
            MaxReplyBytes = MaxReplyBytes,
            MaxReplyDepth = MaxReplyDepth,
            RefusedLoginPause = RefusedLoginPause,
            UserAgent = UserAgent,
            Roots = Roots(),
            ConfigureHttp = ConfigureHttp,
            Logger = LoggerFactory?.CreateLogger(HttpClientName) ?? NullLogger.Instance,
            TimeProvider = TimeProvider,
        };
    }
}
