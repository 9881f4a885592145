using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Zourit.Zimbra.Sharing.Values;

[JsonConverter(typeof(ParsableJsonConverter<GuestIdentifier>))]
[TypeConverter(typeof(ParsableTypeConverter<GuestIdentifier>))]
public readonly partial struct GuestIdentifier : ISpanParsable<GuestIdentifier>
{
    static GuestIdentifier IParsable<GuestIdentifier>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<GuestIdentifier>.TryParse(string? s, IFormatProvider? provider, out GuestIdentifier result) =>
        TryParse(s, out result);

    static GuestIdentifier ISpanParsable<GuestIdentifier>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<GuestIdentifier>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out GuestIdentifier result) =>
        TryParse(s.ToString(), out result);
}
