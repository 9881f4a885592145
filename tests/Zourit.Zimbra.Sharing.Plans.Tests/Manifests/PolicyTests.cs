using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Manifests;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Manifests;

public sealed class PolicyTests : IDisposable
{
    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("owners: ['*@autre.org']", "'bureau@monasso.org' is not one of its owners")]
    [InlineData("rights: r", "the rights 'rw' are more than 'r'")]
    [InlineData("guests: ['*@orange.fr']", "'marie@example.com' is not one of its guests")]
    [InlineData("public: false", "nothing is shared with everybody")]
    [InlineData("users: false", "nothing is shared with accounts of the server")]
    [InlineData("notes: false", "mails have no note")]
    public async Task What_the_policy_does_not_allow_is_refused_with_both_places(string rule, string expected)
    {
        ReadOutcome<Manifest> outcome = await ReadAsync(rule);

        Assert.NotEmpty(outcome.Errors);
        Assert.All(outcome.Errors, error =>
        {
            Assert.Equal((ManifestErrorCode.RefusedByPolicy, 2), (error.Code, error.Other!.Value.Line));
            Assert.Contains(expected, error.Text.ToString(), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("owners: ['*@monasso.org']")]
    [InlineData("rights: rwidx")]
    [InlineData("limits: { mails: 3 }")]
    public async Task What_the_policy_allows_or_does_not_mention_is_not(string rule) => Assert.Empty((await ReadAsync(rule)).Errors);

    [Fact]
    public async Task A_wrong_policy_is_an_error_of_its_own()
    {
        ReadOutcome<PlanPolicy> outcome = await PlanPolicy.ReadAsync(
            _files.Add("policy.yaml", "version: 1\nright: r\napprove: [publik]\n"),
            Files.Token
        );

        Assert.Equal(
            [
                "policy.yaml:2:1: there is no 'right' here; did you mean 'rights'?",
                "policy.yaml:3:11: In place of 'publik' write public, write or account; did you mean 'public'?",
            ],
            _files.Texts(outcome.Errors)
        );
    }

    private async Task<ReadOutcome<Manifest>> ReadAsync(string rule)
    {
        PlanPolicy policy = (await PlanPolicy.ReadAsync(_files.Add("policy.yaml", $"version: 1\n{rule}\n"), Files.Token)).ValueOrThrow();
        return await _files.ReadAsync(
            """
            version: 1
            shares:
              - { owner: bureau@monasso.org, calendar: /my-events, guest: marie@example.com, rights: rw, note: Bonjour }
              - { owner: bureau@monasso.org, calendar: /public, public: true }
              - { owner: bureau@monasso.org, calendar: /my-events, user: tresor@monasso.org }
              - { owner: x@ailleurs.org, calendar: /my-events, guest: marie@example.net, absent: true }
            """,
            options: new() { Policy = policy }
        );
    }
}
