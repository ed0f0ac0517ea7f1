using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CdeCodegen.Runtime.Tests.Faults;

/// <content>HTTP/2 over TLS.</content>
internal static partial class FaultList
{
    private static List<Fault> Http2Faults
    {
        get
        {
            List<Fault> faults = [Http2("answers 200", static context => OkAsync(context, "{}"))];
            foreach ((int code, string name) in new[]
            {
                (0, "NO_ERROR"), (1, "PROTOCOL_ERROR"), (2, "INTERNAL_ERROR"), (7, "REFUSED_STREAM"), (8, "CANCEL"), (11, "ENHANCE_YOUR_CALM"), (13, "HTTP_1_1_REQUIRED"),
            })
            {
                faults.Add(Http2($"resets the stream with {name} before the answer", context => ResetAsync(context, code)));
            }

            faults.AddRange(
            [
                Http2("resets the stream with REFUSED_STREAM once, then answers 200", static context => ++s_refused % 2 == 1 ? ResetAsync(context, 7) : OkAsync(context, "{}")),
                Http2("resets the stream after the headers", static async context =>
                {
                    await OkAsync(context, "");
                    await ResetAsync(context, 2);
                }),
                Http2("resets the stream in the body", static async context =>
                {
                    await OkAsync(context, "{\"a\"");
                    await ResetAsync(context, 2);
                }),
                Http2("resets the stream in the body of a 404", static async context =>
                {
                    context.Response.StatusCode = 404;
                    await OkAsync(context, "{\"a\"");
                    await ResetAsync(context, 2);
                }),
                Http2("aborts the connection before the answer", static context =>
                {
                    context.Features.GetRequiredFeature<IConnectionLifetimeFeature>().Abort();
                    return Task.CompletedTask;
                }),
                Http2("aborts the connection in the body", static async context =>
                {
                    await OkAsync(context, "{\"a\"");
                    await Task.Delay(50);
                    context.Features.GetRequiredFeature<IConnectionLifetimeFeature>().Abort();
                }),
                Http2("says GOAWAY, then answers 200", static context =>
                {
                    context.Features.GetRequiredFeature<IConnectionLifetimeNotificationFeature>().RequestClose();
                    return OkAsync(context, "{}");
                }),
                Http2("announces more than it sends", static context =>
                {
                    context.Response.ContentLength = 100;
                    return OkAsync(context, "{}");
                }),
                Http2("has a header of 1 MB", static context =>
                {
                    context.Response.Headers["X-A"] = new string('x', 1_000_000);
                    return OkAsync(context, "{}");
                }),
                Http2("sends trailers after the body", static async context =>
                {
                    context.Response.DeclareTrailer("X-Trailer");
                    await OkAsync(context, "{}");
                    context.Response.AppendTrailer("X-Trailer", "a");
                }),
                Http2("answers 404 with a page of HTML", static context =>
                {
                    context.Response.StatusCode = 404;
                    return context.Response.WriteAsync("<html>");
                }),
                Http2("sends an endless body", static async context =>
                {
                    while (!context.RequestAborted.IsCancellationRequested)
                    {
                        await OkAsync(context, new string(' ', 10_000));
                    }
                }),
                Http2("stalls before the answer", StallAsync) with { Timeout = s_short },
                Http2("stalls in the body", StallInBodyAsync) with { Timeout = s_short },
                Http2("stalls before the answer until the call is canceled", StallAsync) with { CancelAfter = s_short },
                Http2("stalls in the body until the call is canceled", StallInBodyAsync) with { CancelAfter = s_short },
                Http2("resets a download midway", static async context =>
                {
                    await OkAsync(context, new string('x', 1000));
                    await ResetAsync(context, 2);
                }) with { Reading = FaultReading.Download },
                Http2("sends an endless download", static async context =>
                {
                    while (!context.RequestAborted.IsCancellationRequested)
                    {
                        await OkAsync(context, new string('x', 10_000));
                    }
                }) with { Reading = FaultReading.Download },
            ]);
            return faults;
        }
    }

    private static int s_refused;

    private static Fault Http2(string name, RequestDelegate misbehave) => new("HTTP/2", name, () => Http2FaultServer.StartAsync(misbehave));

    private static async Task OkAsync(HttpContext context, string body)
    {
        if (!context.Response.HasStarted)
        {
            context.Response.ContentType = "application/json";
            await context.Response.StartAsync();
        }

        await context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes(body), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static async Task ResetAsync(HttpContext context, int code)
    {
        await Task.Delay(50);
        context.Features.GetRequiredFeature<IHttpResetFeature>().Reset(code);
    }

    private static Task StallAsync(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    private static async Task StallInBodyAsync(HttpContext context)
    {
        await OkAsync(context, "{\"a\"");
        await StallAsync(context);
    }
}
