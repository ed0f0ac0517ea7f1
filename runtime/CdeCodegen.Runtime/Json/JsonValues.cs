using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>
/// Reads JSON values. In each method the reader stands before the value and is left behind it; a value of another kind, or one out of range,
/// is an error that carries its place. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonValues
{
    /// <summary>Adds a member that the document does not name to those that were read before.</summary>
    /// <param name="others">What was read before: of another kind than a dictionary, it is the empty default.</param>
    /// <param name="name">The member's name; of two with the same name, the later counts.</param>
    /// <param name="value">Its value.</param>
    public static IReadOnlyDictionary<string, T> Keep<T>(IReadOnlyDictionary<string, T> others, string name, T value)
    {
        if (others is not Dictionary<string, T> map)
        {
            map = [];
        }

        map[name] = value;
        return map;
    }

    /// <summary>Whether the value is something other than <c>null</c>; a null is taken.</summary>
    public static bool NotNull(ref JsonReader r) => !r.TryNull();

    /// <summary>Expects the start of an array; then call <see cref="NextItem"/>.</summary>
    public static void StartArray(ref JsonReader r) => r.Open((byte)'[', "an array");

    /// <summary>Goes to the next item of an array.</summary>
    /// <returns>False at its end.</returns>
    public static bool NextItem(ref JsonReader r) => r.Next((byte)']');

    /// <summary>Expects the start of an object with free keys; then call <see cref="NextEntry"/>.</summary>
    public static void StartMap(ref JsonReader r) => r.Open((byte)'{', "an object");

    /// <summary>Goes to the value of the next entry of a map.</summary>
    /// <returns>False at its end, where the key is empty.</returns>
    public static bool NextEntry(ref JsonReader r, out string key)
    {
        if (!r.Next((byte)'}'))
        {
            key = "";
            return false;
        }

        if (r.Peek != '"')
        {
            throw r.NotJson();
        }

        key = r.String("a name");
        r.Colon();
        return true;
    }
}
