using System.Reflection;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Tests.Conventions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Security;

/// <summary>
/// A personal link, an address with a token or a password that was pasted where something else belongs was quoted whole by what refused it.
/// Every public method of a type that parses, and every public constructor, is given such texts in each of its text parameters.
/// </summary>
public sealed class QuotedInputTests
{
    private const string Token = "0_df0cb615cc7c1a5bab2df8bea977309d9a5e951c_6169643d33363a38633261336235652d306631";

    private static readonly (string Text, string Secret)[] Pasted =
    [
        ($"https://mail1.example.net/service/extuserprov/?p={Token}", Token),
        ($"https://mail1.example.net/home/a@b.org/x.ics?auth=qp&zauthtoken={Token}", Token),
        ($"https://mail1.example.net/home/a@b.org/x.ics%3Fzauthtoken%3D{Token}", Token),
        ($"webcals://mail1.example.net/home/{Token}", Token),
        ($"mail1.example.net/?zauthtoken={Token}", Token),
        ($"/my-events?zauthtoken=s3same", "s3same"),
        ("https://guest:Passw0rd@mail1.example.net/home/a@b.org/x.ics", "Passw0rd"),
        ("guest:Passw0rd", "Passw0rd"),
        ("guest:Passw0rd@mail1.example.net", "Passw0rd"),
        ("guest@orange.fr:Passw0rd", "Passw0rd"),
        ("password=s3same", "s3same"),
        ("Tr0ub4dor&3", "Tr0ub4dor"),
        (Token, Token),
        ($"<{Token}>", Token),
        ($"{Token}@monasso.org", Token),
        ($"a@{Token}", Token),
    ];

    /// <summary>What is neither a request nor a setting, whose texts are what they are given.</summary>
    public static TheoryData<string> Types { get; } =
    [
        .. Packages
            .PublicTypes.Where(type =>
                type is { IsClass: true } or { IsValueType: true } && !typeof(Exception).IsAssignableFrom(type) && !type.IsEnum
            )
            .Where(type => Calls(type).Any())
            .Select(type => type.FullName!),
    ];

    [Theory, MemberData(nameof(Types))]
    public void What_looks_like_a_credential_is_in_no_refusal(string type)
    {
        foreach (MethodBase call in Calls(Packages.TypeOfLibrary(type)))
        {
            foreach ((string text, string secret) in Pasted)
            {
                Exception? refusal = Record.Exception(() => Invoke(call, text));
                string shown = (refusal as TargetInvocationException)?.InnerException?.Message ?? "";
                Assert.False(
                    shown.Contains(secret, StringComparison.OrdinalIgnoreCase),
                    $"{type}.{call.Name} quotes what looks like a credential: {shown}"
                );
            }
        }
    }

    [Theory, MemberData(nameof(PastedTexts))]
    public void What_looks_like_a_credential_is_not_printed(string text, string secret)
    {
        string?[] printed =
        [
            Printed(() => ZimbraCredentials.Password(text, new Secret("x"))),
            Printed(() => ZimbraCredentials.Admin(text, new Secret("x"))),
            Printed(() => ZimbraCredentials.Preauth(text, new Secret("x"))),
            Printed(() => new FeedCredentials(text, new Secret("x"))),
            Printed(() => new ZimbraClient(new Uri(text, UriKind.RelativeOrAbsolute), ZimbraCredentials.Anonymous)),
        ];

        Assert.All(printed, line => Assert.DoesNotContain(secret, line ?? "", StringComparison.OrdinalIgnoreCase));
    }

    public static TheoryData<string, string> PastedTexts()
    {
        var texts = new TheoryData<string, string>();
        foreach ((string text, string secret) in Pasted)
        {
            texts.Add(text, secret);
        }

        return texts;
    }

    private static string? Printed(Func<object> make)
    {
        try
        {
            return make().ToString();
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }

    private static IEnumerable<MethodBase> Calls(Type type) =>
        type.GetConstructors()
            .Cast<MethodBase>()
            .Concat(
                type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                    .Where(method => !method.IsSpecialName && !method.IsGenericMethodDefinition && method.ReturnType != typeof(Task))
            )
            .Where(call => !call.DeclaringType!.ContainsGenericParameters)
            .Where(call =>
                call.GetParameters().Length is > 0 and <= 4 && call.GetParameters().All(parameter => CanBeGiven(parameter.ParameterType))
            )
            .Where(call => call.GetParameters().Any(parameter => IsText(parameter.ParameterType)));

    private static bool IsText(Type type) => type == typeof(string) || type == typeof(Uri) || type == typeof(ReadOnlySpan<char>);

    private static bool CanBeGiven(Type type) =>
        type == typeof(string)
        || type == typeof(Uri)
        || type == typeof(Secret)
        || type == typeof(FolderPath)
        || type == typeof(IFormatProvider)
        || type == typeof(ZimbraCredentials)
        || type == typeof(ZimbraClientOptions);

    private static void Invoke(MethodBase call, string text)
    {
        object?[] arguments =
        [
            .. call.GetParameters()
                .Select(parameter =>
                    parameter.ParameterType == typeof(string) ? text
                    : parameter.ParameterType == typeof(Uri) ? new Uri(text, UriKind.RelativeOrAbsolute)
                    : parameter.ParameterType == typeof(Secret) ? new Secret("x")
                    : parameter.ParameterType == typeof(FolderPath) ? FolderPath.Parse("/my-events")
                    : parameter.ParameterType == typeof(ZimbraCredentials) ? (object?)ZimbraCredentials.Anonymous
                    : null
                ),
        ];
        _ = call is ConstructorInfo constructor ? constructor.Invoke(arguments) : call.Invoke(null, arguments);
    }
}
