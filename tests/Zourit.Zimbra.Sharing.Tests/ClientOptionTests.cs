using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests;

public sealed class ClientOptionTests
{
    private static readonly Uri Server = new("https://mail1.example.net");

    /// <summary>Each limited setting with the values next to its limits, on both sides.</summary>
    public static TheoryData<string, object[], object[]> Limits =>
        new()
        {
            { nameof(ZimbraClientOptions.AttemptTimeout), [Ms(100), TimeSpan.FromSeconds(100)], [Ms(99), TimeSpan.FromHours(1) + Ms(1)] },
            {
                nameof(ZimbraClientOptions.TotalTimeout),
                [TimeSpan.FromSeconds(30), TimeSpan.FromDays(1)],
                [TimeSpan.FromSeconds(30) - Ms(1), TimeSpan.FromDays(1) + Ms(1)]
            },
            { nameof(ZimbraClientOptions.MaxRetries), [0, 10], [-1, 11] },
            { nameof(ZimbraClientOptions.RetryDelay), [TimeSpan.Zero, TimeSpan.FromMinutes(1)], [Ms(-1), TimeSpan.FromMinutes(1) + Ms(1)] },
            { nameof(ZimbraClientOptions.MaxRetryDelay), [TimeSpan.Zero, TimeSpan.FromHours(1)], [Ms(-1), TimeSpan.FromHours(1) + Ms(1)] },
            { nameof(ZimbraClientOptions.MaxConcurrentRequests), [1, 1_000], [0, 1_001] },
            { nameof(ZimbraClientOptions.BreakAfterRequests), [0, 2, 10_000], [-1, 1, 10_001] },
            { nameof(ZimbraClientOptions.BreakFailureRatio), [0.01, 1.0], [0.0, 1.01, double.NaN] },
            {
                nameof(ZimbraClientOptions.BreakSamplingDuration),
                [TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)],
                [Ms(999), TimeSpan.FromHours(1) + Ms(1)]
            },
            { nameof(ZimbraClientOptions.BreakDuration), [Ms(500), TimeSpan.FromDays(1)], [Ms(499), TimeSpan.FromDays(1) + Ms(1)] },
            { nameof(ZimbraClientOptions.MaxRequestsPerSecond), [0, 10_000], [-1, 10_001] },
            { nameof(ZimbraClientOptions.MaxReplyBytes), [64 * 1024, 1024 * 1024 * 1024], [(64 * 1024) - 1, (1024 * 1024 * 1024) + 1] },
            { nameof(ZimbraClientOptions.MaxReplyDepth), [16, 4096], [15, 4097] },
            {
                nameof(ZimbraClientOptions.RefusedLoginPause),
                [TimeSpan.Zero, TimeSpan.FromDays(1)],
                [Ms(-1), TimeSpan.FromDays(1) + Ms(1), TimeSpan.MaxValue]
            },
            { nameof(ZimbraClientOptions.UserAgent), ["x", "Größe ☎"], ["", " ", "a\u0007b"] },
        };

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_setting_is_taken_up_to_its_limits_and_refused_by_name_beyond_them(string name, object[] taken, object[] refused)
    {
        Assert.All(taken, value => Assert.Empty(With(name, value).Validate()));
        Assert.All(refused, value =>
            Assert.StartsWith($"{name} must ", Assert.Single(With(name, value).Validate()), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_longest_attempt_is_an_hour()
    {
        var options = new ZimbraClientOptions { AttemptTimeout = TimeSpan.FromHours(1), TotalTimeout = TimeSpan.FromHours(1) };

        Assert.Empty(options.Validate());
    }

    [Fact]
    public void The_address_of_the_admin_service_is_held_to_the_rules_of_the_servers()
    {
        var options = new ZimbraClientOptions { AdminUri = new Uri("http://mail1.example.net:7071") };

        Assert.StartsWith("AdminUri: the address is plain http", Assert.Single(options.Validate()), StringComparison.Ordinal);
        options.AllowInsecureHttp = true;
        Assert.Empty(options.Validate());
    }

    [Fact]
    public void The_defaults_are_those_that_are_documented()
    {
        var options = new ZimbraClientOptions();

        Assert.Empty(options.Validate());
        Assert.False(options.AllowInsecureHttp);
        Assert.Equal(28, options.MaxRequestsPerSecond);
        Assert.Equal(32 * 1024 * 1024, options.MaxReplyBytes);
        Assert.Equal("Zourit.Zimbra.Sharing", options.UserAgent);
    }

    [Fact]
    public void A_client_is_not_made_with_a_bad_setting()
    {
        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() =>
            new ZimbraClient(Server, ZimbraCredentials.Token(new Secret("0_given")), new ZimbraClientOptions { MaxRetries = 11 })
        );

        Assert.Equal("options", e.ParamName);
        Assert.StartsWith("MaxRetries must be from 0 to 10.", e.Message, StringComparison.Ordinal);
    }

    private static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    /// <summary>One setting changed, and the one that it is compared with kept out of the way.</summary>
    private static ZimbraClientOptions With(string name, object value)
    {
        var options = new ZimbraClientOptions();
        if (name == nameof(ZimbraClientOptions.AttemptTimeout))
        {
            options.TotalTimeout = TimeSpan.FromDays(1);
        }

        typeof(ZimbraClientOptions).GetProperty(name)!.SetValue(options, value);
        return options;
    }
}
