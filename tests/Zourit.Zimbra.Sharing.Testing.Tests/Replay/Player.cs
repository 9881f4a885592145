using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>
/// Plays recordings in order against a server: sends each request with the values the server gave in place of the recorded ones, does what
/// was done between the recordings, and compares the answers.
/// </summary>
internal sealed partial class Player(Sender sender, FakeTimeProvider clock, ReplaySetup setup, Outbox outbox)
{
    private readonly RoleMap _roles = new();
    private readonly Dictionary<string, string> _passwords = [];
    private readonly OperationList _operations = OperationList.Load();
    private string? _adminToken;

    /// <summary>When the first of the recordings was made.</summary>
    public static DateTimeOffset Start(IEnumerable<Recording> recordings) =>
        recordings
            .Select(recording => recording.Reply.Header("Date"))
            .OfType<string>()
            .Select(date => DateTimeOffset.Parse(date, CultureInfo.InvariantCulture))
            .First();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task<IReadOnlyList<Outcome>> PlayAsync(IEnumerable<Recording> recordings)
    {
        var outcomes = new List<Outcome>();
        await BeginAsync();
        foreach (var recording in recordings)
        {
            Follow(recording.Reply);
            foreach (var step in setup.Unrecorded.Where(step => step.Before == recording.Name))
                await DoAsync(step);
            var treatment = _operations.Of(recording);
            if (treatment is Treatment.Skipped)
                continue;
            var mailbox = Mailbox(recording.Request);
            var mailsBefore = outbox.Mails.Count;
            var reply = await sender.SendAsync(await TranslateAsync(recording.Request, mailbox), Cancel);
            var differences = new ReplyComparer(_roles).Compare(recording.Reply, reply, mailbox);
            if (treatment is Treatment.Compared)
            {
                outcomes.Add(new Outcome(recording.Name, Operation.Of(recording.Request), differences));
                outcomes.AddRange(
                    RecordedMails
                        .After(recording)
                        .Select(
                            (mail, i) =>
                                new Outcome(
                                    mail.Name,
                                    "mail",
                                    new MailComparer(_roles).Compare(mail, outbox.Mails.ElementAtOrDefault(mailsBefore + i), mailbox)
                                )
                        )
                );
            }
        }
        return outcomes;
    }

    private async Task BeginAsync()
    {
        _adminToken = await LogInAsync("admin@example.test");
        foreach (var (name, account) in setup.Accounts)
        {
            var found = await AdminAsync(
                $"""<GetAccountRequest xmlns="urn:zimbraAdmin" attrs="zimbraId"><account by="name">{name}</account></GetAccountRequest>"""
            );
            // Guests come later.
            if (AccountId().Match(found.Text) is { Success: true } id)
                _roles.Learn("uuid", account.Id, id.Groups["id"].Value);
        }
    }

    private void Follow(RecordedMessage reply)
    {
        if (DateTimeOffset.TryParse(reply.Header("Date"), CultureInfo.InvariantCulture, out var then) && then > clock.GetUtcNow())
            clock.SetUtcNow(then);
    }

    private async Task DoAsync(ReplaySetup.Step step)
    {
        if (step.Set is not null)
        {
            var found = await AdminAsync(
                $"""<GetAccountRequest xmlns="urn:zimbraAdmin" attrs="zimbraId"><account by="name">{step.Account}</account></GetAccountRequest>"""
            );
            var attributes = string.Concat(step.Set.Select(one => $"""<a n="{one.Key}">{one.Value}</a>"""));
            await AdminAsync(
                $"""<ModifyAccountRequest xmlns="urn:zimbraAdmin"><id>{AccountId().Match(found.Text).Groups["id"].Value}</id>{attributes}</ModifyAccountRequest>"""
            );
        }
        if (step.Password is not null)
        {
            _passwords[step.Account!] = step.Password;
            _adminToken = await LogInAsync("admin@example.test");
        }
        if (step.Admin is not null)
            await AdminAsync(_roles.Translate(step.Admin, ""));
        foreach (var grant in step.Grants ?? [])
        {
            var token = await LogInAsync(step.Owner!);
            var folder = await sender.SoapAsync(
                toAdmin: false,
                token,
                $"""<GetFolderRequest xmlns="urn:zimbraMail"><folder path="{step.Folder ?? "/Rest"}"/></GetFolderRequest>""",
                Cancel
            );
            var id = FolderId().Match(folder.Text).Groups["id"].Value;
            await sender.SoapAsync(
                toAdmin: false,
                token,
                $"""<FolderActionRequest xmlns="urn:zimbraMail"><action id="{id}" op="grant"><grant {grant}/></action></FolderActionRequest>""",
                Cancel
            );
        }
    }

    private Task<RecordedMessage> AdminAsync(string body) => sender.SoapAsync(toAdmin: true, _adminToken, body, Cancel);

