using System.Collections.Immutable;
using System.Globalization;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// A text for people in several languages: English always, French in everything the library says, and whatever else was added. What is
/// missing in a language is said in English, so a further language breaks nothing.
/// </summary>
public sealed class LocalizedText : IEquatable<LocalizedText>
{
    // What a result says is seldom read, and working it out costs more than the rest of the result. Whoever comes second at the same
    // moment works out the same.
    private readonly Func<LocalizedText>? _later;

    /// <summary>A text in English; <see cref="With"/> adds other languages.</summary>
    /// <param name="english">The English text.</param>
    /// <exception cref="ArgumentException">The text is null or empty.</exception>
    public LocalizedText(string english)
        : this(Checked(ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase), Language.English, english)) { }

    internal LocalizedText(string english, string french)
        : this(Checked(new LocalizedText(english).Texts, Language.French, FrenchTypography.Set(french))) { }

    private LocalizedText(ImmutableSortedDictionary<string, string> texts) => Texts = texts;

    private LocalizedText(Func<LocalizedText> later) => _later = later;

    private ImmutableSortedDictionary<string, string> Texts
    {
        get => field ??= _later!().Texts;
        init;
    }

    /// <summary>The languages that there is a text in, by their names (ISO 639, e.g. <c>fr</c>), in alphabetical order.</summary>
    public IReadOnlyCollection<string> Languages => [.. Texts.Keys];

    /// <summary>The text in a culture's language: that of <c>fr-CA</c>, else that of <c>fr</c>, else the English one.</summary>
    /// <param name="culture">The reader's culture, e.g. <see cref="CultureInfo.CurrentUICulture"/>.</param>
    public string In(CultureInfo culture)
    {
        Argument.NotNull(culture);
        return InLanguage(culture.Name);
    }

    /// <summary>
    /// As <see cref="In"/>, by a culture's name: for programs with <c>InvariantGlobalization</c>, which have no cultures.
    /// </summary>
    /// <param name="language">The name of a culture or language, e.g. <c>fr-CA</c> or <c>fr</c>; letter case does not matter.</param>
    public string InLanguage(string language)
    {
        Argument.NotNull(language);
        for (string name = language; name.Length > 0; name = name[..Math.Max(name.LastIndexOf('-'), 0)])
        {
            if (Texts.TryGetValue(name, out string? text))
            {
                return text;
            }
        }

        return Texts[Language.English];
    }

    /// <summary>The same text with one more language, or with another text in one that it has.</summary>
    /// <param name="language">The name of a culture or language, e.g. <c>de</c>.</param>
    /// <param name="text">The text in that language.</param>
    /// <exception cref="ArgumentException">One of them is null or empty.</exception>
    public LocalizedText With(string language, string text) => new(Checked(Texts, language, text));

    /// <summary>The English text.</summary>
    public override string ToString() => Texts[Language.English];

    /// <summary>Whether the other has the same texts in the same languages.</summary>
    /// <param name="other">The other text.</param>
    public bool Equals(LocalizedText? other) => other is not null && Texts.SequenceEqual(other.Texts);

    /// <summary>As <see cref="Equals(LocalizedText?)"/>.</summary>
    /// <param name="obj">The other text.</param>
    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    /// <summary>That of the English text.</summary>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Texts[Language.English]);

    /// <summary>A text that is worked out when somebody reads it.</summary>
    internal static LocalizedText Later(Func<LocalizedText> text) => new(text);

    /// <summary>A sentence with values in it; one that is a localized text itself comes in the language of the sentence.</summary>
    internal static LocalizedText Format(EnglishSentence english, FrenchSentence french) =>
        new(
            ImmutableSortedDictionary
                .Create<string, string>(StringComparer.OrdinalIgnoreCase)
                .Add(Language.English, english.ToString())
                .Add(Language.French, french.ToString())
        );

    /// <summary>
    /// The sentence with its <c>{0}</c>… replaced; a value that is a localized text comes in the language of the sentence.
    /// </summary>
    internal LocalizedText Fill(params object?[] values) =>
        new(Texts.ToImmutableSortedDictionary(each => each.Key, each => Filled(each.Value, each.Key, values), Texts.KeyComparer));

    /// <summary>Both texts with a space between, language by language.</summary>
    internal LocalizedText Then(LocalizedText? next) =>
        next is null
            ? this
            : new(
                Texts.ToImmutableSortedDictionary(each => each.Key, each => $"{each.Value} {next.InLanguage(each.Key)}", Texts.KeyComparer)
            );

    /// <summary>Several texts in a row, language by language.</summary>
    internal static LocalizedText Join(string separator, IEnumerable<LocalizedText> texts)
    {
        LocalizedText[] all = [.. texts];
        return new(
            all.SelectMany(text => text.Texts.Keys)
                .Append(Language.English)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .ToImmutableSortedDictionary(
                    language => language,
                    language => string.Join(separator, all.Select(text => text.InLanguage(language))),
                    StringComparer.OrdinalIgnoreCase
                )
        );
    }

    private static string Filled(string template, string language, object?[] values) =>
        string.Format(
            CultureInfo.InvariantCulture,
            template,
            [.. values.Select(value => value is LocalizedText text ? text.InLanguage(language) : value)]
        );

    private static ImmutableSortedDictionary<string, string> Checked(
        ImmutableSortedDictionary<string, string> texts,
        string language,
        string text
    )
    {
        Argument.NotEmpty(language);
        Argument.NotEmpty(text);
        return texts.SetItem(language, text);
    }
}
