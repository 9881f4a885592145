using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes;

/// <summary>The program works without ICU, the library in these tests with it, where the machine has it.</summary>
[Trait("Category", "Slow")]
public sealed class IdentifierTests
{
    [Theory]
    [InlineData("adresse@orange.fr")]
    [InlineData("Prénom.Nom@ORANGE.fr")]
    [InlineData("marie@bücher.example")]
    [InlineData("STRASSE@straße.example")]
    [InlineData("İstanbul@orange.fr")]
    [InlineData("ΣΊΣΥΦΟΣ@orange.fr")]
    public async Task An_identifier_is_the_same_with_and_without_ICU_or_the_name_is_refused(string guest)
    {
        (int exit, string output, string error) = await ToolProcess.RunAsync(["identifier", guest, "monasso.org"]);

        string? withIcu = null;
        try
        {
            withIcu = GuestIdentifier.For(GuestAddress.Parse(guest), "monasso.org").Value;
        }
        catch (ArgumentException)
        {
            // The library refuses it, too.
        }

        Assert.True(exit == 64 || (exit == 0 && output == $"{withIcu}\n"), $"{exit} {output}{error}{withIcu}");
    }
}
