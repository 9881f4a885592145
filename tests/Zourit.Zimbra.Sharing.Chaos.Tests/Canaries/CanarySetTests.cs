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
    public void A_preauth_value_is_found_too()
    {
        string value = new('b', 40);
        _canaries.AddTokens($"<preauth timestamp=\"1\" expires=\"0\">{value}</preauth>");

        Assert.Single(_canaries.FindIn([("log", $"signed in by {value}")]));
    }

    [Fact]
    public void The_login_of_a_guest_is_found_in_the_form_in_which_it_is_sent()
    {
        (Scenario scenario, CreateGuestStep guest) = Enumerable
            .Range(1, 100)
            .Select(ScenarioPlanner.Plan)
            .Select(scenario => (scenario, scenario.Callers.SelectMany(caller => caller.Steps).OfType<CreateGuestStep>().FirstOrDefault()!))
            .First(pair => pair.Item2 is not null);
        string identifier = $"{guest.Mail.Replace('@', '.')}@{guest.Domain}";
        string login = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{identifier}:{guest.Password}"));

        Assert.Single(CanarySet.Of(scenario).FindIn([("trace", $"Authorization: Basic {login}")]));
    }

    [Fact]
    public void Secrets_of_every_kind_are_planted_in_some_seed()
    {
        string[] names =
        [
            .. Enumerable
                .Range(1, 100)
                .Select(ScenarioPlanner.Plan)
                .SelectMany(scenario => CanarySet.Of(scenario).Names)
                .Select(name => string.Join(' ', name.Split(' ').Take(3)))
                .Distinct(),
        ];

        Assert.Contains("the administrator's password", names);
        Assert.Contains("the provisioning key", names);
        Assert.Contains("an access key", names);
        Assert.Contains("the preauth key", names);
        Assert.Contains("the grant password", names);
        Assert.Contains("the password of", names);
    }
}
