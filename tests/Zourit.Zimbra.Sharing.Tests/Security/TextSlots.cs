using System.Reflection;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Tests.Conventions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Security;

/// <summary>
/// Finds every place where a caller of the client can put a text: parameters, and the properties of what is passed. Calls a method with one
/// place filled with a given text and all others as usual.
/// </summary>
/// <param name="server">The server that addresses lead to.</param>
/// <param name="place">Which place to fill, from 0; -1 for none.</param>
/// <param name="text">What to fill it with.</param>
internal sealed class TextSlots(Uri server, int place, string text)
{
    private static readonly ProvisioningKey Key = ProvisioningKey.Parse(
        new Secret("0:1:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
    );

    private static readonly Dictionary<string, string> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        ["calendar"] = "/my-events",
        ["guest"] = "adresse@orange.fr",
        ["guestMail"] = "adresse@orange.fr",
        ["grantee"] = "adresse@orange.fr",
        ["user"] = "paul@monasso.org",
        ["account"] = "paul@monasso.org",
        ["owner"] = "owner@monasso.org",
        ["ownerDomain"] = "monasso.org",
        ["domain"] = "monasso.org",
        ["userName"] = "adresse.orange.fr@monasso.org",
        ["locale"] = "fr",
        ["folderId"] = "10",
    };

    /// <summary>How many places the method has had so far.</summary>
    public int Places { get; private set; }

    /// <summary>The methods that send something; typed requests have tests of their own.</summary>
    public static IReadOnlyList<(PropertyInfo Client, MethodInfo Method)> Methods { get; } =
    [
        .. from client in (PropertyInfo[])
            [
                .. typeof(ZimbraClient)
                    .GetProperties()
                    .Where(property =>
                        property.Name
                            is nameof(ZimbraClient.Calendars)
                                or nameof(ZimbraClient.Guests)
                                or nameof(ZimbraClient.Invitations)
                                or nameof(ZimbraClient.Feeds)
                    ),
            ]
        from method in client.PropertyType.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where !method.IsSpecialName
        // Of accepting, the form that need not wait for a share to be published.
        where
            method.Name != nameof(InvitationClient.AcceptAsync)
            || method.GetParameters().Any(parameter => parameter.ParameterType == typeof(AcceptOptions))
        select (client, method),
    ];

    /// <summary>Calls a method of a sub-client: a mailbox's, or the client's own where a mailbox has none.</summary>
    public async Task CallAsync(
        ZimbraClient zimbra,
        string account,
        PropertyInfo client,
        MethodInfo method,
        CancellationToken cancellationToken
    )
    {
        object?[] arguments;
        object? result;
        try
        {
            arguments =
            [
                .. method
                    .GetParameters()
                    .Select(parameter =>
                        parameter.ParameterType == typeof(CancellationToken)
                            ? cancellationToken
                            : Make(parameter.ParameterType, parameter.Name!)
                    ),
            ];
            ZimbraMailbox mailbox = zimbra.Mailbox(account);
            result = method.Invoke(typeof(ZimbraMailbox).GetProperty(client.Name)?.GetValue(mailbox) ?? client.GetValue(zimbra), arguments);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(inner);
            throw;
        }

        if (result is Task task)
        {
            await task;
        }
        else if (
            result
                ?.GetType()
                .GetInterfaces()
                .FirstOrDefault(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)) is
            { } stream
        )
        {
            await (Task)
                typeof(TextSlots)
                    .GetMethod(nameof(All), BindingFlags.NonPublic | BindingFlags.Static)!
                    .MakeGenericMethod(stream.GetGenericArguments())
                    .Invoke(null, [result, cancellationToken])!;
        }
    }

    private static async Task All<T>(IAsyncEnumerable<T> stream, CancellationToken cancellationToken)
    {
        await foreach (T item in stream.WithCancellation(cancellationToken))
        {
            // An entry of a list tells its failure in its outcome.
            if (item?.GetType().GetProperty("Error")?.GetValue(item) is Exception error)
            {
                throw error;
            }
        }
    }

    private string Text(string name) => Places++ == place ? text : Usual.GetValueOrDefault(name, "x");

    private object? Make(Type type, string name) =>
        Nullable.GetUnderlyingType(type) is { } inner ? Make(inner, name)
        : type == typeof(string) ? Text(name)
        : type == typeof(Secret) ? new Secret(Text("password") is "x" ? "s3cret-P4ssword" : text)
        : type == typeof(FolderPath) ? FolderPath.Parse(Text("calendar"))
        : type == typeof(GuestIdentifier) ? GuestIdentifier.For(GuestAddress.Parse(Text("guestMail")), "monasso.org")
        : type == typeof(GuestAddress) ? GuestAddress.Parse(Text("guestMail"))
        : type == typeof(IcsAddress) ? IcsAddress.FromRestRoot($"{server}home/owner@monasso.org", FolderPath.Parse(Text("calendar")))
        : type == typeof(PersonalLink) ? Key.Sign(server, Text("x"), "10", Text("guestMail"), null)
        : type == typeof(Uri) ? Key.Sign(server, "owner-id", Text("x"), "adresse@orange.fr", null).Uri
        : type == typeof(FeedCredentials) ? new FeedCredentials(Text("userName"), new Secret(Text("password")))
        : type == typeof(AcceptOptions) ? new AcceptOptions { PublicationWait = TimeSpan.Zero }
        : type == typeof(TimeSpan) ? (object)TimeSpan.Zero
        : type.IsGenericType
        && type.GetGenericTypeDefinition() is var list
        && (list == typeof(IEnumerable<>) || list == typeof(IReadOnlyList<>))
            ? List(type.GetGenericArguments()[0])
        : type == typeof(ShareItem) ? Record(Places % 2 == 0 ? typeof(GuestShareItem) : typeof(UserShareItem))
        : type.IsValueType ? Activator.CreateInstance(type)
        : Packages.Library.Contains(type.Assembly) ? Record(type)
        : null;

    private Array List(Type item)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Make(item, item.Name), 0);
        return list;
    }

    private object Record(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().MinBy(each => each.GetParameters().Length)!;
        object made = constructor.Invoke([
            .. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType, parameter.Name!)),
        ]);
        string[] given = [.. constructor.GetParameters().Select(parameter => parameter.Name!)];
        foreach (
            PropertyInfo property in type.GetProperties()
                .Where(property =>
                    property.CanWrite
                    && !given.Contains(property.Name, StringComparer.OrdinalIgnoreCase)
                    && HoldsText(property.PropertyType)
                )
        )
        {
            property.SetValue(made, Make(property.PropertyType, property.Name));
        }

        return made;
    }

    // A search by an address and a domain, and other choices that exclude each other, stay as they are by default.
    private static bool HoldsText(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var bare
        && (
            bare == typeof(string)
            || bare == typeof(Secret)
            || bare == typeof(FolderPath)
            || (
                bare.IsClass
                && Packages.Library.Contains(bare.Assembly)
                && bare != typeof(ZimbraRequest)
                && bare != typeof(SearchDirectoryRequest)
            )
        );
}
