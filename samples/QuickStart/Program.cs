using System.CommandLine;
using QuickStart;
using Zourit.Zimbra.Sharing;

var server = new Option<string?>("--server")
{
    Description =
        "A Zimbra server, e.g. https://mail1.example.net; without it a fake one is "
        + "started. The owner's password comes from ZIMBRA_PASSWORD.",
};
var user = new Option<string?>("--user") { Description = "The calendar's owner, e.g. moncompte@monasso.org." };
var calendar = new Option<string?>("--calendar") { Description = "The calendar's path, e.g. \"/Événements de l'asso\"." };
var guest = new Option<string?>("--guest") { Description = "The guest's mail address, e.g. adresse@orange.fr." };
var accept = new Option<bool>("--accept-as-guest")
{
    Description = "With --server: take the guest's own step too, with the password in ZIMBRA_GUEST_PASSWORD.",
};
var closed = new Option<bool>("--no-public") { Description = "With --server: do not open the calendar to everybody." };
var revoke = new Option<bool>("--revoke") { Description = "With --server: revoke in the end what was shared." };
var json = new Option<bool>("--json") { Description = "Print the outcome as one JSON object instead of the story." };
var command = new RootCommand("Shares a Zimbra calendar with a guest and with everybody, and reads it back.")
{
    server,
    user,
    calendar,
    guest,
    accept,
    closed,
    revoke,
    json,
};

command.SetAction(
    async (arguments, cancellationToken) =>
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var narrator = new Narrator(arguments.GetValue(json) ? TextWriter.Null : Console.Out);
        try
        {
            await using Stage stage = arguments.GetValue(server) is { } address
                ? Stage.OnServer(
                    address,
                    arguments.GetValue(user),
                    arguments.GetValue(calendar),
                    arguments.GetValue(guest),
                    arguments.GetValue(accept),
                    !arguments.GetValue(closed),
                    arguments.GetValue(revoke)
                )
                : await Stage.OnFakeAsync(
                    arguments.GetValue(user),
                    arguments.GetValue(calendar),
                    arguments.GetValue(guest),
                    cancellationToken
                );
            Outcome outcome = await Story.TellAsync(stage, narrator, cancellationToken);
            if (arguments.GetValue(json))
            {
                Console.WriteLine(outcome.ToJson());
            }

            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync(
                $"Stopped. {narrator.Account} The step under way may have been done too; running again is safe and shows it."
            );
            return 130;
        }
        catch (Exception e) when (e is ZimbraException or ArgumentException or UnexpectedTurnException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
);
return await command.Parse(args).InvokeAsync();
