using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

/// <summary>Makes <see cref="JsonSerializer"/> write and read a generated class with the names of the API's document. Generated code refers to it.</summary>
/// <typeparam name="T">The class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiModelConverter<[DynamicallyAccessedMembers(ModelTypes.Members)] T> : ApiConverter<T>
    where T : class
{
    private static readonly ModelType<T> s_type = new();

    /// <summary>Creates the converter.</summary>
    public ApiModelConverter()
        : base(s_type)
    {
    }
}
