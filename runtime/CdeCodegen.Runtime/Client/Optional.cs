using System.Diagnostics.CodeAnalysis;

namespace CdeCodegen.Runtime;

/// <summary>A member of a request body that is absent (the default), null, or a value. Absent members are not sent.</summary>
/// <typeparam name="T">The type of the member; nullable if the document allows null.</typeparam>
/// <remarks>Values and null convert implicitly: <c>Description = "text"</c>, <c>Description = null</c>.</remarks>
public readonly struct Optional<T> : IEquatable<Optional<T>>, IOptional
{
    private readonly T _value;

    /// <summary>Creates a member that is present.</summary>
    /// <param name="value">The value of the member, which may be null.</param>
    public Optional(T value)
    {
        _value = value;
        HasValue = true;
    }

    /// <summary>Whether the member is present. A present member can be null.</summary>
    public bool HasValue { get; }

    /// <summary>The value of the member.</summary>
    /// <exception cref="InvalidOperationException">The member is absent.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException("The member is absent. Check HasValue first.");

    object? IOptional.Value => _value;

    /// <summary>Converts a value to a member that is present.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Whether both members are absent, or both are present with equal values.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether only one member is present, or both are present with different values.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <summary>Returns the value of the member, or the default of <typeparamref name="T"/> if it is absent.</summary>
    public T? GetValueOrDefault() => _value;

    object IOptional.With(object? value) => new Optional<T>((T)value!);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => HasValue == other.HasValue && EqualityComparer<T>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HasValue ? HashCode.Combine(true, _value) : 0;
}
