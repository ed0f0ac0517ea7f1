using System.Reflection;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using CdeCodegen.AspNetCore.Tests.Server.Endpoints;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace CdeCodegen.AspNetCore.Tests.Server;

/// <summary>An ordinary ASP.NET Core server, on Kestrel, with the documents that three libraries write of it.</summary>
internal sealed class ShopServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private ShopServer(WebApplication application)
    {
        _application = application;
        Address = new Uri(application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
    }

    public Uri Address { get; }

    public static async Task<ShopServer> StartAsync()
    {
        var options = new WebApplicationOptions { ApplicationName = typeof(ShopServer).Assembly.GetName().Name };
        WebApplicationBuilder builder = WebApplication.CreateBuilder(options);
        builder.Logging.ClearProviders();
        builder.Services.AddProblemDetails();
        builder.Services.AddControllers().AddApplicationPart(typeof(ShopServer).Assembly);
        builder.Services.AddAuthentication("Bearer").AddScheme<AuthenticationSchemeOptions, FixedTokenHandler>("Bearer", null);
        builder.Services.AddAuthorization();
        AddDocuments(builder.Services);

        WebApplication application = builder.Build();
        application.Urls.Add("http://127.0.0.1:0");
        application.UseStatusCodePages();
        application.UseAuthentication();
        application.UseAuthorization();
        application.MapOpenApi();
        application.MapSwagger("swagger31/{documentName}/swagger.json", options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        application.MapSwagger("swagger30/{documentName}/swagger.json", options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0);
        application.UseOpenApi(options => options.Path = "/nswag/{documentName}.json");
        application.MapControllers();
        NumberEndpoints.Map(application);
        ValueEndpoints.Map(application);
        EnumerationEndpoints.Map(application);
        ShapeEndpoints.Map(application);
        OrderEndpoints.Map(application);
        FormEndpoints.Map(application);
        StreamEndpoints.Map(application);
        CollectionEndpoints.Map(application);
        await application.StartAsync();
        return new ShopServer(application);
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private static void AddDocuments(IServiceCollection services)
    {
        services.AddOpenApi("v31", options => Configure(options, OpenApiSpecVersion.OpenApi3_1));
        services.AddOpenApi("v30", options => Configure(options, OpenApiSpecVersion.OpenApi3_0));

        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", new OpenApiInfo { Title = "Shop", Version = "v1" });
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.UseOneOfForPolymorphism();
            options.SelectSubTypesUsing(static type =>
                type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Select(derived => derived.DerivedType));
            options.SelectDiscriminatorNameUsing(static type => type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Any()
                ? type.GetCustomAttribute<JsonPolymorphicAttribute>(inherit: false)?.TypeDiscriminatorPropertyName ?? "$type"
                : null);
            options.SelectDiscriminatorValueUsing(static type => type.BaseType!.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)
                .Concat(type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false))
                .FirstOrDefault(derived => derived.DerivedType == type)?.TypeDiscriminator?.ToString());
            options.AddSecurityDefinition("Bearer", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" });
            options.AddSecurityRequirement(document => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("Bearer", document)] = [] });
        });

        services.AddOpenApiDocument(options =>
        {
            options.DocumentName = "v1";
            options.Title = "Shop";
        });
    }

    private static void Configure(OpenApiOptions options, OpenApiSpecVersion version)
    {
        options.OpenApiVersion = version;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["Bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "Json Web Token" },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Microsoft.AspNetCore.Authorization.IAuthorizeData>().Any())
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("Bearer", context.Document)] = [] }];
            }

            return Task.CompletedTask;
        });
    }

    /// <summary>Accepts one token.</summary>
    private sealed class FixedTokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers.Authorization.ToString() switch
        {
            "" => AuthenticateResult.NoResult(),
            "Bearer valid" => AuthenticateResult.Success(new AuthenticationTicket(
                new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "Ada")], Scheme.Name)), Scheme.Name)),
            _ => AuthenticateResult.Fail("invalid"),
        });
    }
}
