namespace QuickStart;

/// <summary>A step went through without an error but did not do what the story says.</summary>
internal sealed class UnexpectedTurnException(string message) : Exception(message)
{
    public static void Unless(bool asTold, string what)
    {
        if (!asTold)
        {
            throw new UnexpectedTurnException(what);
        }
    }
}
