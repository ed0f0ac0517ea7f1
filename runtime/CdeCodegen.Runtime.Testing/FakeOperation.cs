namespace CdeCodegen.Runtime.Testing;

/// <summary>Finds the operation of a result.</summary>
internal static class FakeOperation
{
    /// <summary>Returns the result type of the operation, for it or one of its cases.</summary>
    /// <exception cref="ArgumentException">The type is <see cref="ApiResult"/> itself, which belongs to no operation.</exception>
    internal static Type TypeOf(Type result)
    {
        Type type = result;
        while (type.BaseType is { } parent && parent != typeof(ApiResult))
        {
            type = parent;
        }

        return type.BaseType is null
            ? throw new ArgumentException($"{result.Name} is not the result of an operation. Name the generated type, ConnectorShowResult for example.")
            : type;
    }
}
