using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Tests.Recorded;

/// <summary>The fields of a fault, found again in what the fault reader made of it (docs/protocol.md §1.7).</summary>
internal static class RecordedFaults
{
    public static IEnumerable<string> Losses(XElement reply, ZimbraFault? fault)
    {
        if (fault is null)
        {
            return ["the fault was not read as one"];
        }

        var map = new FieldMap()
            .Undocumented("copied from the request, which the caller has", "requestId")
            .Children<ZimbraFault>("Code", read => [read], () => new FieldMap().Value<ZimbraFault>("Value", Side))
            .Children<ZimbraFault>("Reason", read => [read], () => new FieldMap().Value<ZimbraFault>("Text", read => read.Reason))
            .Children<ZimbraFault>("Detail", read => [read], () => Detail)
            .Value<ZimbraFault>("faultcode", Side11)
            .Value<ZimbraFault>("faultstring", read => read.Reason)
            .Children<ZimbraFault>("detail", read => [read], () => Detail);
        return map.Losses(reply, fault);
    }

    private static FieldMap Detail { get; } =
        new FieldMap().Children<ZimbraFault>(
            "Error",
            read => [read],
            () =>
                new FieldMap()
                    .Value<ZimbraFault>("Code", read => read.Code)
                    .Value<ZimbraFault>("Trace", read => read.TraceId)
                    .Children<ZimbraFault>(
                        "a",
                        read => read.Arguments,
                        () =>
                            new FieldMap()
                                .Value<ZimbraFaultArgument>("n", argument => argument.Name)
                                .Value<ZimbraFaultArgument>("t", argument => argument.Type)
                                .Text<ZimbraFaultArgument>(argument => argument.Value)
                    )
        );

    private static string Side(ZimbraFault fault) => fault.IsSenderFault ? "soap:Sender" : "soap:Receiver";

    private static string Side11(ZimbraFault fault) => fault.IsSenderFault ? "soap:Client" : "soap:Server";
}
