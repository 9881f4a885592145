// Leaves of a documentation file what can be used from outside: PublicDocumentation ASSEMBLY DOCUMENTATION
// The compiler writes down the comments of internal members too, which no editor shows and every user would download.
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

using FileStream stream = File.OpenRead(args[0]);
using var file = new PEReader(stream);
MetadataReader reader = file.GetMetadataReader();
HashSet<string> names = [];
foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
{
    TypeDefinition type = reader.GetTypeDefinition(handle);
    if (IsVisible(type))
    {
        names.UnionWith(MembersOf(type).Prepend(NameOf(type)));
    }
}

XDocument documentation = XDocument.Load(args[1], LoadOptions.PreserveWhitespace);
XElement[] hidden = [.. documentation.Descendants("member").Where(member => !names.Contains(Bare(member.Attribute("name")!.Value)))];
foreach (XElement member in hidden)
{
    (member.PreviousNode as XText)?.Remove();
    member.Remove();
}

documentation.Save(args[1], SaveOptions.DisableFormatting);

// Of "M:Type.Name(Parameters)~Result" the name: overloads are not told apart.
static string Bare(string id) => id[2..].Split('(', '~')[0];

IEnumerable<string> MembersOf(TypeDefinition type)
{
    foreach (
        MethodDefinition method in type.GetMethods().Select(reader.GetMethodDefinition).Where(each => IsVisibleMethod(each.Attributes))
    )
    {
        string name = reader.GetString(method.Name);
        int parameters = method.GetGenericParameters().Count;
        yield return $"{NameOf(type)}.{name.Replace('.', '#')}{(parameters == 0 ? "" : $"``{parameters}")}";
        if (name.IndexOf('_', StringComparison.Ordinal) is 3 and var mark && name[..mark] is "get" or "set" or "add")
        {
            yield return $"{NameOf(type)}.{name[4..]}";
        }
    }

    foreach (FieldDefinition field in type.GetFields().Select(reader.GetFieldDefinition))
    {
        if ((field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family)
        {
            yield return $"{NameOf(type)}.{reader.GetString(field.Name)}";
        }
    }
}

static bool IsVisibleMethod(MethodAttributes attributes) =>
    (attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

bool IsVisible(TypeDefinition type) =>
    (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem => IsVisible(
            reader.GetTypeDefinition(type.GetDeclaringType())
        ),
        _ => false,
    };

string NameOf(TypeDefinition type)
{
    string name = reader.GetString(type.Name);
    return type.IsNested ? $"{NameOf(reader.GetTypeDefinition(type.GetDeclaringType()))}.{name}"
        : type.Namespace.IsNil ? name
        : $"{reader.GetString(type.Namespace)}.{name}";
}
