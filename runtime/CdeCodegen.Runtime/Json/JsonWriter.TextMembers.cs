using System.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

// Members that are strings, anything else that JSON writes as a string, or arbitrary values. Null omits the member; the OrNull methods write null.
public sealed partial class JsonWriter
{
    /// <summary>Writes a member that is a UUID.</summary>
    public void Guid(JsonName n, Guid v)
    {
        Begin(n, 38);
        Put(v);
    }

    /// <summary>Writes a member that is a UUID. Null omits the member.</summary>
    public void Guid(JsonName n, Guid? v)
    {
        if (v is { } value)
        {
            Begin(n, 38);
            Put(value);
        }
    }

    /// <summary>Writes a member that is a UUID or null.</summary>
    public void GuidOrNull(JsonName n, Guid? v)
    {
        Begin(n, 38);
        if (v is { } value)
        {
            Put(value);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is a date-time.</summary>
    public void DateTimeOffset(JsonName n, DateTimeOffset v)
    {
        Begin(n, 40);
        Put(v);
    }

    /// <summary>Writes a member that is a date-time. Null omits the member.</summary>
    public void DateTimeOffset(JsonName n, DateTimeOffset? v)
    {
        if (v is { } value)
        {
            Begin(n, 40);
            Put(value);
        }
    }

    /// <summary>Writes a member that is a date-time or null.</summary>
    public void DateTimeOffsetOrNull(JsonName n, DateTimeOffset? v)
    {
        Begin(n, 40);
        if (v is { } value)
        {
            Put(value);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is a date.</summary>
    public void Date(JsonName n, DateOnly v)
    {
        Begin(n, 16);
        Put(v);
    }

    /// <summary>Writes a member that is a date. Null omits the member.</summary>
    public void Date(JsonName n, DateOnly? v)
    {
        if (v is { } value)
        {
            Begin(n, 16);
            Put(value);
        }
    }

    /// <summary>Writes a member that is a date or null.</summary>
    public void DateOrNull(JsonName n, DateOnly? v)
    {
        Begin(n, 16);
        if (v is { } value)
        {
            Put(value);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is a time of day.</summary>
    public void Time(JsonName n, TimeOnly v)
    {
        Begin(n, 24);
        Put(v);
    }

    /// <summary>Writes a member that is a time of day. Null omits the member.</summary>
    public void Time(JsonName n, TimeOnly? v)
    {
        if (v is { } value)
        {
            Begin(n, 24);
            Put(value);
        }
    }

    /// <summary>Writes a member that is a time of day or null.</summary>
    public void TimeOrNull(JsonName n, TimeOnly? v)
    {
        Begin(n, 24);
        if (v is { } value)
        {
            Put(value);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is a date-time.</summary>
    public void DateTime(JsonName n, DateTime v)
    {
        Begin(n, 40);
        Put(v);
    }

    /// <summary>Writes a member that is a date-time. Null omits the member.</summary>
    public void DateTime(JsonName n, DateTime? v)
    {
        if (v is { } value)
        {
            Begin(n, 40);
            Put(value);
        }
    }

    /// <summary>Writes a member that is a date-time or null.</summary>
    public void DateTimeOrNull(JsonName n, DateTime? v)
    {
        Begin(n, 40);
        if (v is { } value)
        {
            Put(value);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is a span of time.</summary>
    public void TimeSpan(JsonName n, TimeSpan v)
    {
        Begin(n, 32);
        Put(v);
    }

    /// <summary>Writes a member that is a span of time. Null omits the member.</summary>
    public void TimeSpan(JsonName n, TimeSpan? v)
    {
        if (v is { } value)
        {
            Begin(n, 32);
            Put(value);
        }
    }

    /// <summary>Writes a member that is a span of time or null.</summary>
    public void TimeSpanOrNull(JsonName n, TimeSpan? v)
    {
        Begin(n, 32);
        if (v is { } value)
        {
            Put(value);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is a string. Null omits the member.</summary>
    public void String(JsonName n, string? v)
    {
        if (v is not null)
        {
            Begin(n, 0);
            Put(v);
        }
    }

    /// <summary>Writes a member that is a string or null.</summary>
    public void StringOrNull(JsonName n, string? v)
    {
        Begin(n, 4);
        if (v is not null)
        {
            Put(v);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is a URI. Null omits the member.</summary>
    public void Uri(JsonName n, Uri? v)
    {
        if (v is not null)
        {
            Begin(n, 0);
            Put(v);
        }
    }

    /// <summary>Writes a member that is a URI or null.</summary>
    public void UriOrNull(JsonName n, Uri? v)
    {
        Begin(n, 4);
        if (v is not null)
        {
            Put(v);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a member that is a base64 string. Null omits the member.</summary>
    public void Bytes(JsonName n, byte[]? v)
    {
        if (v is not null)
        {
            Begin(n, 0);
            Put(v);
        }
    }

    /// <summary>Writes a member that is a base64 string or null.</summary>
    public void BytesOrNull(JsonName n, byte[]? v)
    {
        Begin(n, 4);
        if (v is not null)
        {
            Put(v);
        }
        else
        {
            PutNull();
        }
    }

    /// <summary>Writes a required member that is an arbitrary JSON value.</summary>
    /// <exception cref="InvalidOperationException">The value is the default of its type, which is no JSON.</exception>
    public void Element(JsonName n, JsonElement v)
    {
        JsonValueKind kind = v.ValueKind;
        if (kind == JsonValueKind.Undefined)
        {
            throw new InvalidOperationException($"The member {Encoding.UTF8.GetString(n.Encoded).Trim(',', ':')} is required, but its JsonElement has no value.");
        }

        Begin(n, 5);
        Put(v, kind);
    }

    /// <summary>Writes a member that is an arbitrary JSON value. Null or an undefined value omits the member.</summary>
    public void Element(JsonName n, JsonElement? v)
    {
        if (v is { ValueKind: var kind and not JsonValueKind.Undefined } value)
        {
            Begin(n, 5);
            Put(value, kind);
        }
    }

    /// <summary>Writes a member that is an arbitrary JSON value or null.</summary>
    public void ElementOrNull(JsonName n, JsonElement? v)
    {
        Begin(n, 5);
        JsonElement value = v.GetValueOrDefault();
        Put(value, value.ValueKind);
    }
}
