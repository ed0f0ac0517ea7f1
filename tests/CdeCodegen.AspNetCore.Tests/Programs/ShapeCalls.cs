using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Linq;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
#if MICROSOFT
// Microsoft's documents have a schema for each place of a derived type: with and without its tag.
using TaggedCat = Acme.Models.AnimalCat;
using TaggedCircle = Acme.Models.ShapeCircle;
using TaggedSquare = Acme.Models.ShapeSquare;
#else
using TaggedCat = Acme.Models.Cat;
using TaggedCircle = Acme.Models.Circle;
using TaggedSquare = Acme.Models.Square;
#endif

public static class ShapeCalls
{
    public static async Task RunAsync(AcmeClient client, HttpClient http, Uri address, TextWriter output)
    {
        foreach (Shape shape in (await client.Shapes.GetAsync()).EnsureSuccess())
        {
            output.WriteLine(Describe(shape));
        }
        // prints: circle 1.5 c
        // prints: square 2 [circle 0.5 ]

        output.WriteLine((await client.Shapes.PostAsync(new TaggedCircle { Radius = 2, Label = "round" })).EnsureSuccess());
        output.WriteLine((await client.Shapes.PostAsync(new TaggedSquare { Side = 2, Inner = (Shape)new TaggedSquare { Side = 1 } })).EnsureSuccess());
        // prints: Circle round
        // prints: Square 

        Drawing drawing = (await client.Shapes.Drawing.PutAsync(new Drawing
        {
            Title = "d",
            Shapes = [new TaggedCircle { Radius = 1 }, new TaggedSquare { Side = 3 }],
            Frame = null,
            Named = new Dictionary<string, Shape> { ["a"] = new TaggedCircle { Radius = 4 } },
        })).EnsureSuccess();
        output.WriteLine($"{drawing.Title} {string.Join(',', drawing.Shapes!.Select(Describe))} {Describe(drawing.Named!["a"])}");
        // prints: d circle 1 ,square 3 [] circle 4 

        Animal animal = (await client.Shapes.Animal.PostAsync(new TaggedCat { Name = "Tom", Lives = 3 })).EnsureSuccess();
        output.WriteLine(IsTom(animal));
        // prints: True

        output.WriteLine((await client.Shapes.Circle.PostAsync(new Circle { Radius = 2.5 })).EnsureSuccess().ToString(CultureInfo.InvariantCulture));
        // prints: 2.5
    }

#if MICROSOFT
    private static bool IsTom(Animal animal) => animal is Animal.Cat { Value: { Name: "Tom", Lives: 3 } };

    private static string Describe(Shape shape) => shape switch
    {
        Shape.Circle circle => Describe(circle.Value),
        Shape.Square square => Describe(square.Value),
        _ => shape.GetType().Name,
    };
#else
    private static bool IsTom(Animal animal) => animal is Cat { Name: "Tom", Lives: 3 };

    private static string Describe(Shape shape) => shape switch
    {
        Circle circle => Describe(circle),
        Square square => Describe(square),
        _ => shape.GetType().Name,
    };
#endif

    private static string Describe(TaggedCircle circle) => FormattableString.Invariant($"circle {circle.Radius} {circle.Label.Value}");

    private static string Describe(TaggedSquare square) => $"square {square.Side} [{(square.Inner.Value is { } inner ? Describe(inner) : "")}]";
}
