using CdeCodegen.AspNetCore.Tests.Server.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CdeCodegen.AspNetCore.Tests.Server.Endpoints;

internal static class ShapeEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/shapes").WithTags("Shapes");
        group.MapGet("", () => new Shape[] { new Circle { Radius = 1.5, Label = "c" }, new Square { Side = 2, Inner = new Circle { Radius = 0.5 } } })
            .WithName("GetShapes");
        group.MapPost("", (Shape shape) => $"{shape.GetType().Name} {shape.Label}").WithName("PostShape");
        group.MapPut("/drawing", (Drawing drawing) => drawing).WithName("EchoDrawing");
        group.MapPost("/animal", (Animal animal) => animal).WithName("EchoAnimal");
        group.MapPost("/circle", (Circle circle) => circle.Radius).WithName("PostCircle");
    }
}
