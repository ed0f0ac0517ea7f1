using System.Diagnostics.CodeAnalysis;

namespace CdeCodegen.Runtime;

/// <summary>
/// A member of a request body with three states: absent (the default; the member is not sent), null, or a value. A value, null included,
/// converts to it: <c>Description = "text"</c>, <c>Description = null</c>.
/// </summary>
/// <typeparam name="T">The member's type, nullable where the document allows null.</typeparam>
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    private readonly T _value;

    /// <summary>A member that is there.</summary>
    public Optional(T value)
    {
        _value = value;
        HasValue = true;
    }

    /// <summary>Whether the member is there; it may still be null.</summary>
    public bool HasValue { get; }

    /// <summary>The member.</summary>
    /// <exception cref="InvalidOperationException">It is absent.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException("The member is absent: ask HasValue first.");

    /// <summary>A member that is there.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Whether both are absent or both are there with equal values.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether only one is there, or both with different values.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <summary>The member, or the type's default when it is absent.</summary>
    public T? GetValueOrDefault() => _value;

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => HasValue == other.HasValue && EqualityComparer<T>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HasValue ? HashCode.Combine(true, _value) : 0;
}
