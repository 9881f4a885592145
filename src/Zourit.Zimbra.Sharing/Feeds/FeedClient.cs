using System.Globalization;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Feeds.Diagnosis;
using Zourit.Zimbra.Sharing.Feeds.Parsing;
using Zourit.Zimbra.Sharing.Feeds.Transfer;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>
/// Reads shared calendars by their ICS address the way a guest's calendar program does. Reading never uses the client's own login: a feed
/// is read anonymously or with the credentials given to the call, and its address may lie on another host than the SOAP server. Only the
/// diagnosis asks with the client's login, too.
/// </summary>
/// <remarks>
/// A cancelled call ends at once with the caller's token. Of what it does, the server then holds nothing, a part, or all; calling again
/// finishes it. The documentation's page <c>docs/cancellation.md</c> tells it for each operation.
/// </remarks>
public sealed class FeedClient
{
    private const long LargestText = 4 * 1024 * 1024;
    private const string Operation = "GET ics";
    private readonly RequestDispatcher _dispatcher;
    private readonly Connection _connection;

    internal FeedClient(RequestDispatcher dispatcher)
    {
        _dispatcher = dispatcher;
        _connection = dispatcher.Connection;
    }

    /// <summary>
    /// Reads a calendar and gives its events, series expanded. A passing failure is repeated as the client's options say.
    /// </summary>
    /// <param name="address">The calendar's address.</param>
    /// <param name="options">Who reads, the window and the bounds of reading; null for anybody and all events.</param>
    /// <param name="cancellationToken">Ends the reading at once, also while the feed is coming in.</param>
    /// <exception cref="ZimbraAuthenticationException">Nobody was let in: wrong credentials, no such calendar, or none that is shared with
    /// this reader (401).</exception>
    /// <exception cref="ZimbraFeedException">The reader was recognised, but the server does not serve this calendar to them (404), or it
    /// is not a calendar (501).</exception>
    /// <exception cref="ZimbraConnectionException">The server was not reached, rejects requests (429, 503), or
    /// redirects.</exception>
    /// <exception cref="ZimbraProtocolException">What came is no calendar, or larger than
    /// <see cref="FeedReadOptions.MaxBytes"/>.</exception>
    /// <exception cref="ArgumentException">The address is plain http to another machine, or an option is out of range.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<Feed> ReadAsync(IcsAddress address, FeedReadOptions? options = null, CancellationToken cancellationToken = default) =>
        (await ReadCoreAsync(address, options, knownHash: null, cancellationToken).ConfigureAwait(false))!;

    /// <summary>
    /// Reads a calendar only if it changed. The server gives neither ETag nor Last-Modified, so the feed is transferred all the same; but
    /// when its hash is the known one nothing of it is parsed.
    /// </summary>
    /// <param name="address">The calendar's address.</param>
    /// <param name="knownHash">The <see cref="Feed.ContentHash"/> of the last reading with the same window.</param>
    /// <param name="options">Who reads, the window and the bounds of reading. Another window counts as a change.</param>
    /// <param name="cancellationToken">Ends the reading at once.</param>
    /// <returns>The calendar; null when nothing changed.</returns>
    /// <exception cref="ZimbraException">As for <see cref="ReadAsync"/>.</exception>
    public Task<Feed?> ReadIfChangedAsync(
        IcsAddress address,
        string knownHash,
        FeedReadOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Argument.NotBlank(knownHash);
        return ReadCoreAsync(address, options, knownHash, cancellationToken);
    }

