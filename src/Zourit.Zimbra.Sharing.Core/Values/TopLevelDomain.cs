using System.Collections.Frozen;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// The endings of mail domains that nobody's name ends with: those of all countries, and the general ones but such as are names
/// themselves (<c>.leclerc</c>, <c>.weber</c>).
/// </summary>
internal static class TopLevelDomain
{
    private const string Countries =
        "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck "
        + "cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq "
        + "gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk "
        + "lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa "
        + "pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td "
        + "tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw";

    private const string General =
        "com net org info biz pro edu gov mil int aero coop mobi jobs travel asia eus bzh paris alsace corsica xyz online site website "
        + "tech shop store club cloud email app dev blog agency digital";

    private static readonly FrozenSet<string> Known = $"{Countries} {General}".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="label">The last part of a domain.</param>
    public static bool IsKnown(string label) => Known.Contains(label);
}
