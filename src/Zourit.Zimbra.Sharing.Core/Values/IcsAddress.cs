using System.Diagnostics.CodeAnalysis;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// The address under which a calendar is read, e.g. <c>https://mail1.example.net:8443/home/owner@asso.org/my-events.ics</c>, and the
/// folder's other addresses. Whoever is not let in by a public grant signs in with Basic credentials.
/// </summary>
public sealed partial record IcsAddress
{
    private const string Home = "/home/";
    private const string Suffix = ".ics";

    // The forms in which the web client shows a calendar: the feed, the web page, the free/busy times.
    private static readonly string[] Suffixes = [Suffix, ".html", ".ifb"];

    private readonly string _base;
    private readonly string _item;

    private IcsAddress(string baseAddress, string account, FolderPath path)
    {
        _base = baseAddress;
        _item = baseAddress + Home + account + PathEscaping.Escape(path.IsRoot ? "" : path.Value);
        Account = Uri.UnescapeDataString(account);
        Path = path;
        Uri = new Uri(_item + Suffix);
    }

    /// <summary>The address for HTTP requests.</summary>
    public Uri Uri { get; }

    /// <summary>The calendar's owner, e.g. <c>owner@asso.org</c>.</summary>
    public string Account { get; }

    /// <summary>The calendar's folder.</summary>
    public FolderPath Path { get; }

    /// <summary>
    /// Whether it is https. If not, a guest's password would travel in clear: a domain without <c>zimbraPublicServiceProtocol</c> announces
    /// http.
    /// </summary>
    public bool IsEncrypted => Uri.Scheme == Uri.UriSchemeHttps;

    /// <summary>The calendar as a web page (<c>.html</c>).</summary>
    public Uri Html => new(_item + ".html");

    /// <summary>
    /// The address that opens a calendar program with a subscription: <c>webcals://</c>, or <c>webcal://</c> where the address is http.
    /// </summary>
    public Uri Webcal => new((IsEncrypted ? "webcals" : "webcal") + ToString()[Uri.Scheme.Length..]);

    /// <summary>
    /// The owner's free/busy times (<c>.ifb</c>); served without sign-in unless the owner forbids it, and for all calendars of the account.
    /// </summary>
    public Uri FreeBusy => new(_item + ".ifb");

    /// <summary>The part before <c>/home/</c>.</summary>
    internal string Base => _base;

    /// <summary>The address from the REST root that the server itself gives (urn:zimbraAccount GetInfoResponse <c>rest</c>).</summary>
    /// <param name="restRoot">The REST root, e.g. <c>https://mail1.example.net:8443/home/owner@asso.org</c>.</param>
    /// <param name="path">The calendar's folder.</param>
    /// <exception cref="ArgumentException">The text is no REST root.</exception>
    public static IcsAddress FromRestRoot(string restRoot, FolderPath path)
    {
        Argument.NotBlank(restRoot);
        return TryFromRestRoot(restRoot, path)
            ?? throw Argument.Invalid(
                LocalizedText.Format(
                    $"'{Quoted.Of(restRoot)}' is no REST root: it must be like 'https://mail1.example.net/home/owner@asso.org'.",
                    $"« {Quoted.Of(restRoot)} » n'est pas une racine REST : il la faut comme "
                        + $"« https://mail1.example.net/home/owner@asso.org »."
                ),
                nameof(restRoot)
            );
    }

    /// <summary>The same of what a server said, which may be anything: null where it is no REST root.</summary>
    internal static IcsAddress? TryFromRestRoot(string? restRoot, FolderPath path)
    {
        string root = (restRoot ?? "").TrimEnd('/');
        int home = root.LastIndexOf(Home, StringComparison.Ordinal);
        return home > 0 && home + Home.Length < root.Length && IsHttp(root[..home])
            ? new IcsAddress(root[..home], Lenient(root[(home + Home.Length)..]), path)
            : null;
    }

