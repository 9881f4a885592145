using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// Reads a class of service, whose attributes its accounts inherit (urn:zimbraAdmin GetCosRequest). Unknown is <c>account.NO_SUCH_COS</c>.
/// </summary>
public sealed record GetCosRequest : ZimbraRequest<CosResponse>
{
    private static readonly ZimbraOperation Descriptor = new("GetCosRequest", ZimbraNamespace.Admin, RetrySafety.Safe);

    /// <summary>By name or id.</summary>
    public required CosSelector Cos { get; init; }

    /// <summary>Only these attributes (<c>attrs</c>, comma separated); empty for all.</summary>
    public IReadOnlyList<string> AttributeNames
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<string>.Empty;

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer)
    {
        writer.Attribute("attrs", AttributeNames.Count == 0 ? null : string.Join(',', AttributeNames));
        Cos.Write(writer);
    }

    internal override CosResponse ReadResponse(ResponseElement response)
    {
        ResponseElement cos = response.RequiredChild("cos");
        return new CosResponse { Cos = DirectoryEntry.Read(cos), IsDefault = cos.Flag("isDefaultCos") ?? false };
    }
}
