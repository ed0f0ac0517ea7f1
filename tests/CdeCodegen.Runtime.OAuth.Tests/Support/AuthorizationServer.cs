using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using OpenIddict.Validation.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CdeCodegen.Runtime.OAuth.Tests.Support;

/// <summary>
/// An OAuth 2.0 server (OpenIddict) on a loopback port. It also serves the endpoint that restores a connector, protected by its tokens.
/// The user consents at once, unless a test says otherwise.
/// </summary>
public sealed class AuthorizationServer : IAsyncDisposable
{
    public const string PublicClient = "program";
    public const string ConfidentialClient = "service";
    public const string Secret = "a:secret with+odd%characters";
    public const string Scope = "connectors";

    private readonly WebApplication _app;

    private AuthorizationServer(WebApplication app) => _app = app;

    public Uri BaseUrl { get; private set; } = null!;

    public Uri AuthorizationEndpoint => new(BaseUrl, "connect/authorize");

    public Uri TokenEndpoint => new(BaseUrl, "connect/token");

    /// <summary>Gets or sets whether the user consents.</summary>
    public bool UserConsents { get; set; } = true;

    /// <summary>Gets or sets the handler that replaces the token endpoint.</summary>
    public Func<HttpContext, Task>? TokenEndpointOverride { get; set; }

    /// <summary>Gets the grant types of the token requests, in order.</summary>
    public ConcurrentQueue<string> Grants { get; } = new();

    /// <param name="lifetime">The lifetime of access tokens.</param>
    /// <param name="redirectUri">The registered redirect URI. Its port is ignored.</param>
    public static async Task<AuthorizationServer> StartAsync(TimeSpan? lifetime = null, string redirectUri = "http://127.0.0.1/callback")
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        string database = Guid.NewGuid().ToString();
        builder.Services.AddDbContext<DbContext>(options => options.UseInMemoryDatabase(database).UseOpenIddict());
        builder.Services.AddOpenIddict()
            .AddCore(static options => options.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(options =>
            {
                options.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
                options.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().AllowClientCredentialsFlow().RequireProofKeyForCodeExchange();
                options.RegisterScopes(Scope);
                options.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32))).AddEphemeralSigningKey(SecurityAlgorithms.EcdsaSha256);
                options.SetAccessTokenLifetime(lifetime ?? TimeSpan.FromHours(1)).SetRefreshTokenReuseLeeway(TimeSpan.Zero);
                options.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().DisableTransportSecurityRequirement();
            })
            .AddValidation(static options =>
            {
                options.UseLocalServer();
                options.UseAspNetCore();
            });
        builder.Services.AddAuthentication(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        builder.Services.AddAuthorization();

        WebApplication app = builder.Build();
        var server = new AuthorizationServer(app);
        app.Use(server.RecordAsync);
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("connect/authorize", server.AuthorizeAsync);
        app.MapPost("connect/token", ExchangeAsync);
        app.MapPatch("connectors/{id:guid}/restore-from-bin", RestoreAsync);
        await app.StartAsync();
        server.BaseUrl = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await server.RegisterAsync(redirectUri);
        return server;
    }

    /// <summary>Revokes all tokens that the server issued.</summary>
    public async Task RevokeAllAsync()
    {
        await using AsyncServiceScope scope = _app.Services.CreateAsyncScope();
        IOpenIddictTokenManager tokens = scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>();
        var issued = new List<object>();
        await foreach (object token in tokens.ListAsync())
        {
            issued.Add(token);
        }

        foreach (object token in issued)
        {
            await tokens.TryRevokeAsync(token);
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task RegisterAsync(string redirectUri)
    {
        await using AsyncServiceScope scope = _app.Services.CreateAsyncScope();
        IOpenIddictApplicationManager applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        await applications.CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = PublicClient,
            ClientType = ClientTypes.Public,
            ApplicationType = ApplicationTypes.Native,
            RedirectUris = { new Uri(redirectUri) },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken,
                Permissions.ResponseTypes.Code, Permissions.Prefixes.Scope + Scope,
            },
        });
        await applications.CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = ConfidentialClient,
            ClientSecret = Secret,
            ClientType = ClientTypes.Confidential,
            Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials, Permissions.Prefixes.Scope + Scope },
        });
    }

    private async Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path == "/connect/token")
        {
            context.Request.EnableBuffering();
            Grants.Enqueue((await context.Request.ReadFormAsync())["grant_type"].ToString());
            context.Request.Body.Position = 0;
            if (TokenEndpointOverride is { } handle)
            {
                await handle(context);
                return;
            }
        }

        await next(context);
    }

    private async Task AuthorizeAsync(HttpContext context)
    {
        if (!UserConsents)
        {
            await context.ForbidAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, new AuthenticationProperties(new Dictionary<string, string?>
            {
                [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.AccessDenied,
                [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "The user said no.",
            }));
            return;
        }

        await SignInAsync(context, "the user", context.GetOpenIddictServerRequest()!.GetScopes());
    }

    private static async Task ExchangeAsync(HttpContext context)
    {
        OpenIddictRequest request = context.GetOpenIddictServerRequest()!;
        if (request.IsClientCredentialsGrantType())
        {
            await SignInAsync(context, request.ClientId!, request.GetScopes());
            return;
        }

        AuthenticateResult granted = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        await context.SignInAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, granted.Principal!);
    }

    private static Task SignInAsync(HttpContext context, string subject, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity("test", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, subject);
        identity.SetScopes(scopes);
        return context.SignInAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
    }

    private static async Task RestoreAsync(HttpContext context)
    {
        AuthenticateResult caller = await context.AuthenticateAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        int status = !caller.Succeeded ? 401 : !caller.Principal.HasScope(Scope) ? 403 : 200;
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        using Stream body = typeof(AuthorizationServer).Assembly.GetManifestResourceStream($"connector_restore_from_bin.{status}.json")!;
        await body.CopyToAsync(context.Response.Body);
    }
}
