using YamlDotNet.RepresentationModel;

namespace Zourit.Zimbra.Sharing.Samples.Tests.ProvisioningPipeline;

/// <summary>
/// The files of GitLab, GitHub and Kubernetes by what a hand-written part of their schemas knows. The whole schemas are not here, and none
/// of the three ran them.
/// </summary>
public sealed class SchemaSubsetTests
{
    public static TheoryData<string, string> Files =>
        new()
        {
            { ".gitlab-ci.yml", "gitlab-ci" },
            { ".github/workflows/shares.yml", "github-workflow" },
            { "kubernetes/shares.yaml", "kubernetes-job" },
        };

    [Theory]
    [InlineData("gitlab-ci", "stages: [a]\nb: { stage: a, scirpt: [x] }", "/b/script is missing", "/b/scirpt is not known")]
    [InlineData("gitlab-ci", "stages: [a]\nb: { stage: a, script: [x], retry: { max: 3 } }", "/b/retry/max is out of range")]
    [InlineData("github-workflow", "on: push\njobs: {}", "/on is string, not object")]
    [InlineData(
        "kubernetes-job",
        "apiVersion: batch/v1\nkind: Pod\nmetadata: { name: A }\nspec: { completions: \"3\", template: { spec: {} } }",
        "/kind is not Job",
        "/metadata/name is not ^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
        "/spec/completions is string, not integer",
        "/spec/template/spec/restartPolicy is missing",
        "/spec/template/spec/containers is missing",
        "/spec/template/spec/volumes is missing"
    )]
    public void A_file_that_says_something_else_is_found_out(string schema, string text, params string[] errors)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));

        Assert.Equal(errors.Order(), new SchemaSubset(schema).ErrorsOf(stream.Documents[0].RootNode).Order());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_says_only_what_our_part_of_its_readers_schema_knows(string file, string schema) =>
        Assert.Empty(new SchemaSubset(schema).ErrorsOf(PipelineFiles.Yaml(file)));
}
