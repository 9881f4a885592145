using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Administration;

/// <summary>
/// A call of every public method that works with an administrator's credentials, on a server where the guest has an account and sees a
/// calendar, and whether its work shows.
/// </summary>
internal static partial class AdministratorCalls
{
    public const string Domain = "monasso.org";
    public const string Pipe = "pipe@monasso.org";
    private const string Another = "autre@orange.fr";

    public static Func<AssociationWorld, ZimbraClient, Task> Of(string method) =>
        ByMethod.GetValueOrDefault(method)
        ?? throw new InvalidOperationException($"Add a call of {method} to {nameof(AdministratorCalls)}.");

    /// <summary>By the method's name behind that of its client, e.g. <c>Guests.FindAsync</c>.</summary>
    public static IReadOnlyDictionary<string, Func<AssociationWorld, ZimbraClient, Task>> ByMethod { get; } =
        new SortedDictionary<string, Func<AssociationWorld, ZimbraClient, Task>>(
            OfCalendars().Concat(OfGuests()).Concat(OfOthers()).ToDictionary(),
            StringComparer.Ordinal
        );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static GuestIdentifier Identifier => GuestIdentifier.Parse(Association.Identifier);

    private static FeedReadOptions AsGuest => new() { Credentials = FeedCredentials.ForGuest(Identifier, new Secret(GuestPassword)) };

    private static ShareExpiry NextYear => TimeProvider.System.GetUtcNow().AddYears(1);

    private static RenewalItem Renewal =>
        new()
        {
            Owner = Owner,
            Calendar = Events,
            Grantee = Guest,
            Expiry = NextYear,
        };

    private static GuestShareItem AnotherShare =>
        new()
        {
            Owner = Owner,
            Calendar = Events,
            Guest = Another,
        };

    private static IcsAddress AddressIn(AssociationWorld world) => IcsAddress.Parse($"{world.Server.ServerUri}home/{Owner}{Events}.ics");

    private static async Task AllAsync<TItem, TResult>(IAsyncEnumerable<BulkOutcome<TItem, TResult>> outcomes)
        where TItem : class
        where TResult : class
    {
        List<BulkOutcome<TItem, TResult>> all = await outcomes.ToListAsync(Token);
        Assert.NotEmpty(all);
        foreach (BulkOutcome<TItem, TResult> outcome in all)
        {
            outcome.ResultOrThrow();
        }
    }

    // What an answer leaves open where a right is missing.
    private static void Require(bool isKnown, string what)
    {
        if (!isKnown)
        {
            throw new NotKnownException(what);
        }
    }

    private static void RequireShown(OwnerShares owner)
    {
        if (owner.IsHidden)
        {
            // The stream reports it owner by owner instead of failing.
            throw ZimbraMissingRightException.LeftOut(
                "SearchDirectoryRequest",
                "hidden",
                [MissingRights.Grant("get.account.zimbraSharedItem", RightTarget.Domain(Domain), Pipe)]
            );
        }
    }
}
