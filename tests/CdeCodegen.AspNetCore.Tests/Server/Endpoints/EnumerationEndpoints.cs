using CdeCodegen.AspNetCore.Tests.Server.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CdeCodegen.AspNetCore.Tests.Server.Endpoints;

internal static class EnumerationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/painted").WithTags("Enumerations");
        group.MapPost("", (Painted painted) => painted).WithName("EchoPainted");
        group.MapGet("/{color}", (Color color, Level? level, Rights? rights, Color[] palette) => $"{color} {level} {rights} {string.Join(',', palette)}")
            .WithName("GetPainted");
        group.MapGet("/colors", () => Enum.GetValues<Color>()).WithName("GetColors");
        group.MapGet("/level", () => Level.High).WithName("GetLevel");
    }
}
