using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>Every public member has a comment. The compiler asks for one (CS1591); here it is asked for something to say. Operations tell
/// each of their parameters; of other methods the summary may tell them all.</summary>
public sealed class DocumentationTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Assemblies { get; } =
    [.. Packages.Library.Append(typeof(FakeZimbra).Assembly).Select(assembly => assembly.GetName().Name!)];

    [Theory, MemberData(nameof(Assemblies))]
    public void Every_public_member_says_something(string assembly)
    {
        Dictionary<string, XElement> comments = XDocument
            .Load(Path.Combine(AppContext.BaseDirectory, $"{assembly}.xml"))
            .Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value);
        Type[] types = [.. Assembly.Load(assembly).GetExportedTypes()];

        string[] silent = [.. types.SelectMany(type => Silent(type, comments))];

        Assert.True(types.Length > 20, $"only {types.Length}");
        Assert.True(silent.Length == 0, string.Join('\n', silent));
    }

    private static IEnumerable<string> Silent(Type type, Dictionary<string, XElement> comments)
    {
        string name = type.FullName!.Replace('+', '.');
        if (!Says(comments.GetValueOrDefault($"T:{name}")))
        {
            yield return name;
        }

        foreach (
            MemberInfo member in type.GetMembers(Declared)
                .Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute)) && member.MemberType != MemberTypes.NestedType)
        )
        {
            bool isTold = member switch
            {
                // The properties of a record's first line are reported with its parameters.
                PropertyInfo indexer when indexer.GetIndexParameters().Length > 0 => comments.Any(comment =>
                    comment.Key.StartsWith($"P:{name}.Item(", StringComparison.Ordinal) && Says(comment.Value)
                ),
                PropertyInfo property => Says(Named("P"))
                    || Says(
                        comments[$"T:{name}"]
                            .Elements("param")
                            .FirstOrDefault(parameter => parameter.Attribute("name")!.Value == property.Name)
                    ),
                FieldInfo field => field.IsSpecialName || Says(Named("F")),
                EventInfo => Says(Named("E")),
                ConstructorInfo constructor => IsOfRecord(type, constructor)
                    || constructor.GetParameters().Length == 0
                    || Tells(constructor),
                MethodInfo method => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal)
                    || IsOfObject(type, method)
                    || Tells(method),
                _ => true,
            };
            if (!isTold)
            {
                yield return member is MethodBase method ? CommentName.Of(method) : $"{name}.{member.Name}";
            }

            XElement? Named(string kind) => comments.GetValueOrDefault($"{kind}:{name}.{member.Name}");
        }

        bool Tells(MethodBase method) =>
            comments.GetValueOrDefault(CommentName.Of(method)) is { } comment && Says(comment) && TellsParameters(comment, method);
    }

    private static bool Says(XElement? comment) =>
        comment is not null
        && (
            comment.Element("inheritdoc") is not null || comment.Name == "param"
                ? comment.Value.Trim().Length >= 3 || comment.Element("inheritdoc") is not null
                : Text(comment.Element("summary")).Length >= 5
        );

    private static bool TellsParameters(XElement comment, MethodBase method) =>
        comment.Element("inheritdoc") is not null
        || (
            !comment.Elements("param").Any()
            && !method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken))
        )
        || method
            .GetParameters()
            .All(parameter => comment.Elements("param").Any(told => told.Attribute("name")!.Value == parameter.Name && Says(told)));

    // References stand for the words that they will be.
    private static string Text(XElement? element) =>
        element is null
            ? ""
            : string.Concat(
                    element
                        .Nodes()
                        .Select(node =>
                            node is XElement child
                                ? child.Value.Length > 0
                                    ? child.Value
                                    : "a reference"
                                : node.ToString()
                        )
                )
                .Trim();

    // What a record makes by itself: the constructor of its first line, the copy, the text and the comparisons.
    private static bool IsOfRecord(Type type, ConstructorInfo constructor) =>
        IsRecord(type)
        && constructor.GetParameters() is var parameters
        && (
            parameters is [{ } only] && only.ParameterType == type
            || parameters.All(parameter => type.GetProperty(parameter.Name!) is not null)
        );

    private static bool IsOfObject(Type type, MethodInfo method) =>
        (
            IsRecord(type)
            && method.Name is "<Clone>$" or "Deconstruct" or "Equals" or "GetHashCode" or "ToString" or "op_Equality" or "op_Inequality"
        ) || method.Name is "Equals" or "GetHashCode" or "GetEnumerator";

    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null
        || type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;
}
