using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Account;

/// <summary>urn:zimbraAccount GetInfoRequest, as far as sharing needs it (protocol.md §9.1).</summary>
internal static class GetInfo
{
    private static readonly string[] Shown =
    [
        "zimbraExternalSharingEnabled", "zimbraPublicSharingEnabled", "zimbraFeatureSharingEnabled", "zimbraFeatureCalendarEnabled", "zimbraShareLifetime",
        "zimbraExternalShareLifetime", "zimbraPublicShareLifetime", "zimbraFileShareLifetime", "zimbraFileExternalShareLifetime", "zimbraFilePublicShareLifetime",
        "zimbraIsExternalVirtualAccount", "zimbraExternalUserMailAddress", "zimbraVirtualAccountInitialPasswordSet", "zimbraId", "uid", "displayName", "cn",
    ];

    public static XElement Run(SoapCall call, XElement request)
    {
        Model.Account account = call.Requested;
        string[] sections = request.Attr("sections")?.Split(',', StringSplitOptions.TrimEntries) ?? ["mbox", "prefs", "attrs"];
        string root = PublicAddress.Base(call.Directory, account, call.Server.UserUri);
        _ = sections.Contains("mbox") ? call.Mailbox : null;
        ClassOfService? cos = call.Directory.CosOf(account);
        return Xml.Response(
            request,
            new XAttribute("attSizeLimit", 10_240_000),
            new XAttribute("docSizeLimit", 10_485_760),
            new XElement("version", "10.1.0_GA_0000 20241024000000 20241024-0000 FOSS"),
            new XElement("id", account.Id),
            new XElement("name", account.Name),
            new XElement("crumb", "7e9933115ccc2f7f3086140901a292e9"),
            call.Token!.DelegatedBy is null ? null : new XElement("adminDelegated", "1"),
            new XElement("lifetime", (long)(call.Token.Expires - call.Directory.Now).TotalMilliseconds),
            sections.Contains("mbox")
                ? new object[] { new XElement("rest", $"{root}/home/{account.Name}"), new XElement("used", 0), new XElement("prevSession", 0), new XElement("accessed", 0), new XElement("recent", 0) }
                : null,
            cos is null ? null : new XElement("cos", new XAttribute("id", cos.Id), new XAttribute("name", cos.Name)),
            sections.Contains("prefs") ? new XElement("prefs", new XElement("pref", new XAttribute("name", "zimbraPrefLocale"), call.Directory.Attribute(account, "zimbraPrefLocale"))) : null,
            sections.Contains("attrs")
                ? new XElement("attrs", Shown.SelectMany(name => call.Directory.AttributeValues(account, name).Select(value => new XElement("attr", new XAttribute("name", name), value))))
                : null,
            new XElement("soapURL", $"{root}/service/soap/"),
            new XElement("publicURL", root),
            new XElement("changePasswordURL", $"{root}/h/changepass"));
    }
}
