using System.Globalization;
using System.Reflection;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Invitations;

namespace Zourit.Zimbra.Sharing.Tests.Cancellation;

/// <summary>
/// Every operation, cancelled at random moments of random requests: the call ends at once with the caller's token, the server holds nothing
/// but what the call does, wholly or in part, and calling again completes it (docs/cancellation.md).
/// </summary>
/// <remarks>
/// <c>CANCELLATION_ROUNDS</c> sets how many moments each operation is cancelled at, <c>CANCELLATION_SEED</c> where the random numbers
/// start.
/// </remarks>
[Trait("Category", "Slow")]
public abstract class CancellationTests(ITestOutputHelper output)
{
    // Against hanging only: no clock moves, so that a call that waited for anything but its token would never end.
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    /// <summary>Moments at which the call still needs something, so that it cannot succeed any more.</summary>
    private static readonly Moment[] Decisive =
    [
        Moment.Beforehand,
        Moment.BeforeSending,
        Moment.WhileServerWorks,
        Moment.WhileReplyIsHeld,
        Moment.WhileBodyStalls,
        Moment.BeforeRepeating,
        Moment.InRateLimit,
        Moment.WithoutPlace,
    ];

    private protected async Task CancelAtRandomAsync(string name)
    {
        CancellableCall call = CancellableCalls.Named(name);
        Whole whole = await RunWholeAsync(call);
        var random = new Random(HashCode(name) + Setting("CANCELLATION_SEED", 0));
        for (int round = 0; round < Setting("CANCELLATION_ROUNDS", 3); round++)
        {
            Moment moment = whole.Moments[random.Next(whole.Moments.Count)];
            await CancelAsync(call, moment, random.Next(moment == Moment.InRateLimit ? whole.Requests - 1 : whole.Requests) + 1, whole);
        }
    }

    private static async Task<Whole> RunWholeAsync(CancellableCall call)
    {
        await using CancellationWorld world = await CancellationWorld.StartAsync();
        HashSet<string> before = world.Facts();
        int sent = world.Requests;
        await call.RunAsync(world, TestContext.Current.CancellationToken);
        return new Whole(before, world.Facts(), world.Requests - sent, world.Items, call.AsksElsewhere);
    }

    private async Task CancelAsync(CancellableCall call, Moment moment, int number, Whole whole)
    {
        await using CancellationWorld world = await CancellationWorld.StartAsync(options =>
        {
            options.MaxConcurrentRequests = moment == Moment.WithoutPlace ? 1 : options.MaxConcurrentRequests;
            options.MaxRequestsPerSecond = moment == Moment.InRateLimit ? number : 0;
        });
        using CancellationPlan plan = world.Plan(moment, number);
        using var others = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task[] hogs = moment == Moment.WithoutPlace ? await world.TakeAllPlacesAsync(plan, others.Token) : [];
        int sent = world.Requests;
        if (moment == Moment.Beforehand)
        {
            plan.Cancel();
        }

        string what = string.Create(
            CultureInfo.InvariantCulture,
            $"{call.Name} cancelled {moment} at request {number} of {whole.Requests}"
        );
        Task<Task> begun = Task.Factory.StartNew(
            () => call.RunAsync(world, plan.Token),
            TestContext.Current.CancellationToken,
            TaskCreationOptions.None,
            TaskScheduler.Default
        );
        Task running = begun.Unwrap();
        if (moment == Moment.WithoutPlace)
        {
            // It runs until it has to wait, which is for a place.
            await begun;
            plan.Cancel();
        }

        Assert.True(
            await Task.WhenAny(running, Task.Delay(Bound, TimeProvider.System, TestContext.Current.CancellationToken)) == running,
            $"{what} did not end."
        );
        Exception? error = await Record.ExceptionAsync(() => running);
        output.WriteLine($"{what}: {error?.GetType().Name ?? "done"}");
        AssertEnd(what, plan, error);
        Assert.True(
            moment is not (Moment.Beforehand or Moment.WithoutPlace) || world.Requests == sent,
            $"{what} sent something all the same."
        );

        await plan.ServerWork;
        await others.CancelAsync();
        await Task.WhenAll(hogs)
            .ContinueWith(_ => { }, TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
        await AssertStateAsync(what, call, world, whole);
    }

    private static void AssertEnd(string what, CancellationPlan plan, Exception? error)
    {
        if (!plan.Reached.IsCompleted)
        {
            Assert.True(plan.Moment is Moment.AfterLoss or Moment.BeforeRepeating, $"{what}: the moment never came; {error}");
            Assert.True(error is null or ZimbraException, $"{what}: nobody cancelled it: {error}");
            return;
        }

        // A call that was through, or needed nothing more, when it was cancelled may succeed.
        if (error is not null)
        {
            var cancelled = Assert.IsAssignableFrom<OperationCanceledException>(error);
            Assert.True(plan.Token == cancelled.CancellationToken, $"{what} ended with another token than the caller's: {error}");
        }

        Assert.False(error is null && Decisive.Contains(plan.Moment), $"{what} went on all the same.");
    }

    private static async Task AssertStateAsync(string what, CancellableCall call, CancellationWorld world, Whole whole)
    {
        world.StartAgain();
        HashSet<string> now = world.Facts();
        Assert.True(
            now.IsSubsetOf(whole.Before.Union(whole.After)),
            $"{what} left {string.Join("; ", now.Except(whole.Before.Union(whole.After)))}"
        );
        Assert.True(
            now.IsSupersetOf(whole.Before.Intersect(whole.After)),
            $"{what} took away {string.Join("; ", whole.Before.Intersect(whole.After).Except(now))}"
        );

        await call.RunAsync(world, TestContext.Current.CancellationToken);
        HashSet<string> again = world.Facts();
        Assert.Empty(whole.After.Except(again));
        Assert.DoesNotContain(again.Except(whole.After), fact =>
            !(call.MailsEachTime && fact.StartsWith("mail ", StringComparison.Ordinal))
        );
    }

    // The same numbers in each run, so that a failure comes again.
    private static int HashCode(string name) => name.Aggregate(17, (code, letter) => unchecked((code * 31) + letter)) & 0x3fffffff;

    private static int Setting(string name, int value) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int set) ? set : value;

