using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Guides.Wording;

namespace Zourit.Zimbra.Sharing.Tests.Guides;

/// <summary>
/// What a guide says in one language it says in the other: a program that is added to one alone would be missed by its readers.
/// </summary>
public sealed class LanguagePairTests
{
    [Fact]
    public void Both_languages_have_the_same_programs_in_the_same_order()
    {
        Assert.Equal(English.Phrases.Programs.Select(Shape), French.Phrases.Programs.Select(Shape));
    }

    [Fact]
    public void Both_languages_say_how_to_write_with_the_same_programs()
    {
        Assert.Equal(English.Phrases.Writing.Keys.Order(), French.Phrases.Writing.Keys.Order());
    }

    [Theory]
    [InlineData(GuideLanguage.English)]
    [InlineData(GuideLanguage.French)]
    public void Only_programs_that_the_guide_knows_are_said_to_write(GuideLanguage language)
    {
        var phrases = Phrases.In(language);

        Assert.Empty(phrases.Writing.Keys.Except(phrases.Programs.Select(program => program.Id)));
        Assert.Distinct(phrases.Programs.Select(program => program.Id));
    }

    [Fact]
    public void Both_languages_have_words_for_the_same_subscribers()
    {
        Assert.Equal(English.Phrases.Subscribers.Keys.Order(), French.Phrases.Subscribers.Keys.Order());
    }

    private static (string Id, string Also, bool OffersProfile) Shape(ProgramPhrases program) =>
        (program.Id, string.Join(' ', program.Also.Keys.Order()), program.OffersProfile);
}
