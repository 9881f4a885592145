using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Tests.Schemas;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Security;

/// <summary>A text in a typed request changes its value and nothing of its form, whatever the text is.</summary>
public sealed partial class RequestTextTests
{
    private static readonly MethodInfo Copy = typeof(object).GetMethod("MemberwiseClone", BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>The texts that XML can carry; the others are refused (see CallerTextTests).</summary>
    private static IEnumerable<string> Texts => HostileText.All.Values.Where(text => Sharing.Soap.XmlText.Problem(text) is null);

    [Fact]
    public void No_text_of_any_request_changes_its_form()
    {
        int places = 0;
        foreach (ZimbraRequest sample in RequestSamples.All)
        {
            foreach (PropertyInfo property in Filled(sample))
            {
                places += AssertFormStays(text => With(sample, property, text), $"{sample.OperationName}.{property.Name}") > 0 ? 1 : 0;
            }
        }

        Assert.True(places > 80, $"only {places}");
    }

    [Fact]
    public void Neither_does_a_text_of_what_a_request_is_made_of()
    {
        int[] taken =
        [
            AssertFormStays(text => new GetInfoRequest { Sections = [text], RequestId = text }, "sections"),
            AssertFormStays(text => new AuthRequest { Account = AccountSelector.ByName(text), Password = new Secret("x") }, "account"),
            AssertFormStays(
                text => new AuthRequest
                {
                    Account = AccountSelector.ById("id"),
                    Preauth = new PreauthValue { Timestamp = default, Value = new Secret(text) },
                },
                "preauth"
            ),
            AssertFormStays(text => new GetDomainRequest { Domain = DomainSelector.ByName(text) }, "domain"),
            AssertFormStays(text => new GetCosRequest { Cos = CosSelector.ByName(text) }, "cos"),
            AssertFormStays(
                text => new ModifyAccountRequest { AccountId = "id", Attributes = new AttributeList([KeyValuePair.Create(text, "x")]) },
                "name of an attribute"
            ),
            AssertFormStays(
                text => new ModifyAccountRequest
                {
                    AccountId = "id",
                    Attributes = new AttributeList([KeyValuePair.Create("displayName", text)]),
                },
                "value of an attribute"
            ),
            AssertFormStays(text => FolderActionRequest.Grant(text, FolderGrant.User("paul@monasso.org", "r")), "folder"),
            AssertFormStays(
                text => FolderActionRequest.Grant("10", FolderGrant.User(text, text) with { Args = new Secret(text) }),
                "grantee"
            ),
            AssertFormStays(
                text => FolderActionRequest.Grant("10", FolderGrant.Guest("adresse@orange.fr", "r") with { Password = new Secret(text) }),
                "password"
            ),
            AssertFormStays(text => FolderActionRequest.Revoke("10", text), "revoked"),
            AssertFormStays(text => FolderActionRequest.Import("10", text), "import"),
            AssertFormStays(text => SendShareNotificationRequest.Created(text, text, text), "notes"),
            AssertFormStays(text => GetFolderRequest.AtPath(text), "path"),
            AssertFormStays(
                text => new BatchRequest([
                    new NoOpRequest { RequestId = null },
                    SendShareNotificationRequest.Created("10", "a@b.fr", text),
                ]),
                "batch"
            ),
        ];

        Assert.DoesNotContain(0, taken);
    }

    [Fact]
    public void A_value_in_an_LDAP_filter_is_a_value_RFC_4515()
    {
        foreach (string text in HostileText.All.Values)
        {
            foreach (
                LdapFilter filter in (LdapFilter[])
                    [LdapFilter.Equal("mail", text), LdapFilter.StartsWith("mail", text), LdapFilter.Contains("mail", text)]
            )
            {
                LdapFilter whole = LdapFilter.And(LdapFilter.Not(filter), LdapFilter.Or(LdapFilter.Present("cn"), filter));

                string value = Condition().Match(filter.ToString()).Groups[1].Value;
                Assert.Equal(text, Escape().Replace(value, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString()));
                Assert.Equal("(&(!)(|(cn=*)))", Condition().Replace(whole.ToString(), ""));
            }

            if (!text.All(char.IsAsciiLetterOrDigit))
            {
                Assert.ThrowsAny<ArgumentException>(() => LdapFilter.Equal(text, "x"));
                Assert.ThrowsAny<ArgumentException>(() => LdapFilter.Present($"mail{text}"));
            }
        }
    }

    [Fact]
    public void A_value_in_a_search_is_a_value() => Assert.All(HostileText.All.Values, text =>
        {
            foreach (Func<string, string> condition in (Func<string, string>[])[SearchQuery.To, SearchQuery.InFolder])
            {
                if (text.Contains('"', StringComparison.Ordinal))
                {
                    Assert.ThrowsAny<ArgumentException>(() => condition(text));
                }
                else
                {
                    Assert.EndsWith($":\"{text}\"", condition(text), StringComparison.Ordinal);
                }
            }
        });

    /// <summary>How many texts the request took.</summary>
    private static int AssertFormStays(Func<string, ZimbraRequest> make, string where)
    {
        int taken = 0;
        XElement usual = Write(make("usual"));
        foreach (string text in Texts)
        {
            ZimbraRequest request;
            try
            {
                request = make(text);
            }
            catch (ArgumentException)
            {
                // Refused before there is a request.
                continue;
            }

            taken++;
            XElement hostile = Write(request);
            Assert.True(Form(usual) == Form(hostile), $"{where} took another form by '{text}':\n{Form(usual)}\n{Form(hostile)}");
            Assert.True(Values(hostile).Any(value => value.Contains(text, StringComparison.Ordinal)), $"{where} lost '{text}'");
        }

        return taken;
    }

    private static XElement Write(ZimbraRequest request)
    {
        IRequestBody body = request;
        using var stream = new MemoryStream();
        using (var writer = XmlDictionaryWriter.CreateTextWriter(stream, new UTF8Encoding(false), ownsStream: false))
        {
            writer.WriteStartElement(null, body.Name, body.Namespace);
            body.WriteContent(new RequestWriter(writer, body.Name, body.Namespace));
            writer.WriteEndElement();
        }

        return XElement.Parse(Encoding.UTF8.GetString(stream.ToArray()), LoadOptions.PreserveWhitespace);
    }

    private static string Form(XElement element) =>
        $"<{element.Name}{string.Concat(element.Attributes().Select(attribute => $" {attribute.Name}"))}>"
        + string.Concat(
            element
                .Nodes()
                .Where(node => node.NodeType != XmlNodeType.Text)
                .Select(node => node is XElement child ? Form(child) : node.NodeType.ToString())
        )
        + "</>";

    private static IEnumerable<string> Values(XElement element) =>
        element
            .DescendantsAndSelf()
            .SelectMany(each =>
                each.Attributes().Select(attribute => attribute.Value).Concat(each.Nodes().OfType<XText>().Select(text => text.Value))
            );

    private static IEnumerable<PropertyInfo> Filled(ZimbraRequest sample) =>
        sample
            .GetType()
            .GetProperties()
            .Where(property =>
                property.CanWrite
                && (
                    property.PropertyType == typeof(string)
                    || property.PropertyType == typeof(Secret)
                    || property.PropertyType == typeof(Secret?)
                )
                && property.GetValue(sample) is not (null or "")
            );

    private static ZimbraRequest With(ZimbraRequest sample, PropertyInfo property, string text)
    {
        var copy = (ZimbraRequest)Copy.Invoke(sample, null)!;
        try
        {
            property.SetValue(copy, property.PropertyType == typeof(string) ? (object)text : new Secret(text));
        }
        catch (TargetInvocationException e) when (e.InnerException is ArgumentException refused)
        {
            throw refused;
        }

        return copy;
    }

    [GeneratedRegex(@"\\([0-9a-f]{2})")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\(mail=\*?([^()*]*)\*?\)")]
    private static partial Regex Condition();
}