    /// <summary>What a call does that nobody cancels.</summary>
    private sealed record Whole(HashSet<string> Before, HashSet<string> After, int Requests, int Items, bool AsksElsewhere)
    {
        /// <summary>The moments that such a call has.</summary>
        public IReadOnlyList<Moment> Moments { get; } =
        [
            .. Enum.GetValues<Moment>()
                .Where(moment =>
                    moment switch
                    {
                        Moment.AtFirstItem => Items > 0,
                        Moment.InRateLimit => Requests > 1,
                        Moment.WhileServerWorks
                        or Moment.WhileReplyIsHeld
                        or Moment.WhileBodyStalls
                        or Moment.WhenReplyIsIn
                        or Moment.WithoutPlace => !AsksElsewhere,
                        _ => true,
                    }
                ),
        ];
    }

    public sealed class Calendars(ITestOutputHelper output) : CancellationTests(output)
    {
        public static TheoryData<string> Calls { get; } = [.. CancellableCalls.Calendars.Select(call => call.Name)];

        [Theory, MemberData(nameof(Calls))]
        public Task A_cancelled_call_ends_at_once_leaves_a_known_state_and_can_be_made_again(string call) => CancelAtRandomAsync(call);
    }

    public sealed class GuestAccounts(ITestOutputHelper output) : CancellationTests(output)
    {
        public static TheoryData<string> Calls { get; } = [.. CancellableCalls.GuestAccounts.Select(call => call.Name)];

        [Theory, MemberData(nameof(Calls))]
        public Task A_cancelled_call_ends_at_once_leaves_a_known_state_and_can_be_made_again(string call) => CancelAtRandomAsync(call);
    }

    public sealed class Others(ITestOutputHelper output) : CancellationTests(output)
    {
        public static TheoryData<string> Calls { get; } = [.. CancellableCalls.Others.Select(call => call.Name)];

        [Theory, MemberData(nameof(Calls))]
        public Task A_cancelled_call_ends_at_once_leaves_a_known_state_and_can_be_made_again(string call) => CancelAtRandomAsync(call);

        [Fact]
        public void No_operation_that_can_be_cancelled_is_missing()
        {
            Type[] clients =
            [
                typeof(ZimbraClient),
                typeof(ZimbraMailbox),
                typeof(CalendarClient),
                typeof(GuestClient),
                typeof(InvitationClient),
                typeof(FeedClient),
            ];
            IEnumerable<string> operations = clients
                .SelectMany(client => client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken)))
                .GroupBy(method => $"{method.DeclaringType!.Name}.{method.Name}")
                .SelectMany(methods =>
                    methods.Count() == 1 ? [methods.Key] : methods.Select(method => $"{methods.Key}({Parameters(method)})")
                );

            Assert.Equal(
                operations.Order(StringComparer.Ordinal),
                CancellableCalls
                    .Calendars.Concat(CancellableCalls.GuestAccounts)
                    .Concat(CancellableCalls.Others)
                    .Select(call => call.Name)
                    .Order(StringComparer.Ordinal)
            );
        }

        private static string Parameters(MethodInfo method) =>
            string.Join(
                ", ",
                method
                    .GetParameters()
                    .Select(parameter => Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType)
                    .Where(type => type != typeof(CancellationToken))
                    .Select(type => type.Name)
            );
    }
}
