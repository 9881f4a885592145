using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>urn:zimbraMail GetAppointmentRequest: by the id of the appointment or of one of its invitations, or by UID.</summary>
internal static class GetAppointment
{
    public static XElement Run(SoapCall call, XElement request)
    {
        string? uid = request.Attr("uid");
        string? id = request.Attr("id");
        if (uid is not null && id is not null)
        {
            throw SoapFault.Invalid("either id or uid should be specified, but not both");
        }

        AppointmentLookup found = uid is null ? AppointmentLookup.ById(call, id ?? "") : AppointmentLookup.ByUid(call, uid);
        found.Require(call, 'r');
        var element = new AppointmentElement(call, found)
        {
            HasInvites = request.Flag("includeInvites") != false,
            IsSync = request.Flag("sync") == true,
        };
        return Xml.Response(request, element.Appointment());
    }
}
