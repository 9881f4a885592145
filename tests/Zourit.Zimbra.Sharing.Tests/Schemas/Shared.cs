namespace Zourit.Zimbra.Sharing.Tests.Schemas;

/// <summary>Finds the material that stands beside the repository.</summary>
internal static class Shared
{
    /// <summary>The path of a folder or file there; one that does not exist when it is absent.</summary>
    public static string Find(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Zourit.Zimbra.Sharing.sln")))
            {
                return Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", name));
            }
        }

        return Path.Combine(AppContext.BaseDirectory, "shared", name);
    }
}