    /// <summary>Opens a calendar as raw iCalendar text (UTF-8), just as the server sends it.</summary>
    /// <param name="address">The calendar's address.</param>
    /// <param name="options">Who reads, the window to ask the server for (needs both bounds), and the largest size.</param>
    /// <param name="cancellationToken">Ends the opening; each read takes a token of its own.</param>
    /// <returns>A stream that is read asynchronously and must be disposed. Reading throws <see cref="ZimbraConnectionException"/> when the
    /// connection breaks or nothing comes in for <see cref="ZimbraClientOptions.AttemptTimeout"/>, and
    /// <see cref="ZimbraProtocolException"/> beyond the largest size.</returns>
    /// <exception cref="ZimbraException">As for <see cref="ReadAsync"/>.</exception>
    public async Task<Stream> OpenAsync(IcsAddress address, FeedReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        FeedReadOptions settings = (options ?? new FeedReadOptions()).Checked();
        Uri uri = Checked(address, settings);
        return await FeedTransfer
            .OpenAsync(_connection, new FeedSource(Operation, uri, settings.Credentials, settings.MaxBytes), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>
    /// Reads when the owner of a calendar is busy. The server tells it to anybody unless the owner took the right <c>viewFreeBusy</c> away,
    /// and for all calendars of the account whatever folder the address names, unless <see cref="FreeBusyReadOptions.FolderId"/> does.
    /// </summary>
    /// <param name="address">The address of a calendar of the account.</param>
    /// <param name="options">Who reads, and the range; null for anybody, 31 days back and 62 ahead.</param>
    /// <param name="cancellationToken">Ends the reading at once.</param>
    /// <exception cref="ZimbraException">As for <see cref="ReadAsync"/>.</exception>
    /// <exception cref="ArgumentException">The range is empty or longer than 366 days, or the address is plain http to another
    /// machine.</exception>
    public async Task<FreeBusy> ReadFreeBusyAsync(
        IcsAddress address,
        FreeBusyReadOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        CheckEncrypted(address);
        FreeBusyReadOptions settings = options ?? new FreeBusyReadOptions();
        (DateTimeOffset from, DateTimeOffset to) = settings.Range(_connection.Options.TimeProvider.GetUtcNow());
        var uri = new Uri(
            string.Create(CultureInfo.InvariantCulture, $"{address.FreeBusy}?start={Milliseconds(from)}&end={Milliseconds(to)}")
                + (settings.FolderId is { } folder ? $"&fbcal={Uri.EscapeDataString(folder)}" : "")
                + (settings.ExceptEvent is { } uid ? $"&exuid={Uri.EscapeDataString(uid)}" : "")
        );
        string text = await FeedTransfer
            .ReceiveTextAsync(_connection, new FeedSource("GET ifb", uri, settings.Credentials, LargestText), cancellationToken)
            .ConfigureAwait(false);
        return FreeBusyReader.Read(text, from, to);
    }

    /// <summary>
    /// Finds the https form of an address: the server announces http by default, though it mostly answers to https as well. It asks without
    /// credentials, once at https's own port and once at this client's if that is another of the same host; the certificate must be valid.
    /// </summary>
    /// <param name="address">The address as announced.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The form that answers as a calendar server does (with a calendar, or asking for a sign-in), e.g. for
    /// <c>Subscription.EncryptedAddress</c>; the address itself where it is https already; null where none answers.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<IcsAddress?> FindEncryptedAddressAsync(IcsAddress address, CancellationToken cancellationToken = default)
    {
        Argument.NotNull(address);
        return address.IsEncrypted
            ? address
            : await HttpsAddressFinder.FindAsync(_connection, Operation, address, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Finds out why a guest does not get in, although the server answers 401 to everything. It looks at the address without credentials,
    /// at folder, ACL and sharing switches with the client's credentials if they are the owner's or an administrator's, at the accounts if
    /// they are an administrator's, and tries the password last: once, and only if nothing else was found, since every wrong one counts
    /// towards the guest's lock-out. Nothing is changed.
    /// </summary>
    /// <param name="owner">The calendar's owner, e.g. <c>owner@monasso.org</c>.</param>
    /// <param name="calendar">The calendar's path, e.g. <c>/my-events</c>.</param>
    /// <param name="guest">The guest: what is typed as user name, or the mail address.</param>
    /// <param name="options">The guest's password; null not to try any.</param>
    /// <param name="cancellationToken">Ends the diagnosis.</param>
    /// <returns>The findings. That the server cannot be reached is a finding, too.</returns>
    /// <exception cref="ArgumentException"><paramref name="owner"/> is no account name with a domain, <paramref name="calendar"/> no path,
    /// or <paramref name="guest"/> empty.</exception>
    /// <exception cref="ZimbraAuthenticationException">The client's own login was refused.</exception>
    /// <exception cref="ZimbraFaultException">The server refused a question that these credentials should be allowed to ask.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<FeedDiagnosis> DiagnoseAsync(
        string owner,
        string calendar,
        string guest,
        DiagnosisOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Argument.NotBlank(owner);
        Argument.NotBlank(guest);
        string name = owner.Trim();
        return name.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < name.Length - 1
            ? new DiagnosisRun(
                _dispatcher,
                new(name, FolderPath.ParseArgument(calendar), Given: null),
                guest.Trim(),
                options?.Password
            ).RunAsync(cancellationToken)
            : throw Argument.Invalid(FeedInputTexts.NoOwner(owner), nameof(owner));
    }

    /// <summary>
    /// Finds out why a guest does not get in at an address, as <see cref="DiagnoseAsync"/> does; whether the address is the right one, too.
    /// </summary>
    /// <param name="address">The address that the guest uses.</param>
    /// <param name="guest">The guest: what is typed as user name, or the mail address.</param>
    /// <param name="options">The guest's password; null not to try any.</param>
    /// <param name="cancellationToken">Ends the diagnosis.</param>
    /// <returns>The findings. That the server cannot be reached is a finding, too.</returns>
    /// <exception cref="ArgumentException">The address names its owner without a domain, or <paramref name="guest"/> is empty.</exception>
    /// <exception cref="ZimbraException">As for <see cref="DiagnoseAsync"/>.</exception>
    public Task<FeedDiagnosis> DiagnoseAddressAsync(
        IcsAddress address,
        string guest,
        DiagnosisOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Argument.NotNull(address);
        Argument.NotBlank(guest);
        return address.Account.Contains('@', StringComparison.Ordinal)
            ? new DiagnosisRun(_dispatcher, new(address.Account, address.Path, address), guest.Trim(), options?.Password).RunAsync(
                cancellationToken
            )
            : throw Argument.Invalid(FeedInputTexts.OwnerWithoutDomain(address), nameof(address));
    }

    /// <summary>
    /// Finds out why a guest's calendar program finds or reads nothing by CalDAV, as <see cref="DiagnoseAsync"/> does
    /// for the ICS address, and besides: whether CalDAV can carry the calendar's name and is let
    /// through to the server; for an administrator whether the guest's account has its calendar feature and a mountpoint of the calendar.
    /// The password is tried last and at most once. Nothing is changed.
    /// </summary>
    /// <param name="owner">The calendar's owner, e.g. <c>owner@monasso.org</c>.</param>
    /// <param name="calendar">The calendar's path, e.g. <c>/my-events</c>.</param>
    /// <param name="guest">The guest: what is typed as user name, or the mail address.</param>
    /// <param name="options">The guest's password; null not to try any.</param>
    /// <param name="cancellationToken">Ends the diagnosis.</param>
    /// <returns>The findings; <see cref="FeedDiagnosis.Access"/> says whether the guest gets in by CalDAV.</returns>
    /// <exception cref="ArgumentException"><paramref name="owner"/> is no account name with a domain, <paramref name="calendar"/> no path,
    /// or <paramref name="guest"/> empty.</exception>
    /// <exception cref="ZimbraException">As for the diagnosis of the ICS address.</exception>
    public Task<FeedDiagnosis> DiagnoseCalDavAsync(
        string owner,
        string calendar,
        string guest,
        DiagnosisOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Argument.NotBlank(owner);
        Argument.NotBlank(guest);
        string name = owner.Trim();
        return name.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < name.Length - 1
            ? new CalDavDiagnosis(
                _dispatcher,
                new(name, FolderPath.ParseArgument(calendar), Given: null),
                guest.Trim(),
                options?.Password
            ).RunAsync(cancellationToken)
            : throw Argument.Invalid(FeedInputTexts.NoOwner(owner), nameof(owner));
    }

    private async Task<Feed?> ReadCoreAsync(
        IcsAddress address,
        FeedReadOptions? options,
        string? knownHash,
        CancellationToken cancellationToken
    )
    {
        FeedReadOptions settings = (options ?? new FeedReadOptions()).Checked();
        Uri uri = Checked(address, settings);
        using FeedTransfer transfer = await FeedTransfer
            .ReceiveAsync(_connection, new FeedSource(Operation, uri, settings.Credentials, settings.MaxBytes), cancellationToken)
            .ConfigureAwait(false);
        if (knownHash is not null && FeedReader.HashOf(transfer.Index, settings) == knownHash)
        {
            return null;
        }

        var reader = new FeedReader(transfer.Index, transfer.Spool, settings, _connection.Options.TimeProvider);
        return await reader.ReadAsync(address, cancellationToken).ConfigureAwait(false);
    }

    private Uri Checked(IcsAddress address, FeedReadOptions options)
    {
        CheckEncrypted(address);

        // All-day events and those without zone happen by the owner's clock, which may be a day away from UTC.
        return FeedReader.IsFiltered(options)
            ? new Uri(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{address}?start={Milliseconds(options.From!.Value.AddDays(-1))}&end={Milliseconds(options.To!.Value.AddDays(1))}"
                )
            )
            : address.Uri;
    }

    private void CheckEncrypted(IcsAddress address)
    {
        Argument.NotNull(address);
        if (ServerAddress.Problem(address.Uri, _connection.Options.AllowInsecureHttp) is { } problem)
        {
            throw Argument.Invalid(FeedInputTexts.NotRead(address, problem), nameof(address));
        }
    }

    // Digits are milliseconds to the server, and it ignores a date with a time (docs/protocol.md §8.3).
    private static long Milliseconds(DateTimeOffset time) => Math.Max(time.ToUnixTimeMilliseconds(), 0);
}
