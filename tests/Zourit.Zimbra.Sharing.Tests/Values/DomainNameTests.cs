using System.Text;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Values;

/// <summary>
/// .NET's two modes turn the same name into different domains: <c>e\u0301.fr</c> is <c>xn--9ca.fr</c> with ICU and <c>xn--e-xbb.fr</c>
/// without. Mail would go to strangers.
/// </summary>
[Trait("Globalization", "Both")]
public sealed class DomainNameTests
{
    private static bool CanNormalise => "e\u0301".Normalize(NormalizationForm.FormC).Length == 1;

    [Theory]
    [InlineData("e\u0301cole.fr", "xn--cole-9oa.fr")]
    [InlineData("E\u0301COLE.fr", "xn--cole-9oa.fr")]
    [InlineData("ｏｒａｎｇｅ.fr", "orange.fr")]
    [InlineData("orange．fr", "orange.fr")]
    [InlineData("\u01C5x.fr", "xn--dx-2va.fr")]
    [InlineData("ﬁnances.fr", "finances.fr")]
    [InlineData("Ａ.fr", "a.fr")]
    public void A_name_that_must_be_normalised_is_so_with_ICU_and_refused_without(string name, string ascii) =>
        Assert.Equal(CanNormalise ? ascii : null, DomainName.ToAscii(name));

    [Theory]
    [InlineData("\u0130stanbul.tr")] // İ: to i, to i with a dot above, or unchanged
    [InlineData("a\u200Db.fr")] // zero-width joiner
    [InlineData("a\u200Cb.fr")]
    [InlineData("or\u00ADange.fr")] // soft hyphen, which ICU drops
    [InlineData("orange\uFE0F.fr")] // variation selector, which ICU drops
    [InlineData("\u0307a.fr")] // a mark on nothing
    [InlineData("orange。fr")]
    [InlineData("a\u2044b.fr")] // fraction slash
    [InlineData("℀.fr")] // becomes a/c
    [InlineData("x\uD800.fr")]
    [InlineData("😀.fr")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("fr.")]
    [InlineData("a b.fr")]
    [InlineData("a@b.fr")]
    [InlineData("-é-\u200D.fr")]
    public void A_name_that_cannot_be_read_in_one_way_is_refused_in_both_modes(string name) => Assert.Null(DomainName.ToAscii(name));

    [Theory]
    [InlineData("Orange.FR", "orange.fr")]
    [InlineData("XN--CAF-DMA.fr", "xn--caf-dma.fr")]
    [InlineData("café.fr", "xn--caf-dma.fr")]
    [InlineData("CAFÉ.fr", "xn--caf-dma.fr")]
    [InlineData("Œuvres-laïques.fr", "xn--uvres-laques-qgb50l.fr")]
    [InlineData("straße.de", "xn--strae-oqa.de")]
    [InlineData("STRAẞE.de", "xn--strae-oqa.de")]
    [InlineData("ελλάδα.gr", "xn--hxakic4aa.gr")]
    [InlineData("ΕΛΛΆΔΑ.gr", "xn--hxakic4aa.gr")]
    [InlineData("пример.рф", "xn--e1afmkfd.xn--p1ai")]
    [InlineData("点心.com", "xn--15t909a.com")]
    [InlineData("\u212Aiosk.fr", "kiosk.fr")] // the sign of the kelvin
    [InlineData("\u2126.gr", "xn--bya.gr")] // the sign of the ohm
    public void A_name_has_the_same_domain_in_both_modes(string name, string ascii) => Assert.Equal(ascii, DomainName.ToAscii(name));

    [Fact]
    public void No_letter_has_another_domain_where_names_are_not_normalised()
    {
        Assert.SkipUnless(CanNormalise, "Only ICU knows both ways.");

        IEnumerable<string> differing = Enumerable
            .Range(0x80, 0xD800 - 0x80)
            .SelectMany(letter => new[] { $"{(char)letter}.fr", $"a{(char)letter}e.fr", $"é{(char)letter}\u0451.fr" })
            .Where(name => DomainName.ToAscii(name, canNormalise: false) is { } ascii && ascii != DomainName.ToAscii(name));

        Assert.Empty(differing);
    }
}
