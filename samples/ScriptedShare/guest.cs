#!/usr/bin/env dotnet
#:project ../../src/Zourit.Zimbra.Sharing/Zourit.Zimbra.Sharing.csproj
#:property PublishAot=false
// An administrator looks after one guest of an owner's calendar:
//
//   ZIMBRA_PASSWORD=… dotnet run guest.cs -- create https://mail1.example.net admin@example.net \
//       owner@monasso.org /my-events adresse@orange.fr
//
// create   makes account, share and mountpoint, and prints a password that the server's policy takes
// why      finds out why the guest does not get in
// repair   repairs what would let the server close the account
// suspend  keeps the guest out for now; resume lets in again
// retire   revokes everything that the owner's domain shares with the guest
//
// Ctrl-C ends it with exit code 130 and an account of what the server holds.
//
// The admin service is looked for on port 7071 of the server; ZIMBRA_ADMIN_URI names another.

using Zourit.Zimbra.Sharing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Values;

if (
    args is not [var what, var server, var name, var owner, var calendar, var guest]
    || !Uri.TryCreate(server, UriKind.Absolute, out Uri? address)
    || Environment.GetEnvironmentVariable("ZIMBRA_PASSWORD") is not { Length: > 0 } password
)
{
    Console.Error.WriteLine(
        "usage: ZIMBRA_PASSWORD=… dotnet run guest.cs -- create|why|repair|suspend|resume|retire https://SERVER ADMIN "
            + "OWNER CALENDAR GUEST"
    );
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The second time it ends the program at once.
    pressed.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};
string domain = owner[(owner.LastIndexOf('@') + 1)..];
try
{
    var options = new ZimbraClientOptions();
    if (Environment.GetEnvironmentVariable("ZIMBRA_ADMIN_URI") is { Length: > 0 } service)
    {
        options.AdminUri = new Uri(service);
    }

    var identifier = GuestIdentifier.For(GuestAddress.Parse(guest), domain);
    await using var admin = new ZimbraClient(address, ZimbraCredentials.Admin(name, new Secret(password)), options);
    try
    {
        return await RunAsync(admin, identifier);
    }
    catch (OperationCanceledException) when (stop.IsCancellationRequested)
    {
        Console.Error.WriteLine($"Stopped. {await AccountAsync(admin, identifier)} Run it again to finish: nothing is done twice.");
        return 130;
    }
}
catch (Exception e) when (e is ZimbraException or ArgumentException or UriFormatException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

async Task<int> RunAsync(ZimbraClient admin, GuestIdentifier identifier)
{
    switch (what)
    {
        case "create":
            Secret secret = (await admin.Guests.GetPasswordPolicyAsync(domain, stop.Token)).CreatePassword();
            GuestCreation creation = await admin.Guests.CreateAsync(
                new NewGuestAccount
                {
                    Owner = owner,
                    Calendar = calendar,
                    Guest = guest,
                    Password = secret,
                },
                stop.Token
            );
            string shown = creation.Password == GuestStep.Unchanged ? "(the guest's own password stays)" : secret.Reveal();
            Console.WriteLine($"{creation.Step}\t{creation.Identifier}\t{shown}");
            return 0;
        case "why":
            foreach (
                FeedFinding finding in (await admin.Feeds.DiagnoseAsync(owner, calendar, guest, cancellationToken: stop.Token)).Findings
            )
            {
                Console.WriteLine($"{finding.Certainty}\t{finding.Code}\t{finding.Sentence} {finding.Remedy}");
            }

            return 0;
        case "repair":
            GuestRepair repair = await admin.Guests.RepairAsync(identifier, stop.Token);
            Console.WriteLine($"{repair.Step}\t{repair.Account.Name}\t{repair.Remaining.Count} problems left");
            return repair.Remaining.Count == 0 ? 0 : 3;
        case "suspend" or "resume":
            GuestChange change =
                what == "suspend"
                    ? await admin.Guests.SuspendAsync(identifier, stop.Token)
                    : await admin.Guests.ResumeAsync(identifier, stop.Token);
            Console.WriteLine($"{change.Step}\t{change.Account.Name}\t{change.Account.Status}");
            return 0;
        case "retire":
            GuestRetirement retirement = await admin.Guests.RetireAsync(domain, guest, cancellationToken: stop.Token);
            foreach (GuestRevocation revocation in retirement.Revocations)
            {
                Console.WriteLine($"{revocation.Outcome}\t{revocation.Access.Folder}");
            }

            return retirement.IsComplete ? 0 : 3;
        default:
            Console.Error.WriteLine($"'{what}' is not one of create, why, repair, suspend, resume, retire.");
            return 2;
    }
}

// What the server holds now: the request that was under way may have been carried out.
async Task<string> AccountAsync(ZimbraClient admin, GuestIdentifier identifier)
{
    using var brief = new CancellationTokenSource(TimeSpan.FromSeconds(10));
    try
    {
        GuestAccount? account = await admin.Guests.FindByMailAsync(domain, guest, brief.Token);
        int shares = await admin
            .Guests.ListAccessAsync(guest, new GuestAccessOptions { OwnerDomain = domain }, brief.Token)
            .CountAsync(brief.Token);
        return account is null
            ? $"There is no account {identifier}; {shares} folders of {domain} are shared with {guest}."
            : $"The account {account.Name} exists ({account.Status}); {shares} folders of {domain} are shared with {guest}.";
    }
    catch (Exception e) when (e is ZimbraException or OperationCanceledException)
    {
        return $"Whether the account {identifier} exists by now could not be read.";
    }
}
