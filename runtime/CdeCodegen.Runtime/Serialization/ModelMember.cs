using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CdeCodegen.Runtime.Internal;

/// <summary>A property of a generated class.</summary>
internal sealed class ModelMember
{
    private readonly JsonType _type;
    private readonly string _name;
    private readonly MethodInvoker _get;
    private readonly MethodInvoker? _set;
    private readonly bool _isNullAllowed;
    private readonly bool _isConstant;
    private readonly bool _isNullWritten;

    private ModelMember(PropertyInfo property, JsonType type, string name, bool isRequired)
    {
        _type = type;
        _name = name;
        _get = MethodInvoker.Create(property.GetMethod!);
        _set = property.SetMethod is { } set ? MethodInvoker.Create(set) : null;
        bool isStruct = property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null;
        _isConstant = property.SetMethod is not { IsPublic: true };
        _isNullAllowed = !type.ReadsNull && (_isConstant || (!isStruct && !property.IsDefined(typeof(RequiredMemberAttribute))));
        _isNullWritten = isRequired;
    }

    /// <summary>For the dictionary of members that the document does not name.</summary>
    internal IMapType Map => (IMapType)_type;

    /// <param name="property">The property.</param>
    /// <param name="name">Its JSON name.</param>
    /// <param name="isRequired">Whether readers reject an object without it, so that null is written.</param>
    internal static ModelMember? Create(PropertyInfo property, string name, bool isRequired) =>
        JsonType.Find(property.PropertyType) is { } type ? new ModelMember(property, type, name, isRequired) : null;

    internal object? Get(object owner) => _get.Invoke(owner);

    internal void Set(object owner, object? value) => _set!.Invoke(owner, value);

    internal void Read(ref JsonReader r, object owner)
    {
        if (_isNullAllowed && r.TryNull())
        {
            if (!_isConstant)
            {
                Set(owner, null);
            }

            return;
        }

        int start = r.Position;
        object? value = _type.ReadObject(ref r);
        if (_set is not null)
        {
            Set(owner, value);
        }
        else if (!Equals(value, Get(owner)))
        {
            throw new JsonFormatException("the value is not the documented constant", start);
        }
    }

    /// <summary>Writes the name and the value. Absent members are left out; so is null, except where a reader requires the member.</summary>
    internal void Write(Utf8JsonWriter w, object owner)
    {
        object? value = Get(owner);
        if (value is IOptional { HasValue: false } || (value is null && !_isNullWritten))
        {
            return;
        }

        w.WritePropertyName(_name);
        WriteValue(w, value);
    }

    /// <summary>Writes the value of the property without a name.</summary>
    internal void WriteValueOf(Utf8JsonWriter w, object owner) => WriteValue(w, Get(owner));

    private void WriteValue(Utf8JsonWriter w, object? value)
    {
        if (value is null)
        {
            w.WriteNullValue();
        }
        else
        {
            _type.WriteObject(w, value);
        }
    }
}
