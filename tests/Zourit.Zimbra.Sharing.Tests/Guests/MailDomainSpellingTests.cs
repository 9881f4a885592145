using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class MailDomainSpellingTests
{
    [Theory]
    [InlineData("gmial.com", "gmail.com")]
    [InlineData("gmai.com", "gmail.com")]
    [InlineData("gmal.com", "gmail.com")]
    [InlineData("gamil.com", "gmail.com")]
    [InlineData("gnail.com", "gmail.com")]
    [InlineData("gmaill.com", "gmail.com")]
    [InlineData("ggmail.com", "gmail.com")]
    [InlineData("gmail.fr", "gmail.com")]
    [InlineData("gmail.co", "gmail.com")]
    [InlineData("gmail.con", "gmail.com")]
    [InlineData("gmial.con", "gmail.com")]
    [InlineData("gmailcom", "gmail.com")]
    [InlineData("gmail", "gmail.com")]
    [InlineData("hotmial.fr", "hotmail.fr")]
    [InlineData("hotmal.com", "hotmail.com")]
    [InlineData("hotmail.cmo", "hotmail.com")]
    [InlineData("outlok.fr", "outlook.fr")]
    [InlineData("outllok.com", "outlook.com")]
    [InlineData("yaho.fr", "yahoo.fr")]
    [InlineData("yahou.co.uk", "yahoo.co.uk")]
    [InlineData("icould.com", "icloud.com")]
    [InlineData("orange.f", "orange.fr")]
    [InlineData("orange.rf", "orange.fr")]
    [InlineData("orangefr", "orange.fr")]
    [InlineData("organe.fr", "orange.fr")]
    [InlineData("oragne.fr", "orange.fr")]
    [InlineData("ornge.fr", "orange.fr")]
    [InlineData("wanado.fr", "wanadoo.fr")]
    [InlineData("wandoo.fr", "wanadoo.fr")]
    [InlineData("lapost.net", "laposte.net")]
    [InlineData("la-poste.net", "laposte.net")]
    [InlineData("laposte.ne", "laposte.net")]
    [InlineData("laposte.nte", "laposte.net")]
    [InlineData("free.f", "free.fr")]
    [InlineData("sfr.ft", "sfr.fr")]
    [InlineData("monasso.ogr", "monasso.org")]
    public void A_slip_of_the_finger_is_recognised(string typed, string meant) => Assert.Equal(meant, MailDomainSpelling.Suggest(typed));

    [Theory]
    [InlineData("gmail.com googlemail.com hotmail.com hotmail.fr hotmail.co.uk outlook.com outlook.fr yahoo.com yahoo.fr yahoo.co.jp")]
    [InlineData(
        "yahoo.com.br yahoo.ca yahoo.gr ymail.com rocketmail.com icloud.com me.com mac.com live.com live.fr live.be live.ca msn.com"
    )]
    [InlineData("mail.com email.com mail.fr mail.ru mail.de gmx.com gmx.fr gmx.de gmx.net gmx.ch gmx.at web.de t-online.de aol.com aol.fr")]
    [InlineData(
        "free.fr fre.fr freee.fr sfr.fr neuf.fr bbox.fr cegetel.net club-internet.fr numericable.fr numericable.com noos.fr alice.fr"
    )]
    [InlineData(
        "aliceadsl.fr voila.fr tele2.fr orange.fr orange.com orange.be orange.es orange.pl orange.net orange.lu orange.ma orange.re"
    )]
    [InlineData("wanadoo.fr wanadoo.es wanadoo.nl laposte.net laposte.fr bouygues.com bouyguestelecom.fr ovh.net ovh.fr gandi.net")]
    [InlineData("proton.me protonmail.com protonmail.ch pm.me tutanota.com tuta.io mailo.com mailoo.org riseup.net disroot.org zaclys.net")]
    [InlineData("zaclys.com zourit.net fastmail.com fastmail.fm hey.com zoho.com hushmail.com inbox.com inbox.lv mailbox.org posteo.de")]
    [InlineData("posteo.net yandex.ru yandex.com ya.ru rambler.ru bk.ru list.ru qq.com 163.com 126.com sina.com naver.com daum.net")]
    [InlineData(
        "bluewin.ch hispeed.ch sunrise.ch skynet.be telenet.be proximus.be scarlet.be voo.be videotron.ca videotron.qc.ca sympatico.ca"
    )]
    [InlineData(
        "bell.net rogers.com shaw.ca telus.net libero.it tiscali.it virgilio.it alice.it tin.it btinternet.com sky.com talktalk.net"
    )]
    [InlineData("comcast.net verizon.net att.net cox.net sbcglobal.net bellsouth.net earthlink.net charter.net terra.es ono.com sapo.pt")]
    [InlineData(
        "ac-lyon.fr univ-lyon1.fr gouv.fr cnrs.fr inria.fr ens.fr education.gouv.fr lilo.org ecomail.fr netcourrier.com caramail.com"
    )]
    [InlineData(
        "orage.fr grange.fr range.fr cloud.com wahoo.com hmail.com zmail.com tmail.com xn--orang-gsa.fr example.net example.test a.b"
    )]
    public void A_real_domain_is_never_taken_for_a_slip(string domains) =>
        Assert.All(domains.Split(' '), domain => Assert.Null(MailDomainSpelling.Suggest(domain)));
}
