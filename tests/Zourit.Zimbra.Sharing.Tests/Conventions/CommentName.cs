using System.Globalization;
using System.Reflection;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>The name by which the compiler files a method's comment.</summary>
internal static class CommentName
{
    public static string Of(MethodBase method)
    {
        string name =
            method.Name.Replace('.', '#')
            + (method.IsGenericMethod ? string.Create(CultureInfo.InvariantCulture, $"``{method.GetGenericArguments().Length}") : "");
        ParameterInfo[] parameters = method.GetParameters();
        string list = parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(parameter => Of(parameter.ParameterType)))})";
        string result = method is MethodInfo { Name: "op_Implicit" or "op_Explicit" } conversion ? $"~{Of(conversion.ReturnType)}" : "";
        return $"M:{method.DeclaringType!.FullName!.Replace('+', '.')}.{name}{list}{result}";
    }

    private static string Of(Type type)
    {
        if (type.HasElementType)
        {
            return Of(type.GetElementType()!) + (type.IsByRef ? "@" : "[]");
        }

        if (type.IsGenericParameter)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{(type.DeclaringMethod is null ? "`" : "``")}{type.GenericParameterPosition}"
            );
        }

        return type.IsGenericType
            ? $"{type.GetGenericTypeDefinition().FullName!.Split('`')[0].Replace('+', '.')}{{"
                + $"{string.Join(',', type.GetGenericArguments().Select(Of))}}}"
            : type.FullName!.Replace('+', '.');
    }
}
