using System.Reflection;
using System.ServiceModel.Channels;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CsCheck;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Schemas;

/// <summary>
/// Every text of every request, replaced by whatever XML can carry: another parser reads it as it was given, and nothing else in the
/// request changes.
/// </summary>
public sealed class HostileRequestTests
{
    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.Const("\"/><a xmlns=\"urn:x\">&lt;!--]]>"),
        Gen.Const("]]><![CDATA[<b>"),
        Gen.Const("&amp;&#0;%s{0}\r\n\t "),
        Gen.Const("' or *)(uid=*"),
        Gen.OneOf(Gen.Char[' ', '\uD7FF'], Gen.Char["<>&\"'\t\n\r\u0085\u2028\uFFFD"])
            .Array[1, 20]
            .Select(letters => new string(letters) + "🎉")
    );

    [Fact]
    public void Every_text_arrives_as_it_was_given_and_changes_nothing_else()
    {
        int texts = 0;
        foreach (ZimbraRequest sample in RequestSamples.All.Where(request => request is not BatchRequest))
        {
            XElement plain = Written(sample);
            foreach (Func<string, object> replacing in Replacements(sample))
            {
                texts++;
                Hostile.Sample(
                    text =>
                    {
                        XElement sent = Written((ZimbraRequest)replacing(text));
                        Assert.Equal(Shape(plain), Shape(sent));
                        Assert.Contains(Values(sent), value => value.Contains(text, StringComparison.Ordinal));
                    },
                    iter: 6,
                    threads: 1
                );
            }
        }

        Assert.InRange(texts, 125, int.MaxValue);
    }

    /// <summary>One way for each text below an object to make a copy with another one in its place.</summary>
    private static IEnumerable<Func<string, object>> Replacements(object owner)
    {
        foreach (
            PropertyInfo property in owner
                .GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.SetMethod is not null)
        )
        {
            object? value = property.GetValue(owner);
            IEnumerable<Func<string, object>> found = value switch
            {
                string { Length: > 0 } => [text => text],
                Secret { IsEmpty: false } => [text => new Secret(text)],
                AttributeList { Count: > 0 } list => [text => new AttributeList([KeyValuePair.Create(list[0].Key, text), .. list.Skip(1)])],
                IReadOnlyList<string> { Count: > 0 } list => [text => (string[])[text, .. list.Skip(1)]],
                not null
                    when value.GetType() is { IsClass: true, IsArray: false } type
                        && type.Namespace?.StartsWith("Zourit.Zimbra.Sharing.Messages", StringComparison.Ordinal) == true => Replacements(
                    value
                ),
                _ => [],
            };
            foreach (Func<string, object> replacement in found)
            {
                yield return text =>
                {
                    object copy = owner.GetType().GetMethod("<Clone>$")!.Invoke(owner, null)!;
                    property.SetValue(copy, replacement(text));
                    return copy;
                };
            }
        }
    }

    private static XElement Written(ZimbraRequest request)
    {
        using Message message = RequestMessage.Create(request, new ContextHeader("agent", "1", new Secret("0_token"), null));
        using var stream = new MemoryStream();
        using (
            var writer = XmlDictionaryWriter.CreateTextWriter(
                stream,
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                ownsStream: false
            )
        )
        {
            message.WriteMessage(writer);
        }

        return XElement
            .Parse(Encoding.UTF8.GetString(stream.ToArray()), LoadOptions.PreserveWhitespace)
            .Elements()
            .Single(part => part.Name.LocalName == "Body");
    }

    private static string Shape(XElement element) =>
        string.Join(
            ' ',
            element
                .DescendantsAndSelf()
                .Select(each =>
                    $"{each.Name}({string.Join(',', each.Attributes().Select(attribute => attribute.Name))}){each.Ancestors().Count()}"
                )
        );

    private static IEnumerable<string> Values(XElement element) =>
        element
            .DescendantsAndSelf()
            .SelectMany(each =>
                each.Attributes()
                    .Select(attribute => attribute.Value)
                    .Append(string.Concat(each.Nodes().OfType<XText>().Select(text => text.Value)))
            );
}
