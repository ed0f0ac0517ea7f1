using System;
using System.Text;
using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;
using CdeCodegen.Runtime;

public static class Program
{
    private const string Sentence = "The quick brown fox jumps over the lazy dog";
    private static readonly byte[] s_bytes = Encoding.UTF8.GetBytes("啊齄丂狛狜\uF9F1\uF92C\uF9F1\uFA0C\uFA29");
    private static readonly DateTimeOffset s_time = new(2010, 1, 1, 12, 34, 56, TimeSpan.Zero);

    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await RequestsAsync(run, client);
        await ResponsesAsync(run, client);
    }

    private static async Task RequestsAsync(ConformanceRun run, AcmeClient client)
    {
        var param = client.Header.Param.Prim;
        await run.Ok(client.Header.Param.Existingkey.PostAsync("overwrite"));
        await run.Ok(param.Integer.PostAsync("positive", 1));
        await run.Ok(param.Integer.PostAsync("negative", -2));
        await run.Ok(param.Long.PostAsync("positive", 105));
        await run.Ok(param.Long.PostAsync("negative", -2));
        await run.Ok(param.Float.PostAsync("positive", 0.07));
        await run.Ok(param.Float.PostAsync("negative", -3.0));
        await run.Ok(param.Double.PostAsync("positive", 7e120));
        await run.Ok(param.Double.PostAsync("negative", -3.0));
        await run.Ok(param.Bool.PostAsync("true", true));
        await run.Ok(param.Bool.PostAsync("false", false));
        await run.Ok(param.String.PostAsync("valid", c => c.QueryParameters.Value = Sentence));
        await run.Ok(param.String.PostAsync("null"));
        await run.Ok(param.String.PostAsync("empty", c => c.QueryParameters.Value = ""));
        await run.Ok(param.Date.PostAsync("valid", new DateOnly(2010, 1, 1)));
        await run.Ok(param.Date.PostAsync("min", DateOnly.MinValue));
        await run.Ok(param.Datetime.PostAsync("valid", s_time));
        await run.Ok(param.Datetime.PostAsync("min", DateTimeOffset.MinValue));
        await run.Ok(param.Datetimerfc1123.PostAsync("valid", c => c.QueryParameters.Value = s_time.ToString("r")));
        await run.Ok(param.Datetimerfc1123.PostAsync("min", c => c.QueryParameters.Value = DateTimeOffset.MinValue.ToString("r")));
        await run.Ok(param.Duration.PostAsync("valid", "P123DT22H14M12.011S"));
        await run.Ok(param.Byte.PostAsync("valid", s_bytes));
        await run.Ok(param.Enum.PostAsync("valid", c => c.QueryParameters.Value = "GREY"));
        await run.Ok(param.Enum.PostAsync("null"));
        await run.Ok(client.Header.Custom.XMsClientRequestId._9C4D50Ee2D56_4Cd3_8152_34347Dc9F2B0.PostAsync(
            c => c.Headers.Add("x-ms-client-request-id", "9C4D50EE-2D56-4CD3-8152-34347DC9F2B0")));
    }

    private static async Task ResponsesAsync(ConformanceRun run, AcmeClient client)
    {
        var response = client.Header.Response.Prim;
        run.Equal("overwrite", (await run.Ok(client.Header.Response.Existingkey.PostAsync()) as HeaderResponseExistingKeyResult.Ok)?.UserAgent);
        run.Equal(1, (await run.Ok(response.Integer.PostAsync("positive")) as HeaderResponseIntegerResult.Ok)?.Value);
        run.Equal(-2, (await run.Ok(response.Integer.PostAsync("negative")) as HeaderResponseIntegerResult.Ok)?.Value);
        run.Equal(105L, (await run.Ok(response.Long.PostAsync("positive")) as HeaderResponseLongResult.Ok)?.Value);
        run.Equal(-2L, (await run.Ok(response.Long.PostAsync("negative")) as HeaderResponseLongResult.Ok)?.Value);
        run.Equal(0.07, (await run.Ok(response.Float.PostAsync("positive")) as HeaderResponseFloatResult.Ok)?.Value);
        run.Equal(-3.0, (await run.Ok(response.Float.PostAsync("negative")) as HeaderResponseFloatResult.Ok)?.Value);
        run.Equal(7e120, (await run.Ok(response.Double.PostAsync("positive")) as HeaderResponseDoubleResult.Ok)?.Value);
        run.Equal(-3.0, (await run.Ok(response.Double.PostAsync("negative")) as HeaderResponseDoubleResult.Ok)?.Value);
        run.Equal(true, (await run.Ok(response.Bool.PostAsync("true")) as HeaderResponseBoolResult.Ok)?.Value);
        run.Equal(false, (await run.Ok(response.Bool.PostAsync("false")) as HeaderResponseBoolResult.Ok)?.Value);
        run.Equal(Sentence, (await run.Ok(response.String.PostAsync("valid")) as HeaderResponseStringResult.Ok)?.Value);
        run.Equal("null", (await run.Ok(response.String.PostAsync("null")) as HeaderResponseStringResult.Ok)?.Value);
        run.Equal("", (await run.Ok(response.String.PostAsync("empty")) as HeaderResponseStringResult.Ok)?.Value);
        run.Equal(new DateOnly(2010, 1, 1), (await run.Ok(response.Date.PostAsync("valid")) as HeaderResponseDateResult.Ok)?.Value);
        run.Equal(DateOnly.MinValue, (await run.Ok(response.Date.PostAsync("min")) as HeaderResponseDateResult.Ok)?.Value);
        run.Equal(s_time, (await run.Ok(response.Datetime.PostAsync("valid")) as HeaderResponseDatetimeResult.Ok)?.Value);
        run.Equal(DateTimeOffset.MinValue, (await run.Ok(response.Datetime.PostAsync("min")) as HeaderResponseDatetimeResult.Ok)?.Value);
        run.Equal(
            "Fri, 01 Jan 2010 12:34:56 GMT",
            (await run.Ok(response.Datetimerfc1123.PostAsync("valid")) as HeaderResponseDatetimeRfc1123Result.Ok)?.Value);
        run.Equal(
            "Mon, 01 Jan 0001 00:00:00 GMT",
            (await run.Ok(response.Datetimerfc1123.PostAsync("min")) as HeaderResponseDatetimeRfc1123Result.Ok)?.Value);
        run.Equal(new ApiDuration("P123DT22H14M12.011S"), (await run.Ok(response.Duration.PostAsync("valid")) as HeaderResponseDurationResult.Ok)?.Value);
        run.Equal(
            Convert.ToBase64String(s_bytes),
            Convert.ToBase64String((await run.Ok(response.Byte.PostAsync("valid")) as HeaderResponseByteResult.Ok)?.Value ?? []));
        run.Equal("GREY", (await run.Ok(response.Enum.PostAsync("valid")) as HeaderResponseEnumResult.Ok)?.Value?.ToString());
        run.Equal("", (await run.Ok(response.Enum.PostAsync("null")) as HeaderResponseEnumResult.Ok)?.Value?.ToString() ?? "");
    }
}
