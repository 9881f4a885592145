using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Exporting;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Reading;
using Zourit.Zimbra.Sharing.Plans.Tests.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Conventions;

/// <summary>
/// Whatever public constructor, parser or method of the package is called with bad input: it is refused in words for people, which name no
/// parameter as .NET appends it, and never by an exception that says that the package is wrong.
/// </summary>
public sealed class ArgumentMessageTests
{
    // None of them is the name of a file.
    private static readonly string?[] BadTexts = [null, "", "\0", "?:\0"];

    [Fact]
    public async Task No_message_names_the_parameter_and_nothing_is_met_unprepared()
    {
        await using var client = new ZimbraClient(new Uri("http://127.0.0.1:9"), ZimbraCredentials.AdminToken(new Secret("0_given")));
        object[] instances =
        [
            new SharingPlanner(new Owners()),
            new PlanApplier(client),
            new ManifestExporter(new Owners()),
            new ZimbraPlanSource(client),
        ];
        List<(string Where, Exception Error)> errors = [];

        foreach (MethodBase maker in Makers)
        {
            await TryAsync(maker, null, errors);
        }

        foreach (object instance in instances)
        {
            foreach (MethodInfo method in instance.GetType().GetMethods().Where(method => method.GetParameters().Length > 0))
            {
                await TryAsync(method, instance, errors);
            }
        }

        Assert.True(errors.Count(each => each.Error is ArgumentException) > 40, $"Only {errors.Count} errors were found.");
        Assert.Empty(
            errors
                .Where(each =>
                    each.Error.Message.Contains("(Parameter", StringComparison.Ordinal)
                    || each.Error
                        is NullReferenceException
                            or InvalidCastException
                            or KeyNotFoundException
                            or IndexOutOfRangeException
                            or FormatException
                )
                .Select(each => $"{each.Where}: {each.Error.GetType().Name} {each.Error.Message}")
                .Distinct()
        );
    }

    private static IEnumerable<MethodBase> Makers =>
        typeof(Manifest)
            .Assembly.GetExportedTypes()
            .Where(type => !type.ContainsGenericParameters && !type.IsInterface && !(type.IsAbstract && !type.IsSealed))
            .SelectMany(type => type.GetConstructors().Concat<MethodBase>(type.GetMethods(BindingFlags.Public | BindingFlags.Static)));

    private static async Task TryAsync(MethodBase method, object? instance, List<(string Where, Exception Error)> errors)
    {
        ParameterInfo[] parameters = method.GetParameters();
        if (
            method.IsGenericMethodDefinition
            || parameters.Any(parameter => parameter.ParameterType.IsByRef || parameter.ParameterType.IsByRefLike)
        )
        {
            return;
        }

        for (int variant = 0; variant < BadTexts.Length; variant++)
        {
            object?[] arguments = [.. parameters.Select(parameter => BadValue(parameter.ParameterType, variant))];
            try
            {
                await FinishAsync(
                    method is ConstructorInfo constructor ? constructor.Invoke(arguments) : method.Invoke(instance, arguments)
                );
            }
            catch (Exception e)
            {
                errors.Add(($"{method.DeclaringType!.Name}.{method.Name}", (e as TargetInvocationException)?.InnerException ?? e));
            }
        }
    }

    // Nothing is sent or waited for: what is not refused ends by the token.
    private static object? BadValue(Type type, int variant)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            { } text when text == typeof(string) => BadTexts[variant],
            { } number when number == typeof(int) => variant % 2 == 0 ? -1 : int.MaxValue,
            { } token when token == typeof(CancellationToken) => new CancellationToken(canceled: true),
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
            case IAsyncEnumerable<object> stream:
                await stream.FirstOrDefaultAsync(Files.Token);
                break;
            case IEnumerable items:
                _ = items.Cast<object?>().Take(3).Count();
                break;
        }
    }
}
