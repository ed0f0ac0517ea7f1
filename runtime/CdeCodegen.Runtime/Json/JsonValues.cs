using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>
/// Reads JSON values. Each method starts at the value and ends after it. A value of another kind, or one that its type cannot represent, throws
/// an exception with its position. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonValues
{
    /// <summary>Adds a member that the document does not list to those read before.</summary>
    /// <param name="others">The members read before. Anything other than a <see cref="Dictionary{TKey,TValue}"/> is the empty default.</param>
    /// <param name="name">The name of the member. The last of several members with the same name wins.</param>
    /// <param name="value">The value of the member.</param>
    public static IReadOnlyDictionary<string, T> Keep<T>(IReadOnlyDictionary<string, T> others, string name, T value)
    {
        if (others is not Dictionary<string, T> map)
        {
            map = [];
        }

        map[name] = value;
        return map;
    }

    /// <summary>Returns whether the value is not <c>null</c>, and reads a <c>null</c>.</summary>
    public static bool NotNull(ref JsonReader r) => !r.TryNull();

    /// <summary>Reads the start of an array. Call <see cref="NextItem"/> next.</summary>
    public static void StartArray(ref JsonReader r) => r.ReadOpeningBracket((byte)'[', "an array");

    /// <summary>Moves to the next item of an array.</summary>
    /// <returns>False at the end of the array.</returns>
    public static bool NextItem(ref JsonReader r) => r.Next((byte)']');

    /// <summary>Reads the start of a map. Call <see cref="NextEntry"/> next.</summary>
    public static void StartMap(ref JsonReader r) => r.ReadOpeningBracket((byte)'{', "an object");

    /// <summary>Moves to the value of the next entry of a map.</summary>
    /// <returns>False at the end of the map, where the key is empty.</returns>
    public static bool NextEntry(ref JsonReader r, out string key)
    {
        if (!r.Next((byte)'}'))
        {
            key = "";
            return false;
        }

        if (r.Peek != '"')
        {
            throw r.InvalidJson();
        }

        key = r.String("a name");
        r.ReadColon();
        return true;
    }
}
