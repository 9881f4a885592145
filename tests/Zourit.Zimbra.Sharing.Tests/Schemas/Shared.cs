using Zourit.Zimbra.Sharing.Tests.Documentation;

namespace Zourit.Zimbra.Sharing.Tests.Schemas;

/// <summary>Finds the material that is beside the repository.</summary>
internal static class Shared
{
    /// <summary>The path of a folder or file there; one that does not exist when it is absent.</summary>
    public static string Find(string name) => Path.GetFullPath(Repository.PathTo(Path.Combine("..", "shared", name)));
}
