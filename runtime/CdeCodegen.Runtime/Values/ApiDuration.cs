using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CdeCodegen.Runtime;

/// <summary>A duration as ISO 8601 and RFC 3339 write it, for example <c>PT36H</c> or <c>P1Y2M</c>: the format <c>duration</c>.</summary>
/// <remarks>
/// Any text survives a round trip, like an unknown value of an enumeration. A <see cref="TimeSpan"/> has no years and months, cannot tell <c>PT36H</c> from
/// <c>P1DT12H</c>, and holds nothing of what servers send that take the format less strictly, such as <c>1h30m</c>.
/// </remarks>
[JsonConverter(typeof(ApiDurationConverter))]
public readonly struct ApiDuration : IEquatable<ApiDuration>, IApiEnum
{
    private readonly string? _text;

    /// <summary>Creates a duration from its text, which is not checked.</summary>
    /// <param name="text">For example <c>PT1H30M</c>.</param>
    public ApiDuration(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>Creates a duration of days, hours, minutes and seconds, for example <c>P1DT12H</c>.</summary>
    public ApiDuration(TimeSpan value) => _text = DurationText.Format(value);

    string? IApiEnum.Text => _text;

    /// <summary>Creates a duration of days, hours, minutes and seconds.</summary>
    public static implicit operator ApiDuration(TimeSpan value) => new(value);

    /// <summary>Creates a duration from its text, which is not checked.</summary>
    public static implicit operator ApiDuration(string text) => new(text);

    /// <summary>Returns the length; see <see cref="ToTimeSpan"/>.</summary>
    public static explicit operator TimeSpan(ApiDuration value) => value.ToTimeSpan();

    /// <summary>Whether two durations are equal; see <see cref="Equals(ApiDuration)"/>.</summary>
    public static bool operator ==(ApiDuration left, ApiDuration right) => left.Equals(right);

    /// <summary>Whether two durations differ; see <see cref="Equals(ApiDuration)"/>.</summary>
    public static bool operator !=(ApiDuration left, ApiDuration right) => !left.Equals(right);

    /// <summary>Returns the length, with days of 24 hours.</summary>
    /// <exception cref="FormatException">The duration has years or months, whose length depends on a date, or it is no ISO 8601 duration.</exception>
    /// <exception cref="OverflowException">The duration is longer than a <see cref="TimeSpan"/>.</exception>
    public TimeSpan ToTimeSpan() => DurationText.Parse(_text ?? "", out bool overflows) is { } value ? value
        : overflows ? throw new OverflowException("The duration is longer than a TimeSpan.")
        : throw new FormatException("The duration has years or months, or it is no ISO 8601 duration.");

    /// <summary>Returns the length, with days of 24 hours, if the duration has one that fits a <see cref="TimeSpan"/>.</summary>
    public bool TryToTimeSpan(out TimeSpan value)
    {
        TimeSpan? length = DurationText.Parse(_text ?? "", out _);
        value = length.GetValueOrDefault();
        return length is not null;
    }

    /// <summary>Whether both have the same length, or the same text where they have no fixed length.</summary>
    public bool Equals(ApiDuration other) =>
        string.Equals(_text, other._text, StringComparison.Ordinal)
        || (TryToTimeSpan(out TimeSpan left) && other.TryToTimeSpan(out TimeSpan right) && left == right);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ApiDuration other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => TryToTimeSpan(out TimeSpan value) ? value.GetHashCode() : string.GetHashCode(_text, StringComparison.Ordinal);

    /// <summary>Returns the text as it was read or is sent.</summary>
    public override string ToString() => _text ?? "";
}
