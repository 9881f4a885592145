using System.Text.Json;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>What the lines of a journal come to: what is owed, and which accounts were made.</summary>
internal sealed class JournalState
{
    private readonly HashSet<OwedMail> _owed = [];
    private readonly HashSet<OwedAccount> _owedAccounts = [];
    private readonly Dictionary<(string Domain, string Guest), MadeAccount> _accounts = [];

    public IReadOnlyCollection<OwedMail> Owed => _owed;

    public IReadOnlyCollection<OwedAccount> OwedAccounts => _owedAccounts;

    public IReadOnlyList<MadeAccount> Accounts
    {
        get
        {
            lock (_accounts)
            {
                return [.. _accounts.Values];
            }
        }
    }

    /// <summary>The server that the last run worked on; null for none.</summary>
    public string? Server { get; private set; }

    public bool Owes(OwedMail mail) => _owed.Contains(mail);

    /// <summary>Takes a line in. One that is not whole, or not of this version, is passed over.</summary>
    /// <returns>When it was written; null where it was passed over.</returns>
    public DateTimeOffset? Add(string line)
    {
        if (!JournalLines.MayBeOne(line))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(line);
            JsonElement entry = json.RootElement;
            switch (entry.GetProperty("type").GetString())
            {
                case "run":
                    Server = entry.GetProperty("server").GetString();
                    break;
                case "account":
                    AddAccount(entry);
                    break;
                case "intent":
                    Begin(entry);
                    break;
                default:
                    End(entry);
                    break;
            }

            return entry.GetProperty("at").GetDateTimeOffset();
        }
        catch (Exception e)
            when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether runs still need a line, however old it is.</summary>
    public bool Needs(string line)
    {
        using var json = JsonDocument.Parse(line);
        JsonElement entry = json.RootElement;
        string? type = entry.GetProperty("type").GetString();
        return type == "account"
            ? _accounts.ContainsKey((entry.GetProperty("domain").GetString()!, entry.GetProperty("guest").GetString()!))
            : type != "run" && (_owed.Contains(MailOf(entry)) || _owedAccounts.Contains(AccountOf(entry)) || HasLeft(entry));
    }

    private bool HasLeft(JsonElement entry) =>
        Action(entry) == nameof(ChangeAction.Remove)
        && _accounts.TryGetValue(GuestOf(entry), out MadeAccount? account)
        && account is { HasLeft: true, SuspendedAt: null };

    // What mails nobody leaves an earlier mail as it is.
    private void Begin(JsonElement entry)
    {
        if (entry.GetProperty("mail").GetBoolean())
        {
            _owed.Add(MailOf(entry));
        }

        if (Action(entry) == nameof(ChangeAction.CreateAccount))
        {
            _owedAccounts.Add(AccountOf(entry));
        }

        if (entry.GetProperty("kind").GetString() == "guest")
        {
            Note(GuestOf(entry), Action(entry) == nameof(ChangeAction.Remove));
        }
    }

    /// <summary>Whoever loses a share may have left. Before their account is suspended, it is looked whether anything is shared with
    /// them.</summary>
    public void Note(IEnumerable<PlannedChange> changes)
    {
        lock (_accounts)
        {
            foreach (PlannedChange change in changes.Where(change => change.Grantee.Kind == GranteeKind.Guest))
            {
                Note((OwnerDomain.Of(change.Owner), change.Grantee.Name), change.Action == ChangeAction.Remove);
            }
        }
    }

    private void Note((string Domain, string Guest) guest, bool hasLeft)
    {
        if (_accounts.TryGetValue(guest, out MadeAccount? account))
        {
            _accounts[guest] = account with { HasLeft = hasLeft };
        }
    }

    // An account's outcome says nothing of the mail about its share.
    private void End(JsonElement entry)
    {
        bool isOwed = entry.GetProperty("owed").GetBoolean();
        if (Action(entry) == nameof(ChangeAction.CreateAccount))
        {
            if (!isOwed)
            {
                _owedAccounts.Remove(AccountOf(entry));
            }
        }
        else if (isOwed)
        {
            _owed.Add(MailOf(entry));
        }
        else
        {
            _owed.Remove(MailOf(entry));
        }
    }

    private void AddAccount(JsonElement entry)
    {
        var account = new MadeAccount
        {
            Domain = entry.GetProperty("domain").GetString()!,
            Guest = entry.GetProperty("guest").GetString()!,
            Id = entry.GetProperty("id").GetString()!,
        };
        AccountStatus status = Enum.Parse<AccountStatus>(entry.GetProperty("status").GetString()!);
        Set(account, status, entry.GetProperty("at").GetDateTimeOffset());
    }

    public void Set(MadeAccount account, AccountStatus status, DateTimeOffset at)
    {
        lock (_accounts)
        {
            if (status == AccountStatus.Retired)
            {
                _accounts.Remove((account.Domain, account.Guest));
                return;
            }

            _accounts[(account.Domain, account.Guest)] = account with
            {
                HasLeft = status == AccountStatus.Suspended,
                SuspendedAt = status == AccountStatus.Suspended ? at : null,
            };
        }
    }

    private static string? Action(JsonElement entry) => entry.TryGetProperty("action", out JsonElement action) ? action.GetString() : null;

    private static OwedMail MailOf(JsonElement entry) =>
        OwedMail.Of(
            entry.GetProperty("owner").GetString()!,
            FolderPath.Parse(entry.GetProperty("calendar").GetString()!),
            PlanGrantee.Known(GranteeKinds.Read(entry.GetProperty("kind").GetString()!), entry.GetProperty("grantee").GetString()!)
        );

    private static OwedAccount AccountOf(JsonElement entry)
    {
        OwedMail share = MailOf(entry);
        return new()
        {
            Owner = share.Owner,
            Calendar = share.Calendar,
            Guest = share.Grantee.Name,
        };
    }

    private static (string Domain, string Guest) GuestOf(JsonElement entry) =>
        (OwnerDomain.Of(entry.GetProperty("owner").GetString()!), entry.GetProperty("grantee").GetString()!);
}
