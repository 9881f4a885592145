using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Chaos.Canaries;

/// <summary>
/// The secrets of one scenario: those that were planted, and those that the server gave out while it ran. Each is unlike all else, so that
/// finding its text anywhere means that it leaked.
/// </summary>
internal sealed partial class CanarySet
{
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>What the secrets are, without their texts.</summary>
    public IEnumerable<string> Names => _names.Values;

    /// <summary>
    /// The secrets that a scenario plants: passwords, grant passwords, preauth keys, the provisioning key, an access key.
    /// </summary>
    public static CanarySet Of(Scenario scenario)
    {
        var canaries = new CanarySet();
        canaries.Add("the administrator's password", scenario.AdminPassword);
        canaries.Add("the provisioning key", scenario.ProvisioningKey);
        canaries.Add("an access key", scenario.AccessKey);
        foreach (PlannedDomain domain in scenario.Domains)
        {
            canaries.Add($"the preauth key of {domain.Name}", domain.PreauthKey);
        }

        foreach ((string name, string password) in scenario.Owners.Select(owner => (owner.Name, owner.Password)).Concat(scenario.Accounts))
        {
            canaries.AddLogin(name, password);
        }

        foreach (PlannedGuest guest in scenario.Guests)
        {
            canaries.AddGuest(guest.Mail, guest.Domain, guest.Password);
        }

        foreach ((Cell cell, GrantState grant) in scenario.Standing)
        {
            canaries.Add($"the grant password of {cell}", grant.Secret);
        }

        foreach (Step step in scenario.Callers.SelectMany(caller => caller.Steps))
        {
            canaries.Add(step);
        }

        return canaries;
    }

    /// <summary>Takes down the tokens that a request or reply holds: of sessions, against CSRF, of personal links.</summary>
    public void AddTokens(string wire)
    {
        foreach (ValueMatch token in Tokens().EnumerateMatches(wire))
        {
            _names.TryAdd(wire.Substring(token.Index, token.Length), "a token");
        }
    }

    /// <summary>Takes down the password that a call made up.</summary>
    public void Add(Step step, object result)
    {
        if (step is AccountStep account && result is GuestPasswordReset reset)
        {
            AddGuest(account.Mail, account.Domain, reset.Password.Reveal());
        }
    }

    /// <summary>What leaked: each secret that was found, without its text, and where.</summary>
    public IReadOnlyList<string> FindIn(IEnumerable<(string Source, string Text)> texts)
    {
        // Words that mean nothing by themselves are never planted, so an empty list has nothing to find.
        var values = SearchValues.Create([.. _names.Keys], StringComparison.Ordinal);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string source, string text) in texts)
        {
            if (!text.AsSpan().ContainsAny(values))
            {
                continue;
            }

            foreach ((string secret, string name) in _names)
            {
                if (text.Contains(secret, StringComparison.Ordinal))
                {
                    found.TryAdd(secret, $"{name} in {source}: {Shown(text, secret)}");
                }
            }
        }

        return [.. found.Values];
    }

    /// <summary>The place of a leak, with every secret in it struck out.</summary>
    private string Shown(string text, string secret)
    {
        int at = text.IndexOf(secret, StringComparison.Ordinal);
        string around = text[Math.Max(0, at - 80)..Math.Min(text.Length, at + secret.Length + 40)];
        return _names
            .Keys.Aggregate(around, (shown, each) => shown.Replace(each, "[secret]", StringComparison.Ordinal))
            .ReplaceLineEndings(" ");
    }

    private void Add(Step step)
    {
        switch (step)
        {
            case ShareStep share:
                Add($"the grant password of {share.Cell}", share.Password);
                break;
            case ShareAllStep all:
                foreach (ShareStep each in all.Shares)
                {
                    Add(each);
                }

                break;
            case CreateGuestStep guest:
                AddGuest(guest.Mail, guest.Domain, guest.Password);
                break;
            case SignUpStep guest:
                AddGuest(guest.Mail, guest.Domain, guest.Password);
                break;
            case ResetPasswordStep { Password: { } password } guest:
                AddGuest(guest.Mail, guest.Domain, password);
                break;
            case DiagnoseStep diagnosis:
                AddGuest(
                    diagnosis.Cell.Grantee,
                    diagnosis.Cell.Owner[(diagnosis.Cell.Owner.IndexOf('@', StringComparison.Ordinal) + 1)..],
                    diagnosis.Password
                );
                break;
            case GuessStep guess:
                AddLogin(guess.Account, guess.Password);
                break;
        }
    }

    // A guest signs in under their identifier.
    private void AddGuest(string mail, string domain, string password)
    {
        AddLogin(mail, password);
        AddLogin(GuestIdentifier.For(GuestAddress.Parse(mail), domain).Value, password);
    }

    private void AddLogin(string name, string password)
    {
        Add($"the password of {name}", password);
        Add($"the password of {name} (Basic)", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}")));
    }

    private void Add(string name, string? secret)
    {
        if (secret is not null)
        {
            _names.TryAdd(secret, name);
        }
    }

    // VERSION_HMAC_DATA of session and link tokens, VERSION_HMAC of CSRF tokens; and preauth values, which are good for a login.
    [GeneratedRegex("[0-9]_[0-9a-f]{40}(?:_[0-9a-f]+)?|(?<=<(?:\\w+:)?preauth\\b[^>]*>)[0-9a-f]{40}", RegexOptions.None, 30_000)]
    private static partial Regex Tokens();
}
