using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>The words of <see cref="GuestStatus"/> in the directory.</summary>
internal static class GuestStatusWord
{
    public static GuestStatus Parse(string? word) =>
        word switch
        {
            "active" => GuestStatus.Active,
            "locked" => GuestStatus.Locked,
            "closed" => GuestStatus.Closed,
            "lockout" => GuestStatus.LockedOut,
            "pending" => GuestStatus.Pending,
            "maintenance" => GuestStatus.Maintenance,
            _ => GuestStatus.Unknown,
        };

    public static string Of(GuestStatus status) =>
        status switch
        {
            GuestStatus.Active => "active",
            GuestStatus.Locked => "locked",
            GuestStatus.Closed => "closed",
            GuestStatus.LockedOut => "lockout",
            GuestStatus.Pending => "pending",
            GuestStatus.Maintenance => "maintenance",
            _ => throw Argument.OutOfRange(
                new LocalizedText("Name one of Zimbra's account statuses.", "Indiquez un des états de compte de Zimbra."),
                status,
                nameof(status)
            ),
        };
}
