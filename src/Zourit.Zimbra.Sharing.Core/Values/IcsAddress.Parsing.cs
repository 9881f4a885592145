using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Zourit.Zimbra.Sharing.Values;

[JsonConverter(typeof(ParsableJsonConverter<IcsAddress>))]
[TypeConverter(typeof(ParsableTypeConverter<IcsAddress>))]
public sealed partial record IcsAddress : ISpanParsable<IcsAddress>
{
    static IcsAddress IParsable<IcsAddress>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<IcsAddress>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out IcsAddress result
    ) => TryParse(s, out result);

    static IcsAddress ISpanParsable<IcsAddress>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<IcsAddress>.TryParse(
        ReadOnlySpan<char> s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out IcsAddress result
    ) => TryParse(s.ToString(), out result);
}
