using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Account;

/// <summary>
/// What the server tells an account about itself (urn:zimbraAccount GetInfoRequest): name, id, version, REST root and the sharing policy's
/// attributes.
/// </summary>
public sealed record GetInfoRequest : ZimbraRequest<GetInfoResponse>
{
    private static readonly ZimbraOperation Descriptor = new("GetInfoRequest", ZimbraNamespace.Account, RetrySafety.Safe);

    /// <summary>Which parts to return (<c>sections</c>, comma separated): <c>mbox prefs attrs zimlets props idents sigs dsrcs children</c>.
    /// Default <c>mbox,attrs</c>: the REST root and the policy. Empty for all.</summary>
    public IReadOnlyList<string> Sections
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList.Of<string>(["mbox", "attrs"]);

    /// <summary>Rights to report on (<c>rights</c>, comma separated), e.g. <c>viewFreeBusy</c>; empty for none.</summary>
    public IReadOnlyList<string> Rights
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<string>.Empty;

    /// <summary>Asks for name, id and version only: an unknown section means none, since an empty list means all.</summary>
    internal static GetInfoRequest Bare { get; } = new() { Sections = ["mbox"] };

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer)
    {
        writer.Attribute("sections", Sections.Count == 0 ? null : string.Join(',', Sections));
        writer.Attribute("rights", Rights.Count == 0 ? null : string.Join(',', Rights));
    }

    internal override GetInfoResponse ReadResponse(ResponseElement response) =>
        new()
        {
            Name = response.RequiredText("name"),
            Id = response.RequiredText("id"),
            Version = response.Text("version") ?? "",
            RestRoot = response.Text("rest"),
            PublicUrl = response.Text("publicURL"),
            SoapUrls = [.. response.Children("soapURL").Select(url => url.Content)],
            ChangePasswordUrl = response.Text("changePasswordURL"),
            Lifetime = response.Milliseconds("lifetime"),
            IsAdminDelegated = response.Flag("adminDelegated") ?? false,
            UsedBytes = response.Int64("used"),
            Crumb = response.Secret("crumb"),
            PreviousSession = response.Instant("prevSession"),
            LastAccess = response.Instant("accessed"),
            RecentMessages = response.Int32("recent"),
            CosId = response.Child("cos")?.Text("id"),
            CosName = response.Child("cos")?.Text("name"),
            Attributes = AttributeList.Read(response.Child("attrs")?.Children("attr") ?? [], "name"),
            Preferences = AttributeList.Read(response.Child("prefs")?.Children("pref") ?? [], "name"),
        };
}
