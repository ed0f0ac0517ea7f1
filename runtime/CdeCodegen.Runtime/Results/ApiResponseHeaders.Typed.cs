
namespace CdeCodegen.Runtime;

public sealed partial class ApiResponseHeaders
{
    /// <summary>The value of a header as a type: text, a boolean, a number, a UUID, a date or time, a URI, base64, or a list of one of them.</summary>
    /// <typeparam name="T">The type; <c>int?</c> and not <c>int</c>, so that there is a null for what is missing.</typeparam>
    /// <returns>The type's default (null) where there is no such header or its value is something else.</returns>
    public T? Get<T>(string name)
    {
        if (GetValue(name) is not { } text)
        {
            return default;
        }

        object? value = HeaderValueParser.Parse(typeof(T), text);
        return value is T typed ? typed : default;
    }
}
