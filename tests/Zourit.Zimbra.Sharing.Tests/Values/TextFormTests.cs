using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Values;

/// <summary>Identifiers are their text wherever .NET asks for one: in JSON, in configuration, in generic parsing.</summary>
public sealed class TextFormTests
{
    private const string Ics = "https://mail1.example.net:8443/home/owner@monasso.org/my-events.ics";
    private const string CalDav = "https://mail1.example.net:8443/dav/owner@monasso.org/my-events/";

    [Theory]
    [InlineData("\"not a mail\"")]
    [InlineData("17")]
    [InlineData("null")]
    public void A_value_that_is_invalid_is_refused_by_name_and_without_the_parser_s_words(string json)
    {
        JsonException e = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<GuestAddress>(json));

        Assert.DoesNotContain("(Parameter", e.Message, StringComparison.Ordinal);
        Assert.Contains(json == "\"not a mail\"" ? "not a mail" : nameof(GuestAddress), e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_a_property_that_is_invalid_is_refused_too() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<GuestAddress, int>>("{\"nobody\":1}"));

    [Fact]
    public void Text_that_is_invalid_is_not_parsed()
    {
        Assert.False(IsParsed<GuestAddress>("nobody"));
        Assert.False(IsParsed<GuestIdentifier>("adresse@orange.fr@monasso.org"));
        Assert.False(IsParsed<IcsAddress>("my-events"));
        Assert.False(IsParsed<CalDavAddress>(Ics));
        Assert.False(IsParsed<Permissions>("rz"));
        Assert.False(IsParsed<FolderPath>(null));
    }

    [Fact]
    public void Every_identifier_is_read_back_from_its_text()
    {
        AssertTextForm<GuestAddress>("adresse@orange.fr");
        AssertTextForm<GuestIdentifier>("adresse.orange.fr@monasso.org");
        AssertTextForm<FolderPath>("/Réunions/my-events");
        AssertTextForm<IcsAddress>(Ics);
        AssertTextForm<CalDavAddress>(CalDav);
        AssertTextForm<Permissions>("rwidx");
    }

    private static void AssertTextForm<T>(string text)
        where T : ISpanParsable<T>, IEquatable<T>
    {
        T value = T.Parse(text, CultureInfo.InvariantCulture);

        Assert.Equal(text, value.ToString());
        Assert.Equal(value, T.Parse(text.AsSpan(), provider: null));
        Assert.True(IsParsed<T>(text));
        Assert.Equal(text, JsonSerializer.SerializeToElement(value).GetString());
        Assert.Equal(value, JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value)));
        var map = new Dictionary<T, int> { [value] = 1 };
        Assert.Equal(map, JsonSerializer.Deserialize<Dictionary<T, int>>(JsonSerializer.Serialize(map)));
        TypeConverter converter = TypeDescriptor.GetConverter(typeof(T));
        Assert.Equal(value, converter.ConvertFromInvariantString(text));
        Assert.Equal(text, converter.ConvertToInvariantString(value));
    }

    private static bool IsParsed<T>(string? text)
        where T : ISpanParsable<T> => T.TryParse(text, provider: null, out _) && T.TryParse(text.AsSpan(), provider: null, out _);
}
