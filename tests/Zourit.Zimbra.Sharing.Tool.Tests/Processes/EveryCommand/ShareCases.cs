using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

/// <summary>Cases of the commands about everybody, users, and what is shared.</summary>
internal static class ShareCases
{
    private const string Calendar = "/my-events";
    private const string User = "tresor@monasso.org";

    public static CommandCase[] All =>
        [
            new("public on", Reach.Owner, "/public") { Wrong = [], Lines = ["share"] },
            new("public off", Reach.Owner, "/public")
            {
                Before = OpenAsync,
                Wrong = ["/public", "now"],
                Lines = ["revocation"],
            },
            new("user add", Reach.Owner, Calendar, User) { Wrong = [Calendar, User, "--rights", "all"], Lines = ["share"] },
            new("user revoke", Reach.Owner, Calendar, User)
            {
                Before = world => world.OwnerAsync("user", "add", Calendar, User),
                Wrong = [Calendar],
                Lines = ["revocation"],
            },
            new("calendars", Reach.Owner) { Wrong = ["--all"], Lines = ["calendar"] },
            new("list", Reach.Owner)
            {
                Before = OpenAsync,
                Wrong = ["--ending-within", "soon"],
                Lines = ["grant"],
            },
            new("review", Reach.Owner)
            {
                Before = OpenAsync,
                Wrong = ["--ending-within", "soon"],
                Lines = ["reviewFinding"],
            },
            new("policy", Reach.Owner, "--guest", ToolWorld.Guest) { Wrong = ["--guest"], Lines = ["policyRule"] },
            new("read", Reach.Anonymous, "/public")
            {
                Before = OpenAsync,
                Refused = [Calendar, "--guest", "adresse.orange.fr@monasso.org", "--guest-password-file", "{folder}/wrong.txt"],
                Wrong = ["/public", "--from", "yesterday"],
                Lines = ["event"],
            },
            new("guide", Reach.Owner, Calendar, ToolWorld.Guest)
            {
                Before = GuestCases.ShareAsync,
                Wrong = [Calendar, ToolWorld.Guest, "--format", "pdf"],
            },
            new("url", Reach.Offline, Calendar) { Wrong = [], Lines = ["address"] },
            new("identifier", Reach.Offline, ToolWorld.Guest, "monasso.org") { Wrong = ["nobody", "monasso.org"], Lines = ["identifier"] },
        ];

    private static Task<ToolRun> OpenAsync(ToolWorld world) => world.OwnerAsync("public", "on", "/public");
}
