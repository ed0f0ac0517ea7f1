using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CdeCodegen.Runtime.Internal;

/// <summary>An open enumeration: a struct with one field, a string or an integer.</summary>
internal sealed class EnumType<T> : StructType<T>
    where T : struct, IApiEnum
{
    private static readonly bool s_isText = default(T).Text is null;

    private static bool IsInt32 => Unsafe.SizeOf<T>() == sizeof(int);

    internal override T Read(ref JsonReader r) =>
        s_isText ? Create(JsonValues.String(ref r)) : IsInt32 ? Create(JsonValues.Int32OrText(ref r)) : Create(JsonValues.Int64OrText(ref r));

    internal override void Write(Utf8JsonWriter w, T value)
    {
        if (s_isText)
        {
            w.WriteStringValue(value.Text ?? "");
        }
        else
        {
            w.WriteRawValue(value.Text!, skipInputValidation: true);
        }
    }

    /// <summary>Reads the key of a dictionary.</summary>
    internal T Parse(string text)
    {
        if (s_isText)
        {
            return Create(text);
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) || (IsInt32 && value != (int)value))
        {
            throw new JsonException("The name is not an integer of the enumeration.");
        }

        return IsInt32 ? Create((int)value) : Create(value);
    }

    /// <summary>Makes the struct from its field. A constructor would be reflection, or one more member of each enumeration for the compiler.</summary>
    private static T Create<TField>(TField field) => Unsafe.SizeOf<TField>() == Unsafe.SizeOf<T>()
        ? Unsafe.As<TField, T>(ref field)
        : throw new NotSupportedException($"{typeof(T)} has fields that the generator does not know.");
}
