using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

/// <summary>Makes <see cref="JsonSerializer"/> write and read a case of a generated union as the value that it holds. Generated code refers to it.</summary>
/// <typeparam name="TUnion">The union.</typeparam>
/// <typeparam name="T">The case.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiCaseConverter<TUnion, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T> : ApiConverter<T>
    where TUnion : class, IApiUnion<TUnion>
    where T : class, TUnion
{
    private static readonly CaseType<TUnion, T> s_type = new();

    /// <summary>Creates the converter.</summary>
    public ApiCaseConverter()
        : base(s_type)
    {
    }
}
