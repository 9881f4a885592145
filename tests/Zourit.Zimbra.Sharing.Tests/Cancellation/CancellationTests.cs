using System.Globalization;
using System.Reflection;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Guests;

namespace Zourit.Zimbra.Sharing.Tests.Cancellation;

/// <summary>
/// Every operation, cancelled at random moments of random requests: the call ends at once with the caller's token, the server holds nothing but what the call does, wholly or in
/// part, and calling again completes it (docs/cancellation.md).
/// </summary>
/// <remarks><c>CANCELLATION_ROUNDS</c> sets how many moments each operation is cancelled at, <c>CANCELLATION_SEED</c> where the random numbers begin.</remarks>
public abstract class CancellationTests(ITestOutputHelper output)
{
    // The requirement is a second; a machine that is busy with other things may take longer to get to it, and no call may hang.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(15);

    private static readonly Moment[] Moments = Enum.GetValues<Moment>();

    private protected async Task CancelAtRandomAsync(string name)
    {
        CancellableCall call = CancellableCalls.Named(name);
        (HashSet<string> before, HashSet<string> after, int requests) = await RunWholeAsync(call);
        var random = new Random(HashCode(name) + Setting("CANCELLATION_SEED", 0));
        for (int round = 0; round < Setting("CANCELLATION_ROUNDS", 3); round++)
        {
            await CancelAsync(call, Moments[random.Next(Moments.Length)], random.Next(requests) + 1, before, after);
        }
    }

    private static async Task<(HashSet<string> Before, HashSet<string> After, int Requests)> RunWholeAsync(CancellableCall call)
    {
        await using CancellationWorld world = await CancellationWorld.StartAsync();
        HashSet<string> before = world.Facts();
        int sent = world.Requests;
        await call.RunAsync(world, TestContext.Current.CancellationToken);
        return (before, world.Facts(), Math.Max(1, world.Requests - sent));
    }

    private async Task CancelAsync(CancellableCall call, Moment moment, int number, HashSet<string> before, HashSet<string> after)
    {
        await using CancellationWorld world = await CancellationWorld.StartAsync(options =>
        {
            options.MaxConcurrentRequests = moment == Moment.WithoutPlace ? 1 : options.MaxConcurrentRequests;
            options.MaxRequestsPerSecond = moment == Moment.InRateLimit ? 1 : 0;
        });
        using CancellationPlan plan = world.Plan(moment, number);
        using var others = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task[] hogs = moment == Moment.WithoutPlace ? world.TakeAllPlaces(others.Token) : [];
        if (moment == Moment.Beforehand)
        {
            plan.Cancel();
        }
        else if (moment == Moment.WithoutPlace)
        {
            plan.CancelSoon();
        }

        string what = string.Create(CultureInfo.InvariantCulture, $"{call.Name} cancelled {moment} at request {number}");
        Task running = Task.Run(() => call.RunAsync(world, plan.Token), TestContext.Current.CancellationToken);
        bool ended = await Task.WhenAny(running, Task.Delay(Bound, TimeProvider.System, TestContext.Current.CancellationToken)) == running;
        TimeSpan took = plan.SinceCancellation;
        Assert.True(ended, $"{what} did not end.");
        Exception? error = running.Exception?.InnerException ?? await Record.ExceptionAsync(() => running);
        output.WriteLine($"{what}: {error?.GetType().Name ?? "done"} after {took.TotalMilliseconds:0.0} ms");

        // A call that was through, or needed nothing more, when it was cancelled may succeed.
        if (error is not null)
        {
            var cancelled = Assert.IsAssignableFrom<OperationCanceledException>(error);
            Assert.True(plan.Token == cancelled.CancellationToken, $"{what} ended with another token than the caller's: {error}");
        }
        else if (moment == Moment.Beforehand)
        {
            Assert.Fail($"{what} did its work all the same.");
        }

        await plan.ServerWork;
        await others.CancelAsync();
        await Task.WhenAll(hogs).ContinueWith(_ => { }, TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
        world.StartAgain();
        HashSet<string> now = world.Facts();
        Assert.True(now.IsSubsetOf(before.Union(after)), $"{what} left {string.Join("; ", now.Except(before.Union(after)))}");
        Assert.True(now.IsSupersetOf(before.Intersect(after)), $"{what} took away {string.Join("; ", before.Intersect(after).Except(now))}");

        await call.RunAsync(world, TestContext.Current.CancellationToken);
        HashSet<string> again = world.Facts();
        Assert.Empty(after.Except(again));
        Assert.DoesNotContain(again.Except(after), fact => !(call.MailsEachTime && fact.StartsWith("mail ", StringComparison.Ordinal)));
    }

    // The same numbers in each run, so that a failure comes again.
    private static int HashCode(string name) => name.Aggregate(17, (code, letter) => unchecked((code * 31) + letter)) & 0x3fffffff;

    private static int Setting(string name, int value) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int set) ? set : value;

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
            Type[] clients = [typeof(ZimbraClient), typeof(CalendarClient), typeof(GuestClient), typeof(InvitationClient), typeof(FeedClient)];
            IEnumerable<string> operations = clients
                .SelectMany(client => client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken)))
                .GroupBy(method => $"{method.DeclaringType!.Name}.{method.Name}")
                .SelectMany(methods => methods.Count() == 1 ? [methods.Key] : methods.Select(method => $"{methods.Key}({Parameters(method)})"));

            Assert.Equal(operations.Order(StringComparer.Ordinal), CancellableCalls.Calendars.Concat(CancellableCalls.GuestAccounts).Concat(CancellableCalls.Others).Select(call => call.Name).Order(StringComparer.Ordinal));
        }

        private static string Parameters(MethodInfo method) => string.Join(", ", method.GetParameters()
            .Select(parameter => Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType)
            .Where(type => type != typeof(CancellationToken)).Select(type => type.Name));
    }
}
