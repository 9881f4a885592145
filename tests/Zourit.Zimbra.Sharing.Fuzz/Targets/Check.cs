namespace Zourit.Zimbra.Sharing.Fuzz.Targets;

/// <summary>What must hold beside that nothing escapes.</summary>
internal static class Check
{
    public static void That(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new BrokenRuleException(otherwise);
        }
    }

    /// <summary>Parse and TryParse agree, and Parse refuses with an ArgumentException.</summary>
    public static void SameAnswer(Func<object> parse, bool isRead)
    {
        try
        {
            parse();
        }
        catch (ArgumentException)
        {
            That(!isRead, "Parse refuses what TryParse reads");
            return;
        }

        That(isRead, "Parse reads what TryParse refuses");
    }
}

/// <summary>A rule does not hold.</summary>
internal sealed class BrokenRuleException(string message) : Exception(message);
