using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;

namespace Zourit.Zimbra.Sharing.Testing.Soap;

/// <summary>
/// A BatchRequest: its requests run one after the other, each by itself, with no transaction and no lock around them (docs/protocol.md
/// §2.8).
/// </summary>
internal static class SoapBatch
{
    private static readonly XNamespace Zimbra = "urn:zimbra";

    public static async Task<XElement> RunAsync(SoapCall call, XElement batch, SoapVersion version)
    {
        FaultEffect? injected = call.Server.Misbehave.FaultDue(batch.Name.LocalName);
        XElement? answers = injected is { IsAfterEffect: false } ? null : await AnswersAsync(call, batch, version).ConfigureAwait(false);
        return injected is null ? answers! : throw SoapFault.Injected(injected);
    }

    private static async Task<XElement> AnswersAsync(SoapCall call, XElement batch, SoapVersion version)
    {
        bool goesOn = (batch.Attr("onerror") ?? "continue") == "continue";
        List<XElement> requests = [.. batch.Elements()];
        IReadOnlyList<BatchGapEffect> others = requests.Count > 1 ? call.Server.Misbehave.Due<BatchGapEffect>(batch.Name.LocalName) : [];
        var answers = new XElement(Zimbra + "BatchResponse");
        for (int i = 0; i < requests.Count; i++)
        {
            XElement request = requests[i];
            if (i > 0)
            {
                var gap = new BatchGap
                {
                    Done = i,
                    Left = requests.Count - i,
                    Next = request.Name.LocalName,
                };
                await LetInAsync(others, gap).ConfigureAwait(false);
            }

            XElement answer = call.Server.Locked(() => Answer(call, request, version));
            answers.Add(answer);
            if (!goesOn && answer.Name == version.Namespace + "Fault")
            {
                break;
            }
        }

        return answers;
    }

    private static XElement Answer(SoapCall call, XElement request, SoapVersion version)
    {
        string? requestId = request.Attribute("requestId")?.Value;
        try
        {
            XElement response = SoapEngine.Dispatch(call, request);
            if (requestId is not null)
            {
                response.SetAttributeValue("requestId", requestId);
            }

            return response;
        }
        catch (SoapFault fault)
        {
            return version.Fault(fault, call.Trace, requestId);
        }
    }

    private static async Task LetInAsync(IReadOnlyList<BatchGapEffect> others, BatchGap gap)
    {
        foreach (BatchGapEffect effect in others)
        {
            try
            {
                await effect.Others(gap).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                throw SoapFault.Failure($"BetweenItems: {e.Message}");
            }
        }
    }
}
