using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// Which right a refused request of an administrator lacks: as the server names it, else by what the request does (docs/protocol.md §C).
/// </summary>
internal static partial class MissingRights
{
    /// <summary>Stands for the administrator's name where only the token is known.</summary>
    public const string NamelessAdministrator = "ADMINISTRATOR";

    /// <summary>The exception that names the missing right; null where the refusal is about something else.</summary>
    /// <param name="request">The request.</param>
    /// <param name="refusal">Its fault.</param>
    /// <param name="administrator">Who asked; null when not known.</param>
    public static ZimbraMissingRightException? Explain(ZimbraRequest request, ZimbraFaultException refusal, string? administrator)
    {
        if (refusal.Code != ZimbraFaultCodes.PermissionDenied)
        {
            return null;
        }

        string reason = refusal.Fault.Reason;
        if (Needed().Match(reason) is { Success: true } needed)
        {
            string right = needed.Groups["right"].Value;
            string name = needed.Groups["name"].Value;
            return Of([right], right == "checkRightUsr" ? RightTarget.Account(name) : Target(needed.Groups["type"].Value, name));
        }

        if (Closed().Match(reason) is { Success: true } closed)
        {
            string verb = request is CreateAccountRequest or ModifyAccountRequest ? "set" : "get";
            string type = closed.Groups["type"].Value;
            return Of([$"{verb}.{type}.{closed.Groups["attribute"].Value}"], Target(type, closed.Groups["name"].Value));
        }

        return Account().Match(reason) is { Success: true } account && ForAccount(request) is { Count: > 0 } rights
            ? Of(rights, Target("account", request.AboutAccount ?? account.Groups["name"].Value))
            : null;

        ZimbraMissingRightException Of(IReadOnlyList<string> rights, RightTarget target) =>
            new(refusal, [.. rights.Select(right => Grant(right, target, administrator))]);
    }

    public static GrantRightRequest Grant(string right, RightTarget target, string? administrator) =>
        new()
        {
            Right = right,
            Target = target,
            Administrator = administrator ?? NamelessAdministrator,
        };

    private static IReadOnlyList<string> ForAccount(ZimbraRequest request) =>
        request switch
        {
            DelegateAuthRequest => ["adminLoginAs"],
            GetAccountRequest => ["getAccountInfo"],
            GetMailboxRequest => ["getMailboxInfo"],
            SetPasswordRequest => ["changeAccountPassword"],
            DeleteAccountRequest => ["deleteAccount"],
            ModifyAccountRequest modify => [.. modify.Attributes.Select(each => $"set.account.{each.Key.TrimStart('+', '-')}").Distinct()],
            _ => [],
        };

    // A right on an account is granted on its domain, for all accounts alike.
    private static RightTarget Target(string type, string name) =>
        type switch
        {
            "domain" => RightTarget.Domain(name),
            "cos" => RightTarget.Cos(name),
            "server" => RightTarget.Server(name),
            "config" => RightTarget.Config,
            _ when AccountName.DomainOf(name) is { Length: > 0 } domain && domain != name => RightTarget.Domain(domain),
            _ => RightTarget.AccountWithId(name),
        };

    [GeneratedRegex(@"need right: (?<right>[\w.]+) for (?<type>\w+) (?<name>\S+)")]
    private static partial Regex Needed();

    [GeneratedRegex(@"cannot access attribute (?<attribute>\w+) on (?<type>\w+) target (?<name>\S+)")]
    private static partial Regex Closed();

    [GeneratedRegex(@"can not access account (?<name>\S+)")]
    private static partial Regex Account();
}
