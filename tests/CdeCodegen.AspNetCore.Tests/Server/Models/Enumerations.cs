using System.Text.Json.Serialization;

namespace CdeCodegen.AspNetCore.Tests.Server.Models;

[JsonConverter(typeof(JsonStringEnumConverter<Color>))]
internal enum Color
{
    Red,
    Green,
    DarkBlue,
}

internal enum Level
{
    Low = 1,
    High = 5,
}

[Flags]
internal enum Rights
{
    None = 0,
    Read = 1,
    Write = 2,
}

internal sealed record Painted(
    Color Color, Color? Second, Level Level, Level? Previous, Rights Rights, IReadOnlyList<Color> Palette, IReadOnlyDictionary<string, Level> ByName);
