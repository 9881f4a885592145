namespace Zourit.Zimbra.Sharing.Values;

internal static partial class Argument
{
    /// <summary>Refuses what people type: they may read French.</summary>
    public static ArgumentException Invalid(LocalizedText explanation, string? parameter) =>
        new ExplainedArgumentException(explanation, parameter);

    /// <summary>What an exception made here says, in several languages; null where it does so in English only.</summary>
    public static LocalizedText? ExplanationOf(Exception failure) => (failure as ExplainedArgumentException)?.Explanation;

    private sealed class ExplainedArgumentException(LocalizedText explanation, string? parameter) : ArgumentException
    {
        public LocalizedText Explanation => explanation;

        public override string Message => explanation.ToString();

        public override string? ParamName => parameter;
    }
}
