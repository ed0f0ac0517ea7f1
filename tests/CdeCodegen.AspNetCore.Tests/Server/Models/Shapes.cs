using System.Text.Json.Serialization;

namespace CdeCodegen.AspNetCore.Tests.Server.Models;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Square), "square")]
internal abstract class Shape
{
    public string? Label { get; init; }
}

internal sealed class Circle : Shape
{
    public required double Radius { get; init; }
}

internal sealed class Square : Shape
{
    public required int Side { get; init; }

    public Shape? Inner { get; init; }
}

/// <summary>A base that is not abstract, with the tag that System.Text.Json writes by default.</summary>
[JsonDerivedType(typeof(Animal), "animal")]
[JsonDerivedType(typeof(Cat), "cat")]
internal class Animal
{
    public required string Name { get; init; }
}

internal sealed class Cat : Animal
{
    public int Lives { get; init; } = 9;
}

internal sealed record Drawing(string Title, IReadOnlyList<Shape> Shapes, Shape? Frame, IReadOnlyDictionary<string, Shape> Named);
