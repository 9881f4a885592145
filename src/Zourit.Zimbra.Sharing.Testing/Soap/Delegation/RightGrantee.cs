namespace Zourit.Zimbra.Sharing.Testing.Soap.Delegation;

/// <summary>Who gets a right.</summary>
/// <param name="Type"><c>usr</c> or <c>grp</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its address.</param>
/// <param name="IsAdministrator">A delegated administrator, or a group of them.</param>
internal sealed record RightGrantee(string Type, string Id, string Name, bool IsAdministrator);
