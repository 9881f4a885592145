namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

public sealed class CompletenessTests
{
    [Fact]
    public void A_new_command_wants_a_case_and_an_old_one_takes_its_case_along() =>
        Assert.Equal(CommandCases.Commands.Order(), CommandCases.All.Keys.Order());
}
