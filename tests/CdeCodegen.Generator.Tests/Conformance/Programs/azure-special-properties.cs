using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;
using CdeCodegen.Runtime;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        const string Subscription = "1234-5678-9012-3456";
        const string Id = "9C4D50EE-2D56-4CD3-8152-34347DC9F2B0";
        const string Preview = "2015-07-01-preview";
        var subscription = client.Azurespecials.SubscriptionId;
        await run.Ok(subscription.Method.String.None.Path.Global._1234_5678_9012_3456[Subscription].PostAsync(c => c.Headers.Add("x-ms-client-request-id", Id)));
        await run.Ok(subscription.Method.String.None.Path.GlobalNotProvided._1234_5678_9012_3456[Subscription].PostAsync(Preview, c => c.Headers.Add("x-ms-client-request-id", Id)));
        await run.Ok(subscription.Method.String.None.Path.Local._1234_5678_9012_3456[Subscription].PostAsync(c => c.Headers.Add("x-ms-client-request-id", Id)));
        await run.Ok(subscription.Path.String.None.Path.Global._1234_5678_9012_3456[Subscription].PostAsync(c => c.Headers.Add("x-ms-client-request-id", Id)));
        await run.Ok(subscription.Path.String.None.Path.Local._1234_5678_9012_3456[Subscription].PostAsync(c => c.Headers.Add("x-ms-client-request-id", Id)));
        await run.Ok(subscription.Swagger.String.None.Path.Global._1234_5678_9012_3456[Subscription].PostAsync(c => c.Headers.Add("x-ms-client-request-id", Id)));
        await run.Ok(subscription.Swagger.String.None.Path.Local._1234_5678_9012_3456[Subscription].PostAsync(c => c.Headers.Add("x-ms-client-request-id", Id)));

        var version = client.Azurespecials.ApiVersion;
        await run.Ok(version.Method.String.None.Query.Global._2015_07_01Preview.GetAsync(Preview));
        await run.Ok(version.Method.String.None.Query.GlobalNotProvided._2015_07_01Preview.GetAsync(Preview));
        await run.Ok(version.Method.String.None.Query.Local._2_0.GetAsync("2.0"));
        await run.Ok(version.Path.String.None.Query.Global._2015_07_01Preview.GetAsync(Preview));
        await run.Ok(version.Path.String.None.Query.Local._2_0.GetAsync("2.0"));
        await run.Ok(version.Swagger.String.None.Query.Global._2015_07_01Preview.GetAsync(Preview));
        await run.Ok(version.Swagger.String.None.Query.Local._2_0.GetAsync("2.0"));

        const string Path = "path1/path2/path3";
        var unencoded = client.Azurespecials.SkipUrlEncoding;
        await run.Ok(unencoded.Method.Path.Valid[Path].GetAsync());
        await run.Ok(unencoded.Path.Path.Valid[Path].GetAsync());
        await run.Ok(unencoded.Swagger.Path.Valid[Path].GetAsync());

        var overwrite = client.Azurespecials.Overwrite.XMsClientRequestId;
        await run.Ok(overwrite.Method.GetAsync(c => c.Headers.Add("x-ms-client-request-id", Id)));
        await run.Any(overwrite.Method.GetAsync(c => c.Headers.Add("x-ms-client-request-id", "another")));
        await run.Ok(overwrite.ViaParam.Method.GetAsync(Id));
        await run.Ok(client.Azurespecials.CustomNamedRequestId.PostAsync(Id));
        await run.Ok(client.Azurespecials.CustomNamedRequestIdParamGrouping.PostAsync(Id));
        await run.Ok(client.Azurespecials.CustomNamedRequestIdHead.HeadAsync(Id));
    }
}
