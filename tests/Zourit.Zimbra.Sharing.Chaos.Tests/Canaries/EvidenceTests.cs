using Zourit.Zimbra.Sharing.Chaos.Canaries;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Chaos.Tests.Canaries;

public sealed class EvidenceTests
{
    private static readonly Scenario Scenario = ScenarioPlanner.Plan(1);
    private readonly Evidence _evidence = new();

    [Fact]
    public void A_secret_deep_in_a_result_is_found()
    {
        _evidence.AddResult("Share", new Told([new Entry(Scenario.AdminPassword)]));

        Assert.Single(Found());
    }

    [Fact]
    public void A_secret_of_its_own_type_does_not_print()
    {
        _evidence.AddResult("Share", new { Password = new Secret(Scenario.AdminPassword) });

        Assert.NotEmpty(_evidence.Texts);
        Assert.Empty(Found());
    }

    [Fact]
    public void A_secret_in_a_property_of_an_inner_exception_is_found()
    {
        _evidence.Add(new InvalidOperationException("It failed.", new CarrierException(Scenario.AdminPassword)));

        Assert.Single(Found());
    }

    [Fact]
    public void A_secret_in_the_data_of_an_exception_is_found()
    {
        _evidence.Add(new InvalidOperationException("It failed.") { Data = { ["password"] = Scenario.AdminPassword } });

        Assert.Single(Found());
    }

    [Fact]
    public void A_secret_in_the_arguments_of_a_fault_is_found()
    {
        _evidence.Add(
            Checks.Failures.Fault(
                "service.FAILURE",
                new ZimbraFaultArgument
                {
                    Name = "password",
                    Type = "STR",
                    Value = Scenario.AdminPassword,
                }
            )
        );

        Assert.Single(Found());
    }

    private IReadOnlyList<string> Found() => CanarySet.Of(Scenario).FindIn(_evidence.Texts);

    private sealed record Entry(string Word);

    private sealed record Told(IReadOnlyList<Entry> Entries);

    private sealed class CarrierException(string word) : Exception("It failed.")
    {
        public string Word { get; } = word;
    }
}
