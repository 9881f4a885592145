using Zourit.Zimbra.Sharing.Plans.Planning;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Planning;

public sealed class DifferenceTests
{
    [Fact]
    public async Task Two_manifests_are_compared_without_a_server() =>
        Assert.Equal(
            [
                "- owner=o@monasso.org calendar=/e guest=b@x.org rights=r\n+ owner=o@monasso.org calendar=/e guest=b@x.org rights=rw",
                "+ owner=o@monasso.org calendar=/e guest=d@x.org",
                "- owner=o@monasso.org calendar=/e guest=c@x.org",
            ],
            ManifestDifference
                .Between(
                    await PlanOf.ManifestAsync(
                        "owner: o@monasso.org, calendar: /e, guest: a@x.org\nowner: o@monasso.org, calendar: /e, guest: c@x.org\n"
                            + "owner: o@monasso.org, calendar: /e, guest: b@x.org, rights: r"
                    ),
                    await PlanOf.ManifestAsync(
                        "owner: o@monasso.org, calendar: /E, guests: [a@x.org]\n"
                            + "owner: o@monasso.org, calendar: /e, guest: b@x.org, rights: rw\n"
                            + "owner: o@monasso.org, calendar: /e, guest: d@x.org"
                    )
                )
                .Select(difference => difference.ToString())
        );
}
