namespace CdeCodegen.Runtime.Generated;

// Numbers that a document also allows as text: they are written as numbers, except those that JSON has no number for.
public sealed partial class JsonWriter
{
    /// <summary>Writes a number of double precision; one that is not finite as <c>"NaN"</c>, <c>"Infinity"</c> or <c>"-Infinity"</c>.</summary>
    public void DoubleOrText(double v)
    {
        Separate(32);
        PutOrText(v);
    }

    /// <summary>Writes a member that is a number of double precision; one that is not finite as text.</summary>
    public void DoubleOrText(JsonName n, double v)
    {
        Begin(n, 32);
        PutOrText(v);
    }

    /// <summary>Writes a member that is a number of double precision; null leaves it out, one that is not finite is written as text.</summary>
    public void DoubleOrText(JsonName n, double? v)
    {
        if (v is { } value)
        {
            Begin(n, 32);
            PutOrText(value);
        }
    }

    /// <summary>Writes a member that is a number of double precision or null; one that is not finite as text.</summary>
    public void DoubleOrTextOrNull(JsonName n, double? v)
    {
        Begin(n, 32);
        if (v is { } value)
        {
            PutOrText(value);
        }
        else
        {
            PutNull();
        }
    }

    private void PutOrText(double v)
    {
        if (double.IsFinite(v))
        {
            Put(v);
        }
        else
        {
            Put(double.IsNaN(v) ? "NaN" : v > 0 ? "Infinity" : "-Infinity");
        }
    }
}
