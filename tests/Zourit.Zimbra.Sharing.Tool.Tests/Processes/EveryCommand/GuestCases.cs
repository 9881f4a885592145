using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

/// <summary>Cases of the commands about guests and their links.</summary>
internal static class GuestCases
{
    private const string Calendar = "/my-events";

    public static CommandCase[] All =>
        [
            new("guest add", Reach.Owner, Calendar, ToolWorld.Guest) { Wrong = [Calendar], Lines = ["share"] },
            new("guest revoke", Reach.Owner, Calendar, ToolWorld.Guest)
            {
                Before = ShareAsync,
                Wrong = [Calendar],
                Lines = ["revocation"],
            },
            new("guest list", Reach.Owner)
            {
                Before = ShareAsync,
                Wrong = [Calendar, "two"],
                Lines = ["grant"],
            },
            new("guest accept", Reach.Anonymous, "-", "--name", "Marie", "--guest-password-file", "{folder}/guest.txt")
            {
                Before = async world =>
                {
                    await ShareAsync(world);
                    world.Write("guest.txt", "Guest-pass-1");
                },
                Input = LinkOf,
                Wrong = ["marie"],
                Lines = ["acceptance"],
            },
            new("guest renew", Reach.Owner, Calendar, ToolWorld.Guest, "--expires", "90d")
            {
                Before = ShareAsync,
                Wrong = [Calendar, ToolWorld.Guest, "--expires", "soon"],
                Lines = ["share"],
            },
            new("guest notify", Reach.Owner, Calendar, ToolWorld.Guest)
            {
                Before = ShareAsync,
                Wrong = [Calendar, "marie@example.com"],
                WrongExit = 7,
                Lines = ["notification"],
            },
            new("guest diagnose", Reach.Owner, Calendar, ToolWorld.Guest)
            {
                Before = ShareAsync,
                Wrong = [Calendar],
                Lines = ["finding"],
            },
            new("link", Reach.Offline, "-")
            {
                Before = ShareAsync,
                Input = LinkOf,
                Wrong = ["https://mail.example/service/extuserprov/?p=x"],
                Lines = ["link"],
            },
        ];

    /// <summary>Shares the owner's calendar with the guest.</summary>
    public static Task ShareAsync(ToolWorld world) => world.OwnerAsync("guest", "add", Calendar, ToolWorld.Guest);

    private static string LinkOf(ToolWorld world) => $"{world.Server.Outbox.To(ToolWorld.Guest).Single().PersonalLink}\n";
}
