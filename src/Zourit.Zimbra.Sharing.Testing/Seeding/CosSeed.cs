using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Seeding;

/// <summary>Sets a class of service up before the test starts.</summary>
public sealed class CosSeed
{
    internal CosSeed(ClassOfService cos) => Cos = cos;

    /// <summary>The class itself.</summary>
    public ClassOfService Cos { get; }

    /// <summary>An attribute that its accounts inherit unless they have their own.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <param name="values">Its values; none removes it. Booleans are <c>TRUE</c> and <c>FALSE</c>.</param>
    public CosSeed Attribute(string name, params string[] values)
    {
        Cos.Attributes.Set(name, values);
        return this;
    }

    internal static ClassOfService Find(ZimbraDirectory directory, string name) =>
        directory.ClassesOfService.FirstOrDefault(cos => cos.Name == name)
        ?? throw Argument.Invalid(
            new LocalizedText($"There is no class of service \"{name}\". Make it with Cos(\"{name}\") before you name it."),
            nameof(name)
        );
}