    private async Task<string> LogInAsync(string name)
    {
        var space = name.StartsWith("admin@", StringComparison.Ordinal) ? "urn:zimbraAdmin" : "urn:zimbraAccount";
        var answer = await sender.SoapAsync(
            space is "urn:zimbraAdmin",
            null,
            $"""<AuthRequest xmlns="{space}"><account by="name">{name}</account><password>{_passwords.GetValueOrDefault(name) ?? setup.Accounts[name].Password}</password></AuthRequest>""",
            Cancel
        );
        return TokenForm().Match(answer.Text).Value;
    }

    private async Task<RecordedMessage> TranslateAsync(RecordedMessage request, string mailbox)
    {
        foreach (var token in Tokens(request).Distinct().Where(token => _roles.Actual("token", token) is null))
            if (await ReplacementAsync(token) is { } actual)
                _roles.Learn("token", token, actual);
        return request with
        {
            StartLine = _roles.Translate(request.StartLine, mailbox),
            Headers = [.. request.Headers.Select(header => (header.Name, _roles.Translate(header.Value, mailbox)))],
            Body = Encoding.UTF8.GetBytes(_roles.Translate(request.Text, mailbox)),
        };
    }

    private static IEnumerable<string> Tokens(RecordedMessage request) =>
        request
            .Headers.Select(header => header.Value)
            .Append(request.StartLine)
            .Append(request.Text)
            .SelectMany(text => TokenForm().Matches(text))
            .Select(match => match.Value);

    /// <summary>
    /// A token that no recorded answer gave: from a login or a mail outside the recordings, or one the recorder had damaged.
    /// </summary>
    private async Task<string?> ReplacementAsync(string token)
    {
        foreach (var (recorded, actual) in _roles.Tokens)
            if (recorded.Length == token.Length && recorded.Zip(token).Count(pair => pair.First != pair.Second) == 1)
                return Damaged(actual, inSignature: recorded.Zip(token).TakeWhile(pair => pair.First == pair.Second).Count() < 43);
        var content = TokenContent.Read(token);
        if (content.TryGetValue("email", out var guest))
            return outbox.To(guest) is [.., var last] && last.PersonalLink is { } link ? TokenForm().Match(link.Query).Value : null;
        if (content.ContainsKey("aid") && content.TryGetValue("id", out var delegated))
            return await DelegateAsync(_roles.Actual("uuid", delegated) ?? delegated);
        var owner = setup.Accounts.FirstOrDefault(account => account.Value.Id == content.GetValueOrDefault("id")).Key;
        return owner is null ? null : await LogInAsync(owner);
    }

    private async Task<string?> DelegateAsync(string id)
    {
        var answer = await AdminAsync(
            $"""<DelegateAuthRequest xmlns="urn:zimbraAdmin"><account by="id">{id}</account></DelegateAuthRequest>"""
        );
        return TokenForm().Match(answer.Text) is { Success: true } token ? token.Value : null;
    }

    private static string Damaged(string token, bool inSignature)
    {
        var at = inSignature ? 10 : token.Length - 4;
        return token[..at] + (token[at] == 'a' ? 'b' : 'a') + token[(at + 1)..];
    }

    /// <summary>
    /// The recorded id of the account whose mailbox a request works on: the one named in the context, the token's, or that of the path.
    /// </summary>
    private string Mailbox(RecordedMessage request)
    {
        if (Context().Match(request.Text) is { Success: true } named)
            return setup.Accounts.TryGetValue(named.Groups["account"].Value, out var known) ? known.Id : named.Groups["account"].Value;
        if (request.Target.Contains("/home/", StringComparison.Ordinal) || request.Target.Contains("/user/", StringComparison.Ordinal))
            return setup
                .Accounts.FirstOrDefault(account => request.Target.Contains($"/{account.Key.Split('@')[0]}", StringComparison.Ordinal))
                .Value?.Id
                ?? "";
        var token = Tokens(request).FirstOrDefault();
        return token is null ? "" : TokenContent.Read(token).GetValueOrDefault("id", "");
    }

    [GeneratedRegex("[0-9]_[0-9a-f]{40}_[0-9a-f]+", RegexOptions.None, 2000)]
    private static partial Regex TokenForm();

    [GeneratedRegex("<account\\b[^>]*\\bid=\"(?<id>[^\"]*)\"", RegexOptions.None, 2000)]
    private static partial Regex AccountId();

    [GeneratedRegex("<folder\\b[^>]*?\\sid=\"(?<id>[^\"]*)\"", RegexOptions.None, 2000)]
    private static partial Regex FolderId();

    [GeneratedRegex("<context\\b.*?<account by=\"\\w+\">(?<account>[^<]*)</account>.*?</context>", RegexOptions.Singleline, 2000)]
    private static partial Regex Context();
}
