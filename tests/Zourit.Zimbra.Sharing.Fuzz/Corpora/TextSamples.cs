using System.Text;
using Zourit.Zimbra.Sharing.Fuzz.Engine;

namespace Zourit.Zimbra.Sharing.Fuzz.Corpora;

/// <summary>Texts that people and servers write: paths, addresses, identifiers, links (those of the protocol's vectors).</summary>
internal static class TextSamples
{
    private const string Token =
        "0_df0cb615cc7c1a5bab2df8bea977309d9a5e951c_6169643d33363a33396664616662612d383361392d346634662d616336612d66313562643830643"
        + "63831663b6669643d323a31303b656d61696c3d31373a61647265737365406f72616e67652e66723b";

    public static IEnumerable<Seed> Links { get; } =
    [
        Of($"https://mail1.example.net/service/extuserprov/?p={Token}."),
        Of($"<a href=3D\"http://mail1.example.net:8443/service/extuserprov/?p=3D{Token[..60]}=\r\n{Token[60..]}\">here</a>"),
        Of($"<a href=\"https://mail1.example.net/service/extuserprov/?p&#61;{Token}6578703d31333a313736373833303430303030303b\">"),
        Of("https://a/service/extuserprov/?p=0__"),
    ];

    public static IEnumerable<Seed> All { get; } =
    [
        Of("/my-events"),
        Of("/Réunions CA/Sorties & plus"),
        Of("Calendar"),
        Of("/"),
        Of("rwidxap"),
        Of("r"),
        Of("adresse@orange.fr"),
        Of("Marie Curie <marie+agenda@example.com>"),
        Of("contact@événement.fr"),
        Of("adresse.orange.fr@monasso.org"),
        Of("a.b.c.d@monasso.org"),
        Of("https://mail1.example.net:8443/home/owner@monasso.org/my-events.ics"),
        Of("webcals://mail1.example.net/user/owner@monasso.org/R%C3%A9unions%20CA"),
        Of("https://mail1.example.net/service/home/owner/a/b.ics?auth=ba"),
        Of("https://mail1.example.net:8443/home/owner@monasso.org"),
        Of("monasso.org"),
        Of("0:1700000000000:000102030405060708090a0b0c0d0e0f"),
        Of("http://[::1]:7071/"),
    ];

    private static Seed Of(string text) => new(text, Encoding.UTF8.GetBytes(text));
}
