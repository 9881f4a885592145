namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>The numbers of the folders that every mailbox has.</summary>
internal static class SystemFolder
{
    public const int UserRoot = 1;
    public const int Inbox = 2;
    public const int Trash = 3;
    public const int Junk = 4;
    public const int Sent = 5;
    public const int Calendar = 10;
}
