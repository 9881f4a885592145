using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.State;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Rest;

/// <summary>POST of iCalendar text to a calendar: whatever goes wrong is a 500 page (recordings 07-08, 07-59).</summary>
internal static class IcsPost
{
    public static FakeResponse Answer(ServerState server, FakeRequest request, Account owner, MailFolder folder, RestLogin login)
    {
        if (!AccessControl.RightsOf(server.Directory, login.Visitor, owner, folder).Contains('i', StringComparison.Ordinal))
        {
            return Failure("permission denied: you do not have the required rights on the folder");
        }

        IReadOnlyList<CalendarItem> items;
        try
        {
            items = IcsImport.Read(request.Text, server.Directory.Now, server.Directory.ZoneOf(owner));
        }
        catch (FormatException e)
        {
            return Failure($"parse error: {e.Message}");
        }

        foreach (CalendarItem item in items)
        {
            server.Directory.MailboxOf(owner).Store(folder, item, server.Directory.Now);
        }

        return new FakeResponse(200, null, []);
    }

    private static FakeResponse Failure(string cause) =>
        FakeResponse.Error(
            500,
            $"javax.servlet.ServletException: com.zimbra.common.service.ServiceException: system failure: ics "
                + $"formatter failure ({cause})"
        );
}
