using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Zourit.Zimbra.Sharing.Values;

[JsonConverter(typeof(ParsableJsonConverter<FolderPath>))]
[TypeConverter(typeof(ParsableTypeConverter<FolderPath>))]
public readonly partial struct FolderPath : ISpanParsable<FolderPath>
{
    static FolderPath IParsable<FolderPath>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<FolderPath>.TryParse(string? s, IFormatProvider? provider, out FolderPath result) => TryParse(s, out result);

    static FolderPath ISpanParsable<FolderPath>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<FolderPath>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out FolderPath result) =>
        TryParse(s.ToString(), out result);
}
