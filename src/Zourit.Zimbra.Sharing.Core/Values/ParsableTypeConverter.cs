using System.ComponentModel;
using System.Globalization;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>Converts a value to its text and back, for configuration, data binding and PowerShell.</summary>
/// <typeparam name="T">A value that parses its own text.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParsableTypeConverter<T> : TypeConverter
    where T : IParsable<T>
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The text is invalid; the message names it and says what is expected.</exception>
    /// <exception cref="NotSupportedException"><paramref name="value"/> is no text.</exception>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? T.Parse(text, culture) : base.ConvertFrom(context, culture, value);
}
