using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// Refuses arguments. The exceptions are .NET's and name the parameter in <see cref="ArgumentException.ParamName"/>; their messages are
/// for people, who do not know parameters and may read French, and so end without the "(Parameter 'name')" that .NET appends.
/// </summary>
internal static class Argument
{
    public static ArgumentException Invalid(LocalizedText explanation, string? parameter) =>
        new InvalidArgumentException(explanation, parameter);

    public static ArgumentOutOfRangeException OutOfRange(LocalizedText explanation, object? actual, string? parameter) =>
        new OutOfRangeArgumentException(explanation, actual, parameter);

    public static void NotNull([NotNull] object? value, [CallerArgumentExpression(nameof(value))] string? parameter = null)
    {
        if (value is null)
        {
            throw new NullArgumentException(parameter);
        }
    }

    public static void NotEmpty([NotNull] string? value, [CallerArgumentExpression(nameof(value))] string? parameter = null)
    {
        NotNull(value, parameter);
        if (value.Length == 0)
        {
            throw Empty(parameter);
        }
    }

    public static void NotBlank([NotNull] string? value, [CallerArgumentExpression(nameof(value))] string? parameter = null)
    {
        NotNull(value, parameter);
        if (string.IsNullOrWhiteSpace(value))
        {
            throw Empty(parameter);
        }
    }

    public static void AtLeast<T>(T value, T least, [CallerArgumentExpression(nameof(value))] string? parameter = null)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0)
        {
            throw OutOfRange(
                Text(parameter, $"must be at least {least}, not {value}", $"est d'au moins {least}, pas {value}"),
                value,
                parameter
            );
        }
    }

    public static void AtMost<T>(T value, T most, [CallerArgumentExpression(nameof(value))] string? parameter = null)
        where T : IComparable<T>
    {
        if (value.CompareTo(most) > 0)
        {
            throw OutOfRange(
                Text(parameter, $"must be at most {most}, not {value}", $"est d'au plus {most}, pas {value}"),
                value,
                parameter
            );
        }
    }

    private static ArgumentException Empty(string? parameter) =>
        Invalid(Text(parameter, $"must not be empty", $"ne doit pas être vide"), parameter);

    private static LocalizedText Text(string? parameter, FormattableString english, FormattableString french) =>
        new LocalizedText($"'{parameter}' {FormattableString.Invariant(english)}.").With(
            "fr",
            $"«\u00A0{parameter}\u00A0» {FormattableString.Invariant(french).Replace('\'', '’')}."
        );

    private sealed class InvalidArgumentException(LocalizedText explanation, string? parameter) : ArgumentException, IExplained
    {
        public LocalizedText Explanation => explanation;

        public override string Message => explanation.ToString();

        public override string? ParamName => parameter;
    }

    private sealed class OutOfRangeArgumentException(LocalizedText explanation, object? actual, string? parameter)
        : ArgumentOutOfRangeException,
            IExplained
    {
        public LocalizedText Explanation => explanation;

        public override string Message => explanation.ToString();

        public override string? ParamName => parameter;

        public override object? ActualValue => actual;
    }

    private sealed class NullArgumentException(string? parameter) : ArgumentNullException, IExplained
    {
        public LocalizedText Explanation => Text(parameter, $"must not be null", $"ne doit pas être null");

        public override string Message => Explanation.ToString();

        public override string? ParamName => parameter;
    }
}
