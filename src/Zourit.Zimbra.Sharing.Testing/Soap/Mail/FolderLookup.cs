using System.Globalization;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Finds folders by the ids of requests: <c>10</c>, or <c>ownerId:10</c> in somebody else's mailbox.</summary>
internal static class FolderLookup
{
    /// <summary>The owner and number of an id; malformed and unknown owners are faults.</summary>
    public static (Model.Account Owner, int Id) Parse(SoapCall call, string id)
    {
        string[] parts = id.Split(':', 2);
        if (!int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            throw SoapFault.Invalid($"malformed item ID: {id}");
        }

        Model.Account owner =
            parts.Length == 1 ? call.Requested : call.Directory.FindAccountById(parts[0]) ?? throw SoapFault.NoSuchAccount(parts[0]);
        if (owner != call.Requested)
        {
            SoapContext.RequireActive(call, owner);
        }

        return (owner, number);
    }

    public static Visitor VisitorFor(SoapCall call, Model.Account owner) =>
        Visitor.Of(call.Caller!, call.HasAdminPowers || (call.Token?.DelegatedBy is not null && call.Caller == owner));

    public static string RightsOn(SoapCall call, Model.Account owner, MailFolder folder) =>
        AccessControl.RightsOf(call.Directory, VisitorFor(call, owner), owner, folder);

    public static void RequireRead(SoapCall call, Model.Account owner, MailFolder folder)
    {
        if (!RightsOn(call, owner, folder).Contains('r', StringComparison.Ordinal))
        {
            throw SoapFault.Denied("you do not have sufficient permissions");
        }
    }

    /// <summary>How an id reads in a fault: qualified in a foreign mailbox.</summary>
    public static string Shown(SoapCall call, Model.Account owner, int id) =>
        owner == call.Caller ? id.ToString(CultureInfo.InvariantCulture) : $"{owner.Id}:{id}";
}
