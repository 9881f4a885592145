using System.Net;
using System.Reflection;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using System.Xml;
using Polly.Timeout;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Feeds.Transfer;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Tests.Granting;
using Zourit.Zimbra.Sharing.Transport;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>Every sentence for people exists in English and in French, wherever in the library it is written.</summary>
public sealed partial class LanguageTests
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>These hand texts on. What is found wrong with somebody's input is held by <see cref="InputLanguageTests"/>.</summary>
    private static readonly Type[] Others =
    [
        typeof(LocalizedText),
        typeof(GranteeWords),
        typeof(ExplainedExceptions),
        typeof(FeedStream),
        typeof(HttpFailure),
    ];

    private static readonly Dictionary<Type, object?[]> Values = new()
    {
        [typeof(Uri)] = [new Uri("https://x.example/service/soap/"), new Uri("https://x.example/service/admin/soap/")],
        [typeof(TimeSpan?)] = [null, TimeSpan.FromMinutes(7), TimeSpan.FromSeconds(-2)],
        [typeof(Exception)] = [EveryException.All[0], new TimeoutRejectedException(), new XmlException("x", null, 7, 7)],
        [typeof(HttpRequestException)] =
        [
            .. new[] { "RemoteCertificateNameMismatch", "NotTimeValid", "Revoked", "UntrustedRoot", "x" }.Select(
                kind => new HttpRequestException(HttpRequestError.SecureConnectionError, "x", new AuthenticationException(kind))
            ),
        ],
        [typeof(FeedCredentials)] = [new FeedCredentials("x1", new Secret("p"))],
        [typeof(GuestAddress)] = [GuestAddress.Parse("x@x.example")],
        [typeof(GuestIdentifier)] = [GuestIdentifier.For(GuestAddress.Parse("x@x.example"), "y.example")],
        [typeof(SharedCalendar)] = [new SharedCalendar { Owner = "x@y.example", Calendar = FolderPath.Parse("/x") }],
        [typeof(SharedFolder)] = [SharedFolders.With(), .. new[] { null, "message", "contact", "task", "document", "x" }.Select(WithView)],
        [typeof(Folder)] = [SharedFolders.With().Folder],
        [typeof(FolderReference)] = [FolderReference.Parse("/x"), FolderReference.Parse("257")],
        [typeof(FolderGrant)] = [FolderGrant.Guest("x@x.example", "r"), FolderGrant.Public("r")],
        [typeof(FolderActionRequest)] = [FolderActionRequest.Grant("257", FolderGrant.Public("r"))],
        [typeof(FolderActionResponse)] = [new FolderActionResponse { FolderId = "257", Action = "grant" }],
        [typeof(ZimbraFault)] = [EveryException.Fault("novel.CODE", "").Fault, EveryException.Fault("service.FAILURE", "x1").Fault],
    };

    /// <summary>Every text that a static member of the library gives, for every value of an enumeration that it asks for.</summary>
    private static readonly IReadOnlyList<(string Where, LocalizedText Text)> Texts =
    [
        .. Packages
            .LibraryTypes.Where(type => !Others.Contains(type) && type.Name != "Argument")
            .SelectMany(type => type.GetMethods(Any))
            .Where(method => !method.IsGenericMethod && method.Name != "Problem" && GivesTexts(method))
            .SelectMany(Invoked),
        .. EveryException.All.Select(e => ($"{e.GetType().Name} {e.HelpLink}", e.Explanation)),
        .. EveryException.Codes.Select(code => (code, ZimbraFaultCodes.RemedyFor(code)!)),
    ];

    [Fact]
    public void Every_text_is_in_English_and_in_French_and_they_differ()
    {
        Assert.True(Texts.Count > 250, $"Only {Texts.Count} texts were found.");
        Assert.All(Texts, each =>
        {
            Assert.True(each.Text.Languages.SequenceEqual(["en", "fr"]), $"{each.Where}: {string.Join(", ", each.Text.Languages)}");
            Assert.True(each.Text.English != each.Text.French, $"{each.Where}: {each.Text.French}");
        });
    }

    /// <summary>Members for people, by their names; one gives the server's own text.</summary>
    [Fact]
    public void What_a_result_says_to_people_is_in_several_languages()
    {
        string[] words = ["Text", "Sentence", "Remedy", "Reason", "Message", "Explanation"];
        string[] others = ["ZimbraFault.Reason"];

        string[] english =
        [
            .. Packages
                .PublicTypes.Where(type =>
                    !type.IsSubclassOf(typeof(Exception)) && !type.Namespace!.Contains(".Messages", StringComparison.Ordinal)
                )
                .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                .Where(property => words.Contains(property.Name) && property.PropertyType != typeof(LocalizedText))
                .Select(property => $"{property.DeclaringType!.Name}.{property.Name}"),
        ];

        Assert.Empty(english.Except(others));
    }

    [Fact]
    public void No_French_sentence_holds_English_words() =>
        Assert.All(Texts, each =>
            Assert.False(
                EnglishWord().IsMatch(each.Text.French),
                $"{each.Where}: {EnglishWord().Match(each.Text.French)} in {each.Text.French}"
            )
        );

    [Fact]
    public void No_English_sentence_holds_French_words() =>
        Assert.All(Texts, each =>
            Assert.False(
                FrenchWord().IsMatch(each.Text.English),
                $"{each.Where}: {FrenchWord().Match(each.Text.English)} in {each.Text.English}"
            )
        );

    [Fact]
    public void French_is_set_as_printers_set_it() =>
        Assert.All(Texts, each => Assert.False(BadTypography().IsMatch(each.Text.French), $"{each.Where}: {each.Text.French}"));

    [Fact]
    public void No_French_sentence_quotes_with_straight_marks() =>
        Assert.All(Texts, each => Assert.False(StraightQuotes().IsMatch(each.Text.French), $"{each.Where}: {each.Text.French}"));

    private static bool GivesTexts(MethodInfo method) =>
        method.ReturnType == typeof(LocalizedText)
        || (
            method.DeclaringType!.Name.EndsWith("Texts", StringComparison.Ordinal)
            && method.ReturnType.GetProperties().Any(property => property.PropertyType == typeof(LocalizedText))
        );

    private static IEnumerable<(string, LocalizedText)> Invoked(MethodInfo method)
    {
        IEnumerable<object?[]> calls =
        [
            [],
        ];
        foreach (ParameterInfo parameter in method.GetParameters())
        {
            object?[] values = ValuesOf(parameter);
            calls = [.. calls.SelectMany(_ => values, (before, value) => (object?[])[.. before, value])];
        }

        foreach (object?[] arguments in calls)
        {
            string where = $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", arguments)})";
            object? result = method.Invoke(null, arguments);
            IEnumerable<LocalizedText?> texts = result is LocalizedText or null
                ? [(LocalizedText?)result]
                : result
                    .GetType()
                    .GetProperties()
                    .Where(property => property.PropertyType == typeof(LocalizedText))
                    .Select(property => (LocalizedText?)property.GetValue(result));
            foreach (LocalizedText text in texts.OfType<LocalizedText>())
            {
                yield return (where, text);
            }
        }
    }

    // A member that asks for something else than these needs a value here.
    private static object?[] ValuesOf(ParameterInfo parameter) =>
        parameter.ParameterType switch
        {
            { IsEnum: true } type => [.. Enum.GetValues(type).Cast<object>().Where(value => value.ToString() != "Unknown")],
            { } type when type == typeof(string) => ["x1"],
            { } type when type == typeof(int) => [7],
            { } type when type == typeof(long) => [7L],
            { } type when type == typeof(double) => [7.0],
            { } type when type == typeof(TimeSpan) => [TimeSpan.FromSeconds(2.5)],
            { } type when type == typeof(bool) => [true, false],
            { } type when type == typeof(LocalizedText) => [new LocalizedText("xx", "yy")],
            { } type when type == typeof(FolderPath) || type == typeof(FolderPath?) => [FolderPath.Parse("/x")],
            { } type when type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?) => [DateTimeOffset.UnixEpoch],
            { } type when type == typeof(ShareExpiry) => [ShareExpiry.Never, ShareExpiry.Keep, ShareExpiry.At(DateTimeOffset.UnixEpoch)],
            { } type when type == typeof(IcsAddress) =>
            [
                IcsAddress.Parse("https://x.example/home/x@x.example/x.ics"),
                .. MayBeNull(parameter) ? [null] : (object?[])[],
            ],
            { } type when type == typeof(IReadOnlyList<string>) => [Array.Empty<string>()],
            { } type when type == typeof(HttpStatusCode) => [HttpStatusCode.NotFound],
            { } type when Values.TryGetValue(type, out object?[]? values) => values,
            { } type => throw new NotSupportedException(
                $"No value of {type} for {parameter.Member.DeclaringType!.Name}.{parameter.Member.Name}."
            ),
        };

    private static SharedFolder WithView(string? view)
    {
        SharedFolder folder = SharedFolders.With();
        return folder with { Folder = folder.Folder with { View = view } };
    }

    private static bool MayBeNull(ParameterInfo parameter) =>
        new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;

    [GeneratedRegex(
        """(?<![\w/.-])(the|and|is|of|with|not|which|this|that|from|been|has|have|was|were|cannot|owner|account|calendar|administrator|password|shared?|guests?|server|folder|because|whether|needs|its|it|to|by|be|mailbox)(?![\w.@-])"""
    )]
    private static partial Regex EnglishWord();

    [GeneratedRegex(@"\b(le|la|les|des|une|est|avec|pour|dans|pas|qui|agenda|partage|invité|mot de passe)\b")]
    private static partial Regex FrenchWord();

    // A plain space where a line must not end, or an apostrophe as typewriters have it.
    [GeneratedRegex(@" [:;!?»]|« |[\p{L}]'[\p{L}«]|\w[;!?»](?!\w)|  ")]
    private static partial Regex BadTypography();

    [GeneratedRegex("(?<![\\w=])'[^']+'")]
    private static partial Regex StraightQuotes();
}
