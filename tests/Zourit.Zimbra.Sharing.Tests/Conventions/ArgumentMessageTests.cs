using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>
/// Whatever public constructor, parser or method of the packages is called with bad input: the message is for people, and so names no
/// parameter as .NET appends it; programs have <see cref="ArgumentException.ParamName"/>.
/// </summary>
public sealed class ArgumentMessageTests
{
    private static readonly string?[] BadTexts = [null, "", " ", "\u0001", "x", "?:\u0000"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_message_names_the_parameter_behind_the_sentence_and_all_are_in_French_too()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.AdminToken(new Secret("0_given")),
            TestClients.Options(options => options.AdminUri = server.Address)
        );
        await using FakeZimbra fake = await FakeZimbra.StartAsync(
            seed => seed.Account("owner@monasso.org", "pa55word"),
            cancellationToken: Token
        );
        object[] instances = [client, client.Calendars, client.Guests, client.Feeds, client.Invitations, fake, fake.Misbehave];
        List<(string Where, ArgumentException Refusal)> refusals = [];

        foreach (MethodBase maker in Makers)
        {
            await TryAsync(maker, null, refusals);
        }

        foreach (object instance in instances)
        {
            foreach (MethodInfo method in instance.GetType().GetMethods().Where(method => method.GetParameters().Length > 0))
            {
                await TryAsync(method, instance, refusals);
            }
        }

        Assert.True(refusals.Count > 500, $"Only {refusals.Count} refusals were found.");
        Assert.Empty(
            refusals
                .Where(each => each.Refusal.Message.Contains("(Parameter", StringComparison.Ordinal))
                .Select(each => $"{each.Where}: {each.Refusal.Message}")
                .Distinct()
        );
        Assert.Empty(
            refusals
                .Where(each => !IsSaidInFrench(each.Refusal))
                .Select(each => $"{each.Where}: {each.Refusal.GetType()}: {each.Refusal.Message}")
                .Distinct()
        );
    }

    // The fake server's are for those who write tests.
    private static bool IsSaidInFrench(ArgumentException refusal) =>
        refusal.GetType().Assembly == typeof(FakeZimbra).Assembly
        || (refusal.Explain() is var said && said.English == refusal.Message && said.French != said.English);

    private static IEnumerable<MethodBase> Makers =>
        Packages
            .PublicTypes.Concat(typeof(SubscriptionGuide).Assembly.GetExportedTypes())
            .Where(type => !type.ContainsGenericParameters && !(type.IsAbstract && !type.IsSealed))
            .SelectMany(type => type.GetConstructors().Concat<MethodBase>(type.GetMethods(BindingFlags.Public | BindingFlags.Static)));

    private static async Task TryAsync(MethodBase method, object? instance, List<(string Where, ArgumentException Refusal)> refusals)
    {
        ParameterInfo[] parameters = method.GetParameters();
        if (method.IsGenericMethodDefinition || parameters.Any(parameter => IsOutOfReach(parameter.ParameterType)))
        {
            return;
        }

        for (int variant = 0; variant < BadTexts.Length; variant++)
        {
            object?[] arguments = [.. parameters.Select(parameter => BadValue(parameter.ParameterType, variant))];
            try
            {
                object? result = method is ConstructorInfo constructor ? constructor.Invoke(arguments) : method.Invoke(instance, arguments);
                await FinishAsync(result);
            }
            catch (Exception e)
            {
                if (((e as TargetInvocationException)?.InnerException ?? e) is ArgumentException refusal)
                {
                    refusals.Add(($"{method.DeclaringType!.Name}.{method.Name}", refusal));
                }
            }
        }
    }

    private static bool IsOutOfReach(Type type) => type.IsByRef || type.IsByRefLike || type.IsPointer;

    // Nothing is sent or waited for: what is not refused ends by the token.
    private static object? BadValue(Type type, int variant)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            { } text when text == typeof(string) => BadTexts[variant],
            { } number when number == typeof(int) => variant % 2 == 0 ? -1 : int.MaxValue,
            { } time when time == typeof(TimeSpan) => TimeSpan.FromTicks(variant - 3),
            { } token when token == typeof(CancellationToken) => new CancellationToken(canceled: true),
            { } server when server == typeof(Uri) => variant == 0
                ? null
                : new Uri(variant % 2 == 0 ? "x" : "ftp://x", UriKind.RelativeOrAbsolute),
            { } secret when secret == typeof(Secret) => new Secret(BadTexts[variant] ?? ""),
            { IsValueType: true } value => RuntimeHelpers.GetUninitializedObject(value),
            _ => null,
        };
    }

    private static async Task FinishAsync(object? result)
    {
        switch (result)
        {
            case Task task:
                await task;
                break;
            case { } stream when Stream(stream) is { } enumerator:
                await enumerator.MoveNextAsync();
                break;
            case IEnumerable items:
                _ = items.Cast<object?>().Take(3).Count();
                break;
        }
    }

    private static IAsyncEnumerator<object>? Stream(object result) => (result as IAsyncEnumerable<object>)?.GetAsyncEnumerator(Token);
}
