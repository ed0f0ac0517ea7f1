using System.Globalization;
using CdeCodegen.AspNetCore.Tests.Server.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CdeCodegen.AspNetCore.Tests.Server.Endpoints;

internal static class ValueEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/values").WithTags("Values");
        group.MapPost("", (Values values) => values).WithName("EchoValues");
        group.MapGet("", (
            DateOnly on, TimeOnly? at, TimeSpan? span, Guid? id, Uri? link, DateTimeOffset? instant, DateTime? local, bool isSet = false, char letter = 'x')
            => string.Join('|', on.ToString("O", CultureInfo.InvariantCulture), at?.ToString("O", CultureInfo.InvariantCulture), span, id, link,
                instant?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), local?.ToString("O", CultureInfo.InvariantCulture), isSet, letter))
                    .WithName("FormatValues");
        group.MapGet("/{id:guid}/{day}/{at}", (Guid id, DateOnly day, DateTimeOffset at)
            => $"{id}|{day.ToString("O", CultureInfo.InvariantCulture)}|{at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}").WithName("GetValueById");
        group.MapGet("/headers", (
            [FromHeader(Name = "X-Day")] DateOnly? day, [FromHeader(Name = "X-Id")] Guid id, [FromHeader] string? accent, HttpResponse response) =>
        {
            response.Headers["X-Echo"] = id.ToString();
            return $"{day?.ToString("O", CultureInfo.InvariantCulture)} {accent}";
        }).WithName("GetHeaders");
        group.MapGet("/words", (string[] words, int[] numbers) => $"{string.Join(',', words)} {numbers.Sum()}").WithName("GetWords");
        group.MapGet("/search", ([AsParameters] Search search) => $"{search.Term} {search.Size} {search.Tag}").WithName("SearchValues");
        group.MapPut("/when/{at:datetime}", (DateTime at) => at.ToString("O", CultureInfo.InvariantCulture)).WithName("PutWhen");
        group.MapGet("/path/{**rest}", (string rest) => rest).WithName("GetRest");
    }

    internal sealed record Search(string Term, int? Size, [property: FromHeader(Name = "X-Tag")] string? Tag);
}
