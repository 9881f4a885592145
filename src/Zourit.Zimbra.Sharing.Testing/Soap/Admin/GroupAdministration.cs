using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin requests about distribution lists, the grantees of <c>grp</c> grants.</summary>
internal static class GroupAdministration
{
    public static XElement Create(SoapCall call, XElement request)
    {
        string name = request.Required("name").ToLowerInvariant();
        CreateAccount.RequireDomain(call, name);
        call.Authority.Require("createDistributionList", AdminTarget.Of(call.Directory.FindDomain(AddressDomain.Of(name))!));
        if (call.Directory.HasAddress(name))
        {
            throw new SoapFault("account.DISTRIBUTION_LIST_EXISTS", $"email address already exists: {name}");
        }

        var group = new DistributionList(name, ZimbraDirectory.NewId());
        AttributeChanges.Apply(request, group.Attributes);
        call.Directory.Add(group);
        return Xml.Response(request, Element(group));
    }

    public static XElement Get(SoapCall call, XElement request)
    {
        XElement selector = request.RequiredChild("dl");
        DistributionList group = (
            selector.Attr("by") == "id"
                ? call.Directory.Groups.FirstOrDefault(list => list.Id == selector.Value)
                : call.Directory.FindGroup(selector.Value)
        ) ?? throw Unknown(selector.Value);
        var target = AdminTarget.Of(group);
        XElement element = Element(group, request.Attr("attrs"), name => call.Authority.Shows(target, name));
        int offset = (int)(request.Number("offset") ?? 0);
        List<string> members =
        [
            .. group
                .Members.Order(StringComparer.Ordinal)
                .Skip(offset)
                .Take(request.Number("limit") is { } limit and not 0 ? (int)limit : int.MaxValue),
        ];
        element.Add(members.Select(member => new XElement("dlm", member)));
        bool more = members.Count + offset < group.Members.Count;
        return Xml.Response(
            request,
            new XAttribute("total", group.Members.Count.ToString(CultureInfo.InvariantCulture)),
            new XAttribute("more", more ? "1" : "0"),
            element
        );
    }

    public static XElement GetAll(SoapCall call, XElement request)
    {
        Domain? domain = request.Child("domain") is { } selector
            ? GetDomain.Find(call, selector) ?? throw new SoapFault("account.NO_SUCH_DOMAIN", $"no such domain: {selector.Value}")
            : null;
        return Xml.Response(
            request,
            call.Directory.Groups.Where(group => domain is null || group.Name.EndsWith("@" + domain.Name, StringComparison.Ordinal))
                .Where(group => call.Authority.Lists("listDistributionList", AdminTarget.Of(group)))
                .OrderBy(group => group.Name, StringComparer.Ordinal)
                .Select(group => Element(group))
        );
    }

    public static XElement Modify(SoapCall call, XElement request)
    {
        DistributionList group = ById(call, request, right: null);
        call.Authority.RequireAttributes(AdminTarget.Of(group), AttributeChanges.Names(request), AdminRightKind.Set);
        AttributeChanges.Apply(request, group.Attributes);
        return Xml.Response(request, Element(group));
    }

    public static XElement AddMembers(SoapCall call, XElement request)
    {
        DistributionList group = ById(call, request, "addDistributionListMember");
        foreach (string member in Members(request).Where(member => !group.Members.Contains(member)))
        {
            group.Members.Add(member);
        }

        return Xml.Response(request);
    }

    public static XElement RemoveMembers(SoapCall call, XElement request)
    {
        DistributionList group = ById(call, request, "removeDistributionListMember");
        List<string> leaving = Members(request);
        if (leaving.Find(member => !group.Members.Contains(member)) is { } stranger)
        {
            throw new SoapFault("account.NO_SUCH_MEMBER", $"non-existent members: {stranger} in distribution list: {group.Name}");
        }

        group.Members.RemoveAll(leaving.Contains);
        return Xml.Response(request);
    }

    public static XElement AddAlias(SoapCall call, XElement request)
    {
        DistributionList group = ById(call, request, "addDistributionListAlias");
        string alias = request.Required("alias").ToLowerInvariant();
        CreateAccount.RequireDomain(call, alias);
        call.Authority.Require("createAlias", AdminTarget.Of(call.Directory.FindDomain(AddressDomain.Of(alias))!));
        if (call.Directory.HasAddress(alias))
        {
            throw new SoapFault("account.DISTRIBUTION_LIST_EXISTS", $"email address already exists: {alias}");
        }

        group.Aliases.Add(alias);
        group.Attributes.Add("zimbraMailAlias", alias);
        return Xml.Response(request);
    }

    public static XElement RemoveAlias(SoapCall call, XElement request)
    {
        DistributionList group = ById(call, request, "removeDistributionListAlias");
        string alias = request.Required("alias").ToLowerInvariant();
        if (!group.Aliases.Remove(alias))
        {
            throw new SoapFault("account.NO_SUCH_ALIAS", $"no such alias: {alias}");
        }

        group.Attributes.Remove("zimbraMailAlias", alias);
        return Xml.Response(request);
    }

    public static XElement Delete(SoapCall call, XElement request)
    {
        call.Directory.Groups.Remove(ById(call, request, "deleteDistributionList"));
        return Xml.Response(request);
    }

    private static List<string> Members(XElement request)
    {
        List<string> members = [.. request.All("dlm").Select(member => member.Value.Trim().ToLowerInvariant())];
        return members.Count > 0 ? members : throw SoapFault.Invalid("members to add not specified");
    }

    private static DistributionList ById(SoapCall call, XElement request, string? right)
    {
        string id = request.Required("id");
        DistributionList group = call.Directory.Groups.FirstOrDefault(group => group.Id == id) ?? throw Unknown(id);
        if (right is not null)
        {
            call.Authority.Require(right, AdminTarget.Of(group));
        }

        return group;
    }

    private static SoapFault Unknown(string key) => new("account.NO_SUCH_DISTRIBUTION_LIST", $"no such distribution list: {key}");

    private static XElement Element(DistributionList group, string? wanted = null, Func<string, bool>? shows = null) =>
        new(
            "dl",
            new XAttribute("name", group.Name),
            new XAttribute("dynamic", "0"),
            new XAttribute("id", group.Id),
            ShownAttributes.Of(group.Attributes, wanted, shows)
        );
}
