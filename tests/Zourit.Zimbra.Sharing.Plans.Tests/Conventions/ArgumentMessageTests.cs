using System.Reflection;
using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Plans.Manifests;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Conventions;

/// <summary>Messages of refused arguments are for people, and name no parameter as .NET appends it.</summary>
public sealed class ArgumentMessageTests
{
    private static readonly string?[] BadTexts = [null, "", " ", "\u0001", "x", "?:\u0000", "1/0"];

    [Fact]
    public void No_message_names_the_parameter_behind_the_sentence()
    {
        List<(string Where, ArgumentException Refusal)> refusals = [];
        foreach (Type type in typeof(Manifest).Assembly.GetExportedTypes().Where(type => !type.ContainsGenericParameters))
        {
            IEnumerable<MethodBase> makers = type.GetMethods(BindingFlags.Public | BindingFlags.Static);
            foreach (MethodBase maker in type.IsAbstract ? makers : makers.Concat(type.GetConstructors()))
            {
                Try(maker, refusals);
            }
        }

        Assert.True(refusals.Count > 10, $"Only {refusals.Count} refusals were found.");
        Assert.Empty(
            refusals
                .Where(each => each.Refusal.Message.Contains("(Parameter", StringComparison.Ordinal))
                .Select(each => $"{each.Where}: {each.Refusal.Message}")
                .Distinct()
        );
    }

    private static void Try(MethodBase method, List<(string Where, ArgumentException Refusal)> refusals)
    {
        ParameterInfo[] parameters = method.GetParameters();
        if (
            method.IsGenericMethodDefinition
            || parameters.Any(parameter => parameter.ParameterType is { IsByRef: true } or { IsByRefLike: true } or { IsPointer: true })
        )
        {
            return;
        }

        for (int variant = 0; variant < BadTexts.Length; variant++)
        {
            object?[] arguments = [.. parameters.Select(parameter => BadValue(parameter.ParameterType, variant))];
            try
            {
                _ = method is ConstructorInfo constructor ? constructor.Invoke(arguments) : method.Invoke(null, arguments);
            }
            catch (TargetInvocationException e) when (e.InnerException is ArgumentException refusal)
            {
                refusals.Add(($"{method.DeclaringType!.Name}.{method.Name}", refusal));
            }
            catch (Exception e) when (e is TargetInvocationException or ArgumentException)
            {
                // Another failure, or a value that reflection does not take.
            }
        }
    }

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
}
