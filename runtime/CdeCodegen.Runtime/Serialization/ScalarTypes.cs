using System.Globalization;
using System.Text.Json;

namespace CdeCodegen.Runtime.Internal;

/// <summary>The scalars that members of generated classes have. They are read like the client reads them, numbers also from text.</summary>
internal static class ScalarTypes
{
    private delegate T ValueReader<T>(ref JsonReader r);

    private delegate int Formatter<T>(T value, Span<byte> target);

    internal static IEnumerable<KeyValuePair<Type, JsonType>> All =>
    [
        Of(new ReferenceScalar<string>(JsonValues.String, static (w, v) => w.WriteStringValue(v))),
        Of(new ReferenceScalar<Uri>(JsonValues.Uri, static (w, v) => w.WriteStringValue(v.OriginalString))),
        Of(new ReferenceScalar<byte[]>(JsonValues.Bytes, static (w, v) => w.WriteBase64StringValue(v))),
        Of(new StructScalar<bool>(JsonValues.Boolean, static (w, v) => w.WriteBooleanValue(v))),
        Of(new StructScalar<int>(JsonValues.Int32OrText, static (w, v) => w.WriteNumberValue(v))),
        Of(new StructScalar<long>(JsonValues.Int64OrText, static (w, v) => w.WriteNumberValue(v))),
        Of(new StructScalar<float>(JsonValues.Single, static (w, v) => w.WriteNumberValue(v))),
        Of(new StructScalar<double>(JsonValues.DoubleOrText, WriteDouble)),
        Of(new StructScalar<decimal>(JsonValues.DecimalOrText, static (w, v) => w.WriteNumberValue(v))),
        Of(new StructScalar<Guid>(JsonValues.Guid, static (w, v) => w.WriteStringValue(v))),
        Of(new StructScalar<DateTimeOffset>(JsonValues.DateTimeOffset, static (w, v) => WriteText(w, v, DateTimeText.Format))),
        Of(new StructScalar<DateOnly>(JsonValues.Date, static (w, v) => WriteText(w, v, DateTimeText.Format))),
        Of(new StructScalar<TimeOnly>(JsonValues.Time, static (w, v) => WriteText(w, v, DateTimeText.Format))),
        Of(new StructScalar<DateTime>(JsonValues.DateTime, static (w, v) => WriteText(w, v, DateTimeText.Format))),
        Of(new StructScalar<TimeSpan>(JsonValues.TimeSpan, static (w, v) => w.WriteStringValue(v.ToString("c", CultureInfo.InvariantCulture)))),
        Of(new EnumType<ApiDuration>()),
        Of(new StructScalar<JsonElement>(JsonValues.Element, WriteElement, readsNull: true)),
    ];

    private static KeyValuePair<Type, JsonType> Of<T>(LeafType<T> type) => new(typeof(T), type);

    /// <summary>Numbers that JSON has no form for are text, as in documents that allow both.</summary>
    private static void WriteDouble(Utf8JsonWriter w, double value)
    {
        if (double.IsFinite(value))
        {
            w.WriteNumberValue(value);
        }
        else
        {
            w.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }

    /// <summary>Writes text that needs no escapes: an encoder would escape the plus sign of an offset.</summary>
    private static void WriteText<T>(Utf8JsonWriter w, T value, Formatter<T> format)
    {
        Span<byte> text = stackalloc byte[DateTimeText.MaxText + 2];
        int length = format(value, text[1..]);
        text[0] = text[length + 1] = (byte)'"';
        w.WriteRawValue(text[..(length + 2)], skipInputValidation: true);
    }

    private static void WriteElement(Utf8JsonWriter w, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            w.WriteNullValue();
        }
        else
        {
            value.WriteTo(w);
        }
    }

    private sealed class ReferenceScalar<T>(ValueReader<T> read, Action<Utf8JsonWriter, T> write) : LeafType<T>
        where T : class
    {
        internal override T Read(ref JsonReader r) => read(ref r);

        internal override void Write(Utf8JsonWriter w, T value) => write(w, value);
    }

    private sealed class StructScalar<T>(ValueReader<T> read, Action<Utf8JsonWriter, T> write, bool readsNull = false) : StructType<T>
        where T : struct
    {
        internal override bool ReadsNull => readsNull;

        internal override T Read(ref JsonReader r) => read(ref r);

        internal override void Write(Utf8JsonWriter w, T value) => write(w, value);
    }
}
