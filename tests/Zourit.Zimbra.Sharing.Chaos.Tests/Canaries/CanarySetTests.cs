using Zourit.Zimbra.Sharing.Chaos.Canaries;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;

namespace Zourit.Zimbra.Sharing.Chaos.Tests.Canaries;

public sealed class CanarySetTests
{
    private static readonly Scenario Scenario = ScenarioPlanner.Plan(1);
    private readonly CanarySet _canaries = CanarySet.Of(Scenario);

    [Fact]
    public void A_planted_secret_is_found_and_not_shown()
    {
        string found = Assert.Single(_canaries.FindIn([("log", $"the password is {Scenario.AdminPassword}!")]));

        Assert.Contains("the administrator's password in log", found, StringComparison.Ordinal);
        Assert.DoesNotContain(Scenario.AdminPassword, found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_the_server_gave_out_is_found_too()
    {
        string token = $"0_{new string('a', 40)}_69643d";
        _canaries.AddTokens($"<authToken>{token}</authToken>");

        Assert.Single(_canaries.FindIn([("trace", $"url={token}")]));
    }

    [Fact]
    public void Secrets_of_every_kind_are_planted_in_some_seed()
    {
        string[] names = [.. Enumerable.Range(1, 100).Select(ScenarioPlanner.Plan).SelectMany(scenario => CanarySet.Of(scenario).Names).Select(name => string.Join(' ', name.Split(' ').Take(3))).Distinct()];

        Assert.Contains("the administrator's password", names);
        Assert.Contains("the provisioning key", names);
        Assert.Contains("an access key", names);
        Assert.Contains("the preauth key", names);
        Assert.Contains("the grant password", names);
        Assert.Contains("the password of", names);
    }
}
