using CdeCodegen.AspNetCore.Tests.Server.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CdeCodegen.AspNetCore.Tests.Server.Endpoints;

internal static class FormEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/forms").WithTags("Forms").DisableAntiforgery();
        group.MapPost("/profile", ([FromForm] Profile profile)
            => $"{profile.Name} {profile.Age} {profile.Color} {profile.Born:yyyy-MM-dd} {string.Join(',', profile.Tags ?? [])}")
            .WithName("PostProfile");
        group.MapPost("/fields", ([FromForm] string name, [FromForm] int count, [FromForm] bool? isSet) => $"{name} {count} {isSet}").WithName("PostFields");
        group.MapPost("/upload", async (IFormFile file) => $"{file.Name} {file.FileName} {file.ContentType} {await TextOf(file)}").WithName("UploadFile");
        group.MapPost("/uploads", async (IFormFileCollection files, [FromForm] int count)
            => $"{count} {string.Join(' ', await Task.WhenAll(files.Select(TextOf)))}")
            .WithName("UploadFiles");
        group.MapPost("/avatar", async ([FromForm] Avatar avatar) => $"{avatar.Owner} {avatar.Picture.FileName} {await TextOf(avatar.Picture)}")
            .WithName("PostAvatar");
        group.MapPost("/raw", async (Stream body) => await new StreamReader(body).ReadToEndAsync()).Accepts<Stream>("application/octet-stream")
            .WithName("PostRaw");
    }

    private static async Task<string> TextOf(IFormFile file)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return await reader.ReadToEndAsync();
    }

    internal sealed class Profile
    {
        public required string Name { get; set; }

        public int Age { get; set; }

        public Color? Color { get; set; }

        public DateOnly? Born { get; set; }

        public List<string>? Tags { get; set; }
    }

    internal sealed class Avatar
    {
        public required string Owner { get; set; }

        public required IFormFile Picture { get; set; }
    }
}
