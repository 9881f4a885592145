using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Zourit.Zimbra.Sharing.Values;

[JsonConverter(typeof(ParsableJsonConverter<GuestAddress>))]
[TypeConverter(typeof(ParsableTypeConverter<GuestAddress>))]
public readonly partial struct GuestAddress : ISpanParsable<GuestAddress>
{
    static GuestAddress IParsable<GuestAddress>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<GuestAddress>.TryParse(string? s, IFormatProvider? provider, out GuestAddress result) => TryParse(s, out result);

    static GuestAddress ISpanParsable<GuestAddress>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<GuestAddress>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out GuestAddress result) =>
        TryParse(s.ToString(), out result);
}
