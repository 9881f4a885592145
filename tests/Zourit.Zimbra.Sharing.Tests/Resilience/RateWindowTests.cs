using Zourit.Zimbra.Sharing.Transport;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>The client's pace, against the server's filter as docs/protocol.md §1.1 tells it.</summary>
public sealed class RateWindowTests
{
    private const int ServerLimit = 30;

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public void The_default_pace_reaches_26_requests_a_second_and_none_is_refused_though_the_network_delays_some(int jitter)
    {
        var window = new RateWindow(new ZimbraClientOptions().MaxRequestsPerSecond);
        var random = new Random(20261201);
        var filter = new Queue<TimeSpan>();
        TimeSpan now = TimeSpan.Zero;
        TimeSpan end = TimeSpan.FromMinutes(10);
        int sent = 0;
        var arrivals = new List<TimeSpan>();

        while (now < end)
        {
            while (window.TryStart(now))
            {
                sent++;
                arrivals.Add(now + TimeSpan.FromMilliseconds(random.NextDouble() * jitter));
            }

            now += window.UntilFree(now);
        }

        arrivals.Sort();
        foreach (TimeSpan arrival in arrivals)
        {
            if (filter.Count == ServerLimit)
            {
                Assert.True(arrival - filter.Dequeue() >= TimeSpan.FromSeconds(1), $"refused at {arrival}");
            }

            filter.Enqueue(arrival);
        }

        Assert.True(sent / end.TotalSeconds >= 26, $"{sent / end.TotalSeconds}");
    }

    [Fact]
    public void A_window_is_free_again_a_good_second_after_its_first_request()
    {
        var window = new RateWindow(2);

        Assert.True(window.TryStart(TimeSpan.Zero));
        Assert.True(window.TryStart(TimeSpan.FromMilliseconds(400)));
        Assert.False(window.TryStart(TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.FromMilliseconds(50), window.UntilFree(TimeSpan.FromSeconds(1)));
        Assert.True(window.TryStart(TimeSpan.FromMilliseconds(1_050)));
        Assert.False(window.TryStart(TimeSpan.FromMilliseconds(1_449)));
    }
}
