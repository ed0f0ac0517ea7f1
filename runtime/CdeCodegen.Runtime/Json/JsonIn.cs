using System.ComponentModel;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

/// <summary>
/// Reads JSON values. In each method the reader stands on the value and is left on its last token; a token of another kind, or a value out
/// of range, is an error that carries its place. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonIn
{
    /// <summary>Whether the value is something other than <c>null</c>.</summary>
    public static bool NotNull(ref Utf8JsonReader r) => r.TokenType != JsonTokenType.Null;

    /// <summary>Expects the start of an array; then call <see cref="NextItem"/>.</summary>
    public static void StartArray(ref Utf8JsonReader r)
    {
        if (r.TokenType != JsonTokenType.StartArray)
        {
            JsonFail.Unexpected(r, "an array");
        }
    }

    /// <summary>Goes to the next item of an array.</summary>
    /// <returns>False at its end.</returns>
    public static bool NextItem(ref Utf8JsonReader r)
    {
        r.Read();
        return r.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Expects the start of an object with free keys; then call <see cref="NextEntry"/>.</summary>
    public static void StartMap(ref Utf8JsonReader r)
    {
        if (r.TokenType != JsonTokenType.StartObject)
        {
            JsonFail.Unexpected(r, "an object");
        }
    }

    /// <summary>Goes to the value of the next entry of a map.</summary>
    /// <returns>False at its end, where the key is empty.</returns>
    public static bool NextEntry(ref Utf8JsonReader r, out string key)
    {
        r.Read();
        if (r.TokenType == JsonTokenType.EndObject)
        {
            key = "";
            return false;
        }

        key = r.GetString()!;
        r.Read();
        return true;
    }
}
