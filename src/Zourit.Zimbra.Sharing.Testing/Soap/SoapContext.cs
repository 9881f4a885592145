using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap;

/// <summary>Reads the <c>context</c> header and decides who may do what (docs/protocol.md §1.4, §1.5, §1.10).</summary>
internal static class SoapContext
{
    private const int MostHops = 5;

    public static void Read(SoapCall call, XElement envelope)
    {
        XElement? context = envelope.Child("Header")?.Child("context");
        if (context?.Number("hops") is > MostHops and var hops)
        {
            throw SoapFault.TooManyHops(hops.ToString(CultureInfo.InvariantCulture));
        }

        string? value = context?.Attr("authToken") ?? call.Http.Cookie(call.Http.IsAdminPort ? "ZM_ADMIN_AUTH_TOKEN" : "ZM_AUTH_TOKEN");

        // Garbage is ignored; a token that was good once is refused here, before any handler, even for a login.
        if (call.Directory.Tokens.Find(value) is { } token)
        {
            if (!call.Directory.Tokens.IsOver(token) && call.Directory.FindAccountById(token.AccountId) is not null)
            {
                call.Token = token;
            }
            else if (context?.Child("authTokenControl")?.Flag("voidOnExpired") != true)
            {
                throw SoapFault.AuthExpired();
            }
        }

        call.Caller = call.Token is null ? null : call.Directory.FindAccountById(call.Token.AccountId);
        call.NoQualify = context?.Child("noqualify") is not null;
        call.KnownChange = KnownChange(context?.Child("change"));
        if (context?.Child("account") is { } account && account.Attr("by") is { } by)
        {
            call.Named = Named(call, account, by);
            RequireShare(call, call.Named);
        }
    }

    /// <summary>The form of the reply: that of the request unless <c>format</c> asks for the other.</summary>
    public static SoapVersion ReplyVersion(XElement envelope, SoapVersion version) =>
        (envelope.Child("Header")?.Child("context")?.Child("format")?.Attr("type"), version == SoapVersion.Json) switch
        {
            ("js", false) => SoapVersion.Json,
            ("xml", true) => SoapVersion.Soap12,
            _ => version,
        };

    /// <summary>The checks before an operation runs.</summary>
    public static void Authorize(SoapCall call, SoapOperation operation)
    {
        if (!operation.NeedsToken)
        {
            return;
        }

        if (call.Token is not { } token)
        {
            throw SoapFault.AuthRequired();
        }

        if (call.Directory.Tokens.IsVoid(token, out Model.Account? caller))
        {
            throw SoapFault.AuthExpired();
        }

        call.Caller = caller;
        if (operation.NeedsAdmin && !token.IsAdmin)
        {
            throw SoapFault.Denied("need adequate admin token");
        }

        if (operation is { NeedsAdmin: true, ChecksRights: false } && !caller!.IsAdmin)
        {
            throw SoapFault.Denied("need a right that only global administrators have here");
        }

        if (call.Named is { } named && !operation.NeedsAdmin && named != caller)
        {
            RequireActive(call, named);
        }
    }

    // What is no number asks nothing (16-35), nor does a type other than "mod": "new" concerns what was created meanwhile (16-24).
    private static int? KnownChange(XElement? change) =>
        change is not null
        && change.Attr("type") is null or "mod"
        && int.TryParse(change.Attr("token"), NumberStyles.None, CultureInfo.InvariantCulture, out int token)
            ? token
            : null;

    private static Model.Account Named(SoapCall call, XElement element, string by)
    {
        string key = element.Value.Trim();
        if (by is not ("name" or "id"))
        {
            throw SoapFault.Invalid($"unknown account selector: {by}");
        }

        if (call.Token is null)
        {
            throw SoapFault.AuthRequired();
        }

        return (by == "id" ? call.Directory.FindAccountById(key) : call.Directory.FindAccount(key))
            ?? throw (
                call is { Token.IsAdmin: true, Caller.IsAdmin: true }
                    ? SoapFault.NoSuchAccount(key)
                    : SoapFault.Denied($"can not access account {key}")
            );
    }

    /// <summary>
    /// Somebody else's mailbox is open only while its account is active; for an administrator while it is not in maintenance.
    /// </summary>
    public static void RequireActive(SoapCall call, Model.Account account)
    {
        string status = call.Directory.StatusOf(account);
        if (status == "maintenance" || (status != "active" && !call.MayAdminister(account)))
        {
            throw new SoapFault("account.ACCOUNT_INACTIVE", $"account is not active: {account.Name}");
        }
    }

    // The gate opens with any published share for the caller; each operation then checks its own ACL. It comes before everything else: its
    // fault comes without a header (recording 01-44). Ids in somebody else's mailbox do not pass it (recording 03-11).
    private static void RequireShare(SoapCall call, Model.Account account)
    {
        bool open =
            call.MayAdminister(account)
            || account == call.Caller
            || SharedItem.Of(account).Any(item => item.IsFor(call.Directory, call.Caller!))
            || AccountRight.Holds(call.Directory, call.Caller!, account, "loginAs", "sendAs", "sendOnBehalfOf");
        if (!open)
        {
            throw SoapFault.Denied($"can not access account {account.Name}");
        }
    }
}
