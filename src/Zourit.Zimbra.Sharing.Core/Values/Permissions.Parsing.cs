using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Zourit.Zimbra.Sharing.Values;

[JsonConverter(typeof(ParsableJsonConverter<Permissions>))]
[TypeConverter(typeof(ParsableTypeConverter<Permissions>))]
public readonly partial struct Permissions : ISpanParsable<Permissions>
{
    static Permissions IParsable<Permissions>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Permissions>.TryParse(string? s, IFormatProvider? provider, out Permissions result) => TryParse(s, out result);

    static Permissions ISpanParsable<Permissions>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<Permissions>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Permissions result) =>
        TryParse(s.ToString(), out result);
}
