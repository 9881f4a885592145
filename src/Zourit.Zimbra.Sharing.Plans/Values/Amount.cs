using System.Globalization;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Values;

/// <summary>A number, e.g. <c>5</c>, or a share of what there is, e.g. <c>5%</c>.</summary>
public readonly record struct Amount
{
    private const int Largest = 10_000_000;

    private Amount(int number, bool isPercentage)
    {
        Number = number;
        IsPercentage = isPercentage;
    }

    /// <summary>The number, or the percentage from 0 to 100.</summary>
    public int Number { get; }

    /// <summary>Whether it is a percentage.</summary>
    public bool IsPercentage { get; }

    /// <summary>So many.</summary>
    /// <param name="number">The number, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static Amount Of(int number)
    {
        Argument.AtLeast(number, 0);
        return new(number, isPercentage: false);
    }

    /// <summary>A share of what there is.</summary>
    /// <param name="percentage">0 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is another number.</exception>
    public static Amount Percent(int percentage)
    {
        Argument.AtLeast(percentage, 0);
        Argument.AtMost(percentage, 100);
        return new(percentage, isPercentage: true);
    }

    /// <summary>The number that it is of a total; a part of one is dropped.</summary>
    /// <param name="total">What there is.</param>
    public int Within(int total) => IsPercentage ? (int)((long)total * Number / 100) : Number;

    /// <summary><c>5</c> or <c>5%</c>.</summary>
    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture) + (IsPercentage ? "%" : "");

    internal static Amount? TryParse(string text)
    {
        bool isPercentage = text.EndsWith('%');
        return
            int.TryParse(isPercentage ? text.AsSpan()[..^1] : text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number <= (isPercentage ? 100 : Largest)
            ? new Amount(number, isPercentage)
            : null;
    }
}
