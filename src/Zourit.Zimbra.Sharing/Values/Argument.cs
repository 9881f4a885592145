using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// Refuses arguments. The exceptions are .NET's and name the parameter in <see cref="ArgumentException.ParamName"/>; their messages are
/// for people, who do not know parameters, and so end without the "(Parameter 'name')" that .NET appends.
/// </summary>
internal static partial class Argument
{
    public static ArgumentException Invalid(string message, string? parameter) => new InvalidArgumentException(message, parameter);

    public static ArgumentOutOfRangeException OutOfRange(string message, object? actual, string? parameter) =>
        new OutOfRangeArgumentException(message, actual, parameter);

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
            throw Invalid($"'{parameter}' must not be empty.", parameter);
        }
    }

    public static void NotBlank([NotNull] string? value, [CallerArgumentExpression(nameof(value))] string? parameter = null)
    {
        NotNull(value, parameter);
        if (string.IsNullOrWhiteSpace(value))
        {
            throw Invalid($"'{parameter}' must not be empty.", parameter);
        }
    }

    public static void AtLeast<T>(T value, T least, [CallerArgumentExpression(nameof(value))] string? parameter = null)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0)
        {
            throw OutOfRange(
                string.Create(CultureInfo.InvariantCulture, $"'{parameter}' must be at least {least}, not {value}."),
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
                string.Create(CultureInfo.InvariantCulture, $"'{parameter}' must be at most {most}, not {value}."),
                value,
                parameter
            );
        }
    }

    private sealed class InvalidArgumentException(string message, string? parameter) : ArgumentException
    {
        public override string Message => message;

        public override string? ParamName => parameter;
    }

    private sealed class OutOfRangeArgumentException(string message, object? actual, string? parameter) : ArgumentOutOfRangeException
    {
        public override string Message => message;

        public override string? ParamName => parameter;

        public override object? ActualValue => actual;
    }

    private sealed class NullArgumentException(string? parameter) : ArgumentNullException
    {
        public override string Message => $"'{parameter}' must not be null.";

        public override string? ParamName => parameter;
    }
}
