using System;
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;
using Acme;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    private const string Unicode = "啊齄丂狛狜\uF9F1\uF92C\uF9F1\uFA0C\uFA29";
    private const string Reserved = "begin!*'();:@ &=+$,/?#[]end";

    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await PathsAsync(run, client);
        await QueriesAsync(run, client);
        await PathItemsAsync(run, client);
    }

    private static async Task PathsAsync(ConformanceRun run, AcmeClient client)
    {
        await run.Ok(client.Paths.Bool.True[true].GetAsync());
        await run.Ok(client.Paths.Bool.False[false].GetAsync());
        await run.Ok(client.Paths.Int._1000000[1000000].GetAsync());
        await run.Ok(client.Paths.Int.Minus1000000[-1000000].GetAsync());
        await run.Ok(client.Paths.Int._1460505600[1460505600].GetAsync());
        await run.Ok(client.Paths.Long._10000000000[10000000000].GetAsync());
        await run.Ok(client.Paths.Long.Minus10000000000[-10000000000].GetAsync());
        await run.Ok(client.Paths.Float._1_034E20[1.034E+20].GetAsync());
        await run.Ok(client.Paths.Float.Minus1_034E20[-1.034E-20].GetAsync());
        await run.Ok(client.Paths.Double._9999999_999[9999999.999].GetAsync());
        await run.Ok(client.Paths.Double.Minus9999999_999[-9999999.999].GetAsync());
        await run.Ok(client.Paths.String.Unicode[Unicode].GetAsync());
        await run.Ok(client.Paths.String.Begin21_2A27_28_29_3B3A40_20_26_3D2B24_2C2F3F23_5B5Dend[Reserved].GetAsync());
        await run.Ok(client.Paths.String.BeginEnd["begin!*'();:@&=+$,end"].GetAsync());
        await run.Ok(client.Paths.String.BG9yZW0["bG9yZW0"].GetAsync());
        await run.Ok(client.Paths.Enum.Green20color["green color"].GetAsync());
        await run.Ok(client.Paths.Byte.Multibyte[Encoding.UTF8.GetBytes(Unicode)].GetAsync());
        await run.Ok(client.Paths.Date._2012_01_01["2012-01-01"].GetAsync());
        await run.Ok(client.Paths.Datetime._2012_01_01T01_3A01_3A01Z["2012-01-01T01:01:01Z"].GetAsync());
        await run.Ok(client.Paths.Array.ArrayPath1_2cbegin21_2A27_28_29_3B3A40_20_26_3D2B24_2C2F3F23_5B5Dend2c2c[["ArrayPath1", Reserved, "", ""]].GetAsync());
    }

    private static async Task QueriesAsync(ConformanceRun run, AcmeClient client)
    {
        await run.Ok(client.Queries.Bool.True.GetAsync(true));
        await run.Ok(client.Queries.Bool.False.GetAsync(false));
        await run.Ok(client.Queries.Int._1000000.GetAsync(1000000));
        await run.Ok(client.Queries.Int.Minus1000000.GetAsync(-1000000));
        await run.Ok(client.Queries.Long._10000000000.GetAsync(10000000000));
        await run.Ok(client.Queries.Long.Minus10000000000.GetAsync(-10000000000));
        await run.Ok(client.Queries.Float._1_034E20.GetAsync(1.034E+20));
        await run.Ok(client.Queries.Float.Minus1_034E20.GetAsync(-1.034E-20));
        await run.Ok(client.Queries.Double._9999999_999.GetAsync(9999999.999));
        await run.Ok(client.Queries.Double.Minus9999999_999.GetAsync(-9999999.999));
        await run.Ok(client.Queries.String.Unicode.GetAsync(Unicode));
        await run.Ok(client.Queries.String.Begin21_2A27_28_29_3B3A40_20_26_3D2B24_2C2F3F23_5B5Dend.GetAsync(Reserved));
        await run.Ok(client.Queries.String.Empty.GetAsync(""));
        await run.Ok(client.Queries.Enum.Green20color.GetAsync(c => c.QueryParameters.EnumQuery = "green color"));
        await run.Ok(client.Queries.Byte.Multibyte.GetAsync(c => c.QueryParameters.ByteQuery = Encoding.UTF8.GetBytes(Unicode)));
        await run.Ok(client.Queries.Byte.Empty.GetAsync(""));
        await run.Ok(client.Queries.Date._2012_01_01.GetAsync("2012-01-01"));
        await run.Ok(client.Queries.Datetime._2012_01_01T01_3A01_3A01Z.GetAsync("2012-01-01T01:01:01Z"));
        IReadOnlyList<string> items = ["ArrayQuery1", Reserved, "", ""];
        await run.Ok(client.Queries.Array.Csv.String.Valid.GetAsync(c => c.QueryParameters.ArrayQuery = items));
        await run.Ok(client.Queries.Array.None.String.Empty.GetAsync(c => c.QueryParameters.ArrayQuery = ["hello", "nihao", "bonjour"]));
        await run.Ok(client.Queries.Array.Ssv.String.Valid.GetAsync(c => c.QueryParameters.ArrayQuery = items));
        await run.Ok(client.Queries.Array.Tsv.String.Valid.GetAsync(c => c.QueryParameters.ArrayQuery = items));
        await run.Ok(client.Queries.Array.Pipes.String.Valid.GetAsync(c => c.QueryParameters.ArrayQuery = items));
    }

    private static async Task PathItemsAsync(ConformanceRun run, AcmeClient client)
    {
        var item = client.Pathitem.Nullable.GlobalStringPath["globalStringPath"].PathItemStringPath["pathItemStringPath"].LocalStringPath["localStringPath"];
        await run.Ok(item.GlobalStringQuery.PathItemStringQuery.LocalStringQuery.GetAsync(c =>
        {
            c.QueryParameters.GlobalStringQuery = "globalStringQuery";
            c.QueryParameters.PathItemStringQuery = "pathItemStringQuery";
            c.QueryParameters.LocalStringQuery = "localStringQuery";
        }));
        await run.Ok(item.Null.PathItemStringQuery.LocalStringQuery.GetAsync(c =>
        {
            c.QueryParameters.PathItemStringQuery = "pathItemStringQuery";
            c.QueryParameters.LocalStringQuery = "localStringQuery";
        }));
        await run.Ok(item.Null.PathItemStringQuery.Null.GetAsync(c => c.QueryParameters.PathItemStringQuery = "pathItemStringQuery"));
        await run.Ok(item.GlobalStringQuery.Null.Null.GetAsync(c => c.QueryParameters.GlobalStringQuery = "globalStringQuery"));
    }
}