    /// <summary>The address from the settings of the owner's domain.</summary>
    /// <param name="service">Where the domain's calendars are served.</param>
    /// <param name="account">The owner's primary name, e.g. <c>owner@asso.org</c>.</param>
    /// <param name="path">The calendar's folder.</param>
    /// <exception cref="ArgumentException">The account's name is empty, or the settings make no address.</exception>
    internal static IcsAddress From(PublicService service, string account, FolderPath path)
    {
        Argument.NotNull(service);
        Argument.NotBlank(account);
        return IsHttp(service.BaseAddress)
            ? new IcsAddress(service.BaseAddress, PathEscaping.Escape(account.Trim()), path)
            : throw Argument.Invalid(
                LocalizedText.Format(
                    $"'{Quoted.Of(service.BaseAddress)}' is no http or https address: check zimbraPublicServiceProtocol and "
                        + $"zimbraPublicServiceHostname.",
                    $"« {Quoted.Of(service.BaseAddress)} » n'est pas une adresse http ou https : vérifiez zimbraPublicServiceProtocol et "
                        + $"zimbraPublicServiceHostname."
                ),
                nameof(service)
            );
    }

    /// <summary>
    /// Reads an address as people pass it on: <c>https</c>, <c>http</c>, <c>webcals</c> or <c>webcal</c>; with <c>.ics</c>, with
    /// <c>.html</c> or <c>.ifb</c> as the web client shows other views of the same calendar, or without; <c>/user/</c> for <c>/home/</c>.
    /// A query is left out. One suffix is taken off: a folder that is itself named <c>plan.html</c> has the address <c>plan.html.ics</c>.
    /// </summary>
    /// <param name="text">The address.</param>
    /// <exception cref="ArgumentException">It is no address of a Zimbra calendar.</exception>
    public static IcsAddress Parse(string text)
    {
        Argument.NotNull(text);
        return TryParse(text, out IcsAddress? address)
            ? address
            : throw Argument.Invalid(
                LocalizedText.Format(
                    $"'{Quoted.Of(text)}' is no address of a Zimbra calendar: it must be like "
                        + $"'https://mail1.example.net/home/owner@asso.org/my-events.ics', without credentials.",
                    $"« {Quoted.Of(text)} » n'est pas l'adresse d'un agenda Zimbra : il la faut comme "
                        + $"« https://mail1.example.net/home/owner@asso.org/my-events.ics », sans identifiants."
                ),
                nameof(text)
            );
    }

    /// <summary>Reads an address, as <see cref="Parse"/> does.</summary>
    /// <param name="text">The address.</param>
    /// <param name="address">The address; null when the answer is false.</param>
    /// <returns>Whether it is the address of a Zimbra calendar.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out IcsAddress? address)
    {
        address = null;
        if (
            !AbsoluteUri.TryRead(text?.Trim(), out Uri? uri)
            || uri.UserInfo.Length > 0
            || uri.Host.Length == 0
            || HttpScheme(uri.Scheme) is not { } scheme
        )
        {
            return false;
        }

        // A port of 443 or 80 that is written out stays: a webcal address has no port of its own to leave out.
        string authority = uri.IsDefaultPort || uri.Port < 0 ? uri.Host : $"{uri.Host}:{uri.Port}";
        string[] segments = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        int home = segments is ["service", ..] ? 1 : 0;
        if (segments.Length < home + 3 || segments[home] is not ("home" or "user"))
        {
            return false;
        }

        string folder = Uri.UnescapeDataString(string.Join('/', segments[(home + 2)..]));
        folder = Suffixes.FirstOrDefault(suffix => folder.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) is { } shown
            ? folder[..^shown.Length]
            : folder;
        if (!FolderPath.TryParse("/" + folder, out FolderPath path) || path.IsRoot)
        {
            return false;
        }

        // Uri reads hosts that it does not take again: an invisible character and a dot, or what only webcal, which has no rules of its
        // own, may have.
        if (!IsHttp($"{scheme}://{authority}/"))
        {
            return false;
        }

        address = new IcsAddress($"{scheme}://{authority}", segments[home + 1], path);
        return true;
    }

    /// <summary>Whether both are the same address, letter by letter.</summary>
    public bool Equals(IcsAddress? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The address as text, as the server itself writes it.</summary>
    public override string ToString() => _item + Suffix;

    private static bool IsHttp(string address) =>
        AbsoluteUri.TryRead(address, out Uri? uri) && HttpScheme(uri.Scheme) is not null && uri.Host.Length > 0;

    private static string? HttpScheme(string scheme) =>
        scheme switch
        {
            "https" or "webcals" => "https",
            "http" or "webcal" => "http",
            _ => null,
        };

    // The server writes the name raw into its REST root; what would end the path there must be escaped, what is escaped already must stay.
    private static string Lenient(string account) =>
        PathEscaping.Escape(account).Replace("%25", "%", StringComparison.Ordinal).Replace("%2B", "+", StringComparison.Ordinal);
}
