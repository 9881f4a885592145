using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Account;

/// <summary>urn:zimbraAccount GetInfoRequest (docs/protocol.md §9.1; recordings 08-01, 08-02, 05-48).</summary>
internal static class GetInfo
{
    private static readonly string[] Sections = ["mbox", "prefs", "attrs", "zimlets", "props", "idents", "sigs", "dsrcs", "children"];

    public static XElement Run(SoapCall call, XElement request)
    {
        string[] sections = request.Attr("sections")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            ?? Sections;
        if (sections.FirstOrDefault(section => !Sections.Contains(section)) is { } unknown)
        {
            throw SoapFault.Invalid($"unknown GetInfo section: {unknown}");
        }

        Model.Account account = call.Requested;
        string root = PublicAddress.Base(call.Directory, account);
        ClassOfService? cos = call.Directory.CosOf(account);
        return Xml.Response(
            request,
            new XAttribute("attSizeLimit", 10_240_000),
            new XAttribute("docSizeLimit", 10_485_760),
            new XAttribute("isSpellCheckAvailable", "0"),
            new XElement("version", ServerVersion.Text),
            new XElement("id", account.Id),
            new XElement("name", account.Name),
            new XElement("crumb", TokenStore.CrumbOf(call.Token!)),
            new XElement("lifetime", (long)(call.Token!.Expires - call.Directory.Now).TotalMilliseconds),
            call.Token.DelegatedBy is null ? null : new XElement("adminDelegated", "1"),
            Section("mbox", () => Mailbox(call, root)),
            cos is null ? null : new XElement("cos", new XAttribute("id", cos.Id), new XAttribute("name", cos.Name)),
            Section("prefs", () => [new XElement("prefs", Preferences(call.Directory, account))]),
            Section("attrs", () => [new XElement("attrs", Attributes(call.Directory, account))]),
            Section("zimlets", () => [new XElement("zimlets")]),
            Section("props", () => [new XElement("props")]),
            Section("idents", () => [new XElement("identities", DefaultIdentity(call.Directory, account))]),
            Section("sigs", () => [new XElement("signatures")]),
            Section("dsrcs", () => [new XElement("dataSources")]),
            Section("children", () => [new XElement("childAccounts")]),
            new XElement("soapURL", $"{root}/service/soap/"),
            new XElement("publicURL", root),
            new XElement("pasteitcleanedEnabled", "0")
        );

        IEnumerable<XElement> Section(string name, Func<IEnumerable<XElement>> content) => sections.Contains(name) ? content() : [];
    }

    private static IEnumerable<XElement> Mailbox(SoapCall call, string root)
    {
        Model.Mailbox mailbox = call.Mailbox;
        long last = mailbox.LastSession?.ToUnixTimeMilliseconds() ?? 0;
        return
        [
            new XElement("rest", $"{root}/home/{call.Requested.Name}"),
            new XElement("used", mailbox.Size),
            new XElement("isTrackingIMAP", "0"),
            new XElement("prevSession", last),
            new XElement("accessed", last),
            new XElement(
                "recent",
                mailbox.Messages.Count(message =>
                    message.FolderId == SystemFolder.Inbox && (mailbox.LastSession is not { } since || message.Date > since)
                )
            ),
        ];
    }

    private static IEnumerable<XElement> Preferences(ZimbraDirectory directory, Model.Account account) =>
        Named(
            "pref",
            directory,
            account,
            directory.AllNames(account).Where(name => name.StartsWith("zimbraPref", StringComparison.Ordinal))
        );

    // Whatever the class of service says, documents cannot be edited without a document server.
    private static IEnumerable<XElement> Attributes(ZimbraDirectory directory, Model.Account account)
    {
        const string Editing = "zimbraFeatureDocumentEditingEnabled";
        return Named("attr", directory, account, NewInstallation.UserVisible.Where(name => name != Editing))
            .Append(new XElement("attr", new XAttribute("name", Editing), "FALSE"));
    }

    private static IEnumerable<XElement> Named(
        string element,
        ZimbraDirectory directory,
        Model.Account account,
        IEnumerable<string> names
    ) =>
        names.SelectMany(name =>
            directory.AttributeValues(account, name).Select(value => new XElement(element, new XAttribute("name", name), value))
        );

    private static XElement DefaultIdentity(ZimbraDirectory directory, Model.Account account)
    {
        string[] fromPreferences =
        [
            "zimbraPrefForwardIncludeOriginalText",
            "zimbraPrefForwardReplyPrefixChar",
            "zimbraPrefSentMailFolder",
            "zimbraPrefSaveToSent",
            "zimbraPrefMailSignatureStyle",
            "zimbraPrefReplyIncludeOriginalText",
            "zimbraCreateTimestamp",
        ];
        (string Name, string? Value)[] values =
        [
            .. fromPreferences.Select(name => (name, directory.Attribute(account, name))),
            ("zimbraPrefFromAddress", account.Name),
            ("zimbraPrefFromDisplay", account.Attributes["displayName"]),
            ("zimbraPrefIdentityId", account.Id),
            ("zimbraPrefIdentityName", "DEFAULT"),
            ("zimbraPrefForwardReplyFormat", "same"),
        ];
        return new XElement(
            "identity",
            new XAttribute("name", "DEFAULT"),
            new XAttribute("id", account.Id),
            values
                .Where(value => value.Value is not null)
                .Select(value => new XElement("a", new XAttribute("name", value.Name), value.Value))
        );
    }
}
