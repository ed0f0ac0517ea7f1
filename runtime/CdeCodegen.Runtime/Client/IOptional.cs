namespace CdeCodegen.Runtime.Internal;

/// <summary>An <see cref="Optional{T}"/> whose type argument is not known.</summary>
internal interface IOptional
{
    bool HasValue { get; }

    /// <summary>The value, or the default if the member is absent.</summary>
    object? Value { get; }

    /// <summary>Returns a present member of the same type.</summary>
    object With(object? value);
}
