#!/usr/bin/env dotnet
#:project ../../src/Zourit.Zimbra.Sharing/Zourit.Zimbra.Sharing.csproj
#:property PublishAot=false
// An administrator looks after one guest of an owner's calendar:
//
//   ZIMBRA_PASSWORD=… dotnet run guest.cs -- create https://mail1.example.net admin@example.net owner@monasso.org /my-events
// adresse@orange.fr
//
// create   makes account, share and mountpoint, and prints a password that the server's policy takes
// why      finds out why the guest does not get in
// repair   mends what would let the server close the account
// suspend  keeps the guest out for now; resume lets in again
// retire   takes back everything that the owner's domain shares with the guest
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

try
{
    var options = new ZimbraClientOptions();
    if (Environment.GetEnvironmentVariable("ZIMBRA_ADMIN_URI") is { Length: > 0 } service)
    {
        options.AdminUri = new Uri(service);
    }

    await using var admin = new ZimbraClient(address, ZimbraCredentials.Admin(name, password), options);
    string domain = owner[(owner.LastIndexOf('@') + 1)..];
    var identifier = GuestIdentifier.For(guest, domain);
    switch (what)
    {
        case "create":
            Secret secret = (await admin.Guests.GetPasswordPolicyAsync(domain)).CreatePassword();
            GuestCreation creation = await admin.Guests.CreateAsync(guest, owner, calendar, secret);
            string told = creation.Password == GuestStep.Unchanged ? "(the guest's own password stays)" : secret.Reveal();
            Console.WriteLine($"{creation.Step}\t{creation.Identifier}\t{told}");
            return 0;
        case "why":
            foreach (FeedFinding finding in (await admin.Feeds.DiagnoseAsync(owner, calendar, guest)).Findings)
            {
                Console.WriteLine($"{finding.Certainty}\t{finding.Code}\t{finding.Sentence.English} {finding.Remedy.English}");
            }

            return 0;
        case "repair":
            GuestRepair repair = await admin.Guests.RepairAsync(identifier);
            Console.WriteLine($"{repair.Step}\t{repair.Account.Name}\t{repair.Remaining.Count} problems left");
            return repair.Remaining.Count == 0 ? 0 : 3;
        case "suspend" or "resume":
            GuestChange change =
                what == "suspend" ? await admin.Guests.SuspendAsync(identifier) : await admin.Guests.ResumeAsync(identifier);
            Console.WriteLine($"{change.Step}\t{change.Account.Name}\t{change.Account.Status}");
            return 0;
        case "retire":
            GuestRetirement retirement = await admin.Guests.RetireAsync(guest, domain);
            foreach (GuestRevocation revocation in retirement.Revocations)
            {
                Console.WriteLine($"{revocation.Outcome}\t{revocation.Access.Folder}");
            }

            return retirement.IsComplete ? 0 : 3;
        default:
            Console.Error.WriteLine($"'{what}' is none of create, why, repair, suspend, resume, retire.");
            return 2;
    }
}
catch (Exception e) when (e is ZimbraException or ArgumentException or UriFormatException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
