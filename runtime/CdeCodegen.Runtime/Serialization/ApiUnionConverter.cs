using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

/// <summary>
/// Makes <see cref="JsonSerializer"/> write and read a generated union, or a class that others extend, as its alternatives and classes. Generated code
/// refers to it.
/// </summary>
/// <typeparam name="T">The union or the class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiUnionConverter<[DynamicallyAccessedMembers(ModelTypes.Members)] T> : ApiConverter<T>
    where T : class, IApiUnion<T>
{
    private static readonly UnionType<T> s_type = new();

    /// <summary>Creates the converter.</summary>
    public ApiUnionConverter()
        : base(s_type)
    {
    }
}
