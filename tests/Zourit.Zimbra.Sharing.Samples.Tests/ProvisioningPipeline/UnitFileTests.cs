using YamlDotNet.RepresentationModel;
using Zourit.Zimbra.Sharing.Samples.Tests.Processes;

namespace Zourit.Zimbra.Sharing.Samples.Tests.ProvisioningPipeline;

/// <summary>What the other runners make of their files.</summary>
public sealed class UnitFileTests
{
    private static readonly string[] PassingByThemselves = ["3", "5", "9"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Systemd_finds_nothing_wrong_with_its_units()
    {
        Assert.SkipUnless(ToolOnPath.Has("systemd-analyze"), "There is no systemd-analyze here.");
        using var tool = new ToolOnPath();
        string units = Directory.CreateDirectory(Path.Combine(tool.Folder, "units")).FullName;
        foreach (string name in new[] { "zimbra-share.service", "zimbra-share.timer" })
        {
            string text = await File.ReadAllTextAsync(Path.Combine(PipelineFiles.Folder, "systemd", name), Cancel);

            // The program is not installed on this machine, and the unit that mails is the reader's own.
            await File.WriteAllTextAsync(
                Path.Combine(units, name),
                text.Replace("/usr/bin/zimbra-share", Path.Combine(tool.Folder, "bin", "zimbra-share"), StringComparison.Ordinal)
                    .Replace("OnFailure=mail-on-failure@%n.service\n", "", StringComparison.Ordinal)
                    .Replace("Documentation=man:zimbra-share(1)\n", "", StringComparison.Ordinal),
                Cancel
            );
        }

        SampleProcess.Result run = await tool.RunAsync(
            "systemd-analyze",
            ["verify", "--recursive-errors=no", Path.Combine(units, "zimbra-share.service"), Path.Combine(units, "zimbra-share.timer")],
            Cancel
        );

        Assert.True(run.ExitCode == 0 && !run.Errors.Contains("zimbra-share", StringComparison.Ordinal), run.ToString());
    }

    [Fact]
    public void A_refused_login_fails_the_job_of_Kubernetes_at_once_and_what_passes_by_itself_is_tried_again()
    {
        YamlMappingNode job = PipelineFiles.Yaml("kubernetes/shares.yaml");

        YamlNode rule = job.At("spec", "podFailurePolicy", "rules", "0");
        string[] fatal = rule.At("onExitCodes", "values").Texts();

        Assert.Equal("batch/v1 Job", $"{job.At("apiVersion")} {job.At("kind")}");
        Assert.Equal("FailJob", $"{rule.At("action")}");
        Assert.Contains("4", fatal);
        Assert.Empty(fatal.Intersect(PassingByThemselves));
        Assert.Equal(
            job.At("spec", "completions").ToString(),
            job.At("spec", "template", "spec", "containers", "0", "env", "0", "value").ToString()
        );
        Assert.Equal("true", $"{job.At("spec", "template", "spec", "securityContext", "runAsNonRoot")}");
    }

    [Fact]
    public void GitLab_tries_again_what_passes_by_itself_and_nothing_else()
    {
        YamlMappingNode file = PipelineFiles.Yaml(".gitlab-ci.yml");

        Assert.Equal(PassingByThemselves, file.At("apply", "retry", "exit_codes").Texts());
        Assert.Equal("zimbra", $"{file.At("apply", "resource_group")}");
        Assert.Equal("none", $"{file.At("apply", "artifacts", "access")}");
    }

    [Fact]
    public void GitHub_gives_the_secret_to_the_protected_branch_alone()
    {
        YamlMappingNode file = PipelineFiles.Yaml(".github/workflows/shares.yml");

        Assert.DoesNotContain("secrets.", $"{file.At("jobs", "check")}", StringComparison.Ordinal);
        Assert.Contains("secrets.", $"{file.At("jobs", "apply")}", StringComparison.Ordinal);
        Assert.Equal("github.event_name == 'push'", $"{file.At("jobs", "apply", "if")}");
    }
}
