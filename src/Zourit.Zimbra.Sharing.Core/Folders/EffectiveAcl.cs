using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>
/// The ACL in force on a folder: its own, else that of the nearest folder above that has one, else an empty one (docs/protocol.md §3.5).
/// </summary>
/// <param name="Acl">The grants in force.</param>
/// <param name="Source">The folder that has the ACL; null where none has.</param>
internal readonly record struct EffectiveAcl(FolderAcl Acl, Folder? Source)
{
    /// <summary>By a folder and the folders above it, the nearest first.</summary>
    public static EffectiveAcl Of(IEnumerable<Folder> lineage)
    {
        Folder? source = lineage.FirstOrDefault(folder => folder.HasOwnAcl);
        return new EffectiveAcl(source?.Acl ?? new FolderAcl(), source);
    }

    /// <summary>The ACL in force at a path of a mailbox's tree; as far as the path exists.</summary>
    /// <param name="tree">The topmost folder.</param>
    /// <param name="path">The path.</param>
    /// <param name="folder">The folder; null where the path does not exist.</param>
    public static EffectiveAcl Resolve(Folder tree, FolderPath path, out Folder? folder)
    {
        var lineage = new List<Folder> { tree };
        foreach (string name in path.Segments)
        {
            if (
                lineage[0].Children.FirstOrDefault(child => string.Equals(child.Name, name, StringComparison.OrdinalIgnoreCase))
                is not { } child
            )
            {
                break;
            }

            lineage.Insert(0, child);
        }

        folder = lineage.Count > path.Segments.Count ? lineage[0] : null;
        return Of(lineage);
    }

    /// <summary>
    /// All folders of a tree, parents before children, each with the ACL in force; without mountpoints and what is behind them.
    /// </summary>
    public static IEnumerable<(Folder Folder, EffectiveAcl Acl)> Walk(Folder root)
    {
        // A loop, not recursion: a tree may be as deep as the reply's depth limit allows.
        var pending = new Stack<(Folder Folder, EffectiveAcl Above)>([(root, Of([]))]);
        while (pending.TryPop(out (Folder Folder, EffectiveAcl Above) at))
        {
            EffectiveAcl acl = at.Folder.HasOwnAcl ? Of([at.Folder]) : at.Above;
            yield return (at.Folder, acl);
            foreach (Folder child in at.Folder.Children.Where(child => child.Kind == FolderKind.Folder).Reverse())
            {
                pending.Push((child, acl));
            }
        }
    }

    /// <summary>The path of the folder that gives its ACL to another; null where the folder has its own, or none is in force.</summary>
    public FolderPath? InheritedBy(Folder folder) => Source is null || Source == folder ? null : FolderPath.FromServer(Source.Path ?? "/");
}
