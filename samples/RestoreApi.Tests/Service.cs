using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace RestoreApi.Tests;

/// <summary>The service in this process, with other services and settings where a test needs them.</summary>
internal sealed class Service(Action<IServiceCollection> replace, params (string Key, string Value)[] settings) : WebApplicationFactory<Program>
{
    /// <summary>A caller of the service.</summary>
    /// <param name="token">Null for a caller that sends none.</param>
    public HttpClient Caller(string? token)
    {
        HttpClient caller = CreateClient();
        caller.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return caller;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach ((string key, string value) in CallerTokens.Settings.Concat([("Cde:OAuth:ClientSecret", "secret-of-the-service"), .. settings]))
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(replace);
    }
}
