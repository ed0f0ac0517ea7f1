using System.Collections;
using System.Reflection;

namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <summary>Whether a result is the case that was answered with, with all that was answered.</summary>
internal static class ResultCheck
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <param name="hasHeaders">All headers that the case documents were sent.</param>
    public static void Check(Type expected, object? result, bool hasHeaders)
    {
        if (result?.GetType() != expected)
        {
            throw new RoundTripException("another case", $"{result?.GetType().Name} instead of {expected.Name}");
        }

        foreach (PropertyInfo property in expected.GetProperties(Own))
        {
            object? value = property.GetValue(result);
            if (value is null && hasHeaders && property.Name != "Body")
            {
                throw new RoundTripException("a header is null", property.Name);
            }
        }

        if (Unknown(expected.GetProperty("Body", Own)?.GetValue(result), expected.Assembly) is { } path)
        {
            throw new RoundTripException("an alternative is not known", "Body" + path);
        }
    }

    /// <summary>Where something was kept that matches no alternative of its union, though it was made as the first of them.</summary>
    private static string? Unknown(object? value, Assembly client)
    {
        if (value is null or string)
        {
            return null;
        }

        if (value is IDictionary map)
        {
            return map.Values.Cast<object?>().Select(item => Unknown(item, client)).FirstOrDefault(path => path is not null) is { } inner ? "[]" + inner : null;
        }

        if (value is IEnumerable list)
        {
            return list.Cast<object?>().Select(item => Unknown(item, client)).FirstOrDefault(path => path is not null) is { } inner ? "[]" + inner : null;
        }

        Type type = value.GetType();
        if (type.Assembly != client || type.IsValueType)
        {
            return null;
        }

        if (type is { Name: "Unknown", DeclaringType: { IsAbstract: true } union })
        {
            return $" ({union.Name})";
        }

        foreach (PropertyInfo property in type.GetProperties(Own))
        {
            if (Unknown(property.GetValue(value), client) is { } inner)
            {
                return "." + property.Name + inner;
            }
        }

        return null;
    }
}
