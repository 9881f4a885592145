using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>Appointments that tests of the calendar requests make and look for.</summary>
internal static class Meetings
{
    /// <summary>A range around all of them.</summary>
    public const string January = "s='1893801600000' e='1896220800000'";

    public const string Weekly = "<recur><add><rule freq='WEE'><interval ival='1'/><count num='3'/></rule></add></recur>";

    /// <summary>Invites Bob, who is asked for an answer.</summary>
    public const string Bob = "<at a='bob@example.test' role='REQ' ptst='NE' rsvp='1'/>";

    public const string ToBob = "<e a='bob@example.test' t='t'/>";

    /// <summary>The message of an appointment of Alice's on Monday, the 7th of January 2030, at nine in Paris.</summary>
    /// <param name="comp">What its component holds besides its time and organizer.</param>
    /// <param name="besides">What the message holds besides its invitation.</param>
    /// <param name="name">The appointment's name.</param>
    public static string Message(string comp = "", string besides = "", string name = "Meeting") =>
        $"<m><inv><comp name='{name}' status='CONF' class='PUB' fb='B' allDay='0'>{comp}<s d='20300107T090000' tz='Europe/Paris'/>"
        + $"<e d='20300107T100000' tz='Europe/Paris'/><or a='alice@example.test'/></comp></inv>{besides}<su>{name}</su></m>";

    public static string Create(string comp = "", string besides = "", string name = "Meeting") =>
        $"<CreateAppointmentRequest xmlns='urn:zimbraMail'>{Message(comp, besides, name)}</CreateAppointmentRequest>";

    public static string Modify(string id, string message) =>
        $"<ModifyAppointmentRequest xmlns='urn:zimbraMail' id='{id}' comp='0'>{message}</ModifyAppointmentRequest>";

    public static string Cancel(string id, string content = "<m/>") =>
        $"<CancelAppointmentRequest xmlns='urn:zimbraMail' id='{id}' comp='0'>{content}</CancelAppointmentRequest>";

    public static string Get(string attributes) => $"<GetAppointmentRequest xmlns='urn:zimbraMail' {attributes}/>";

    public static string GetMessage(string id) => $"<GetMsgRequest xmlns='urn:zimbraMail'><m id='{id}'/></GetMsgRequest>";

    public static string Reply(string id, string verb, string content = "", string attributes = "updateOrganizer='1'") =>
        $"<SendInviteReplyRequest xmlns='urn:zimbraMail' id='{id}' compNum='0' verb='{verb}' {attributes}>{content}"
        + "</SendInviteReplyRequest>";

    public static string Trash(string id) =>
        $"<ItemActionRequest xmlns='urn:zimbraMail'><action id='{id}' op='trash'/></ItemActionRequest>";

    /// <summary>The id of the one appointment's invitation in the asker's calendar.</summary>
    public static async Task<string> InvitationAsync(FakeSession session, string token)
    {
        XElement found = await session.AskAsync(token, $"<GetApptSummariesRequest xmlns='urn:zimbraMail' {January}/>");
        return found.One("appt").Attribute("invId")!.Value;
    }

    /// <summary>Alice makes an appointment.</summary>
    public static async Task<(string Token, string Id, string Invitation)> MakeAsync(
        FakeSession session,
        string comp = "",
        string besides = ""
    )
    {
        string alice = await session.AliceAsync();
        XElement made = await session.AskAsync(alice, Create(comp, besides));
        return (alice, made.Attribute("apptId")!.Value, made.Attribute("invId")!.Value);
    }
}
