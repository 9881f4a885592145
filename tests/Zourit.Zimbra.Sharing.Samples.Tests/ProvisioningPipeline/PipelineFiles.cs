using YamlDotNet.RepresentationModel;
using Zourit.Zimbra.Sharing.Samples.Tests.Processes;

namespace Zourit.Zimbra.Sharing.Samples.Tests.ProvisioningPipeline;

/// <summary>The files of the sample, as their readers take them.</summary>
internal static class PipelineFiles
{
    public static string Folder { get; } = Path.Combine(BuiltSample.Folder, "ProvisioningPipeline");

    /// <summary>The one document of a file in YAML.</summary>
    public static YamlMappingNode Yaml(string name)
    {
        using var text = new StreamReader(Path.Combine(Folder, name));
        var stream = new YamlStream();
        stream.Load(text);
        return (YamlMappingNode)Assert.Single(stream.Documents).RootNode;
    }

    /// <summary>A node below another, by names and, in sequences, numbers.</summary>
    public static YamlNode At(this YamlNode node, params string[] path) =>
        path.Aggregate(node, (at, step) => at is YamlSequenceNode list ? list[int.Parse(step, null)] : at[step]);

    /// <summary>The texts of a sequence.</summary>
    public static string[] Texts(this YamlNode node) => [.. ((YamlSequenceNode)node).Select(each => each.ToString())];
}
