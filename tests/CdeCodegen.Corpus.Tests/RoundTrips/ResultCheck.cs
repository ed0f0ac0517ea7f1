using System.Collections;
using System.Reflection;

namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <summary>Checks that a result is the expected case with the headers and the body of the response.</summary>
internal static class ResultCheck
{
    private const BindingFlags DeclaredInstance = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <param name="hasHeaders">Whether the response had all documented headers.</param>
    public static void Check(Type expected, object? result, bool hasHeaders)
    {
        if (result?.GetType() != expected)
        {
            throw new RoundTripException("another case", $"{result?.GetType().Name} instead of {expected.Name}");
        }

        foreach (PropertyInfo property in expected.GetProperties(DeclaredInstance))
        {
            object? value = property.GetValue(result, BindingFlags.DoNotWrapExceptions, binder: null, index: null, culture: null);
            if (value is null && hasHeaders && property.Name is not ("Body" or "FileName" or "ContentType"))
            {
                throw new RoundTripException("a header is null", property.Name);
            }
        }

        if (FindUnknown(expected.GetProperty("Body", DeclaredInstance)?.GetValue(result), expected.Assembly) is { } path)
        {
            throw new RoundTripException("an unknown alternative", "Body" + path);
        }
    }

    /// <summary>The path of the first union value that was not recognized; null if all were. The response has documented alternatives only.</summary>
    private static string? FindUnknown(object? value, Assembly client)
    {
        if (value is null or string)
        {
            return null;
        }

        if (value is IDictionary map)
        {
            return FindUnknownItem(map.Values, client);
        }

        if (value is IEnumerable list)
        {
            return FindUnknownItem(list, client);
        }

        Type type = value.GetType();
        if (type.Assembly != client || type.IsValueType)
        {
            return null;
        }

        // An instance of a base schema with a discriminator is of no derived schema.
        if (type is { Name: "Unknown", DeclaringType: { IsAbstract: true } union } && type.GetProperty("Value") is not null)
        {
            return $" ({union.Name})";
        }

        foreach (PropertyInfo property in type.GetProperties(DeclaredInstance))
        {
            if (FindUnknown(property.GetValue(value), client) is { } inner)
            {
                return "." + property.Name + inner;
            }
        }

        return null;
    }

    private static string? FindUnknownItem(IEnumerable items, Assembly client) =>
        items.Cast<object?>().Select(item => FindUnknown(item, client)).FirstOrDefault(path => path is not null) is { } inner ? "[]" + inner : null;
}
