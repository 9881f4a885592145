using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>urn:zimbraMail GetEffectiveFolderPermsRequest: the caller's rights on a folder.</summary>
internal static class EffectiveFolderPerms
{
    public static XElement Run(SoapCall call, XElement request)
    {
        string id = request.RequiredChild("folder").Required("l");
        (Model.Account owner, int number) = FolderLookup.Parse(call, id);
        MailFolder folder = call.Directory.MailboxOf(owner).FindById(number)
            ?? throw SoapFault.NoSuchFolder(FolderLookup.Shown(call, owner, number));
        return Xml.Response(
            request,
            new XElement("folder", new XAttribute("perm", Rights.Effective(FolderLookup.RightsOn(call, owner, folder))))
        );
    }
}
