using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace ServiceDefaults.Http;

/// <summary>
/// Codes in a route or query by their exact names. The framework's binding also takes numbers and lists, of codes that
/// do not exist.
/// </summary>
internal static class CodesInAddress
{
    public static EndpointFilterDelegate Require(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var codes = context.MethodInfo.GetParameters().SelectMany(Codes).ToList();
        return codes.Count == 0 ? next : invocation =>
        {
            foreach (var (name, allowed) in codes)
            {
                var request = invocation.HttpContext.Request;
                StringValues sent = request.RouteValues[name] is string route ? route : request.Query[name];
                if (sent.Any(code => !string.IsNullOrEmpty(code) && !allowed.Contains(code)))
                    throw new InvalidRequestException(name, $"Use one of {string.Join(", ", allowed)}.");
            }

            return next(invocation);
        };
    }

    private static IEnumerable<(string Name, IReadOnlyList<string> Allowed)> Codes(ParameterInfo parameter)
    {
        if (parameter.IsDefined(typeof(AsParametersAttribute)))
            return parameter.ParameterType.GetProperties().SelectMany(property => Code(property.Name, property.PropertyType, property));
        return Code(parameter.Name!, parameter.ParameterType, parameter);
    }

    private static IEnumerable<(string, IReadOnlyList<string>)> Code(string name, Type type, ICustomAttributeProvider attributes)
    {
        var code = Nullable.GetUnderlyingType(type.GetElementType() ?? type) ?? type.GetElementType() ?? type;
        var given = attributes.GetCustomAttributes(typeof(FromQueryAttribute), inherit: true).Cast<FromQueryAttribute>().FirstOrDefault()?.Name;
        if (code.IsEnum)
            yield return (given ?? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name), Enum.GetNames(code));
    }
}
