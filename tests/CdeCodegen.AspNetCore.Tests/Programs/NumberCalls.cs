using System;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Runtime;

public static class NumberCalls
{
    public static async Task RunAsync(AcmeClient client, HttpClient http, Uri address, TextWriter output)
    {
        Numbers sent = new()
        {
            Count = -3, Rank = 9007199254740993, Small = short.MaxValue, Tiny = 255, Port = 65535, Index = int.MaxValue, Total = long.MaxValue, Ratio = 0.5f, Weight = 1e-7, Price = 19.99m.Exactly(), Optional = null,
            Discount = 0.1m.Exactly(),
        };
        Numbers read = (await client.Numbers.PostAsync(sent)).EnsureSuccess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read.Count} {read.Rank} {read.Small} {read.Tiny} {read.Port} {read.Index} {read.Total} {read.Ratio} {read.Weight} {read.Price} [{Value<int>(read.Optional)}] {Discount(read.Discount)}"));
        // prints: -3 9007199254740993 32767 255 65535 2147483647 9223372036854775807 0.5 1E-07 19.99 [] 0.1

        output.WriteLine((await client.Numbers[7].GetAsync(0.25)).EnsureSuccess());
        output.WriteLine((await client.Numbers[-7].GetAsync(1e10, c =>
        {
            c.QueryParameters.Days = 3;
            c.QueryParameters.Max = long.MaxValue;
            c.QueryParameters.XCount = 4;
            c.QueryParameters.Price = 2.75m.Exactly();
        })).EnsureSuccess());
        // prints: 7  0.25  1.5 10
        // prints: -7 3 10000000000 4 2.75 9223372036854775807

        output.WriteLine((await client.Numbers.Long[9007199254740993][0.25m.Exactly()][1.5].GetAsync()).EnsureSuccess());
        // prints: 9007199254740993 0.25 1.5

        int answer = (await client.Numbers.Answer.GetAsync()).EnsureSuccess();
        output.WriteLine(answer + 1);
        // prints: 43

        output.WriteLine((await client.Numbers.Exact.GetAsync()).EnsureSuccess().ToString(CultureInfo.InvariantCulture));
#if NSWAG
        // prints: 12345678901234567890.12345
#else
        // prints: 1.2345678901234567E+19
#endif

        output.WriteLine($"[{(await client.Numbers.Maybe.GetAsync(true)).EnsureSuccess()}] [{(await client.Numbers.Maybe.GetAsync(false)).EnsureSuccess()}]");
        // prints: [7] []

        output.WriteLine((await client.Numbers.Sum.PostAsync([1, 2, 3])).EnsureSuccess());
        output.WriteLine((await client.Numbers.Text.PostAsync("four")).EnsureSuccess());
        output.WriteLine((await client.Numbers.Sign.PostAsync(-5)).EnsureSuccess());
        // prints: 6
        // prints: 4
        // prints: -1

#if MICROSOFT
        RareNumbers rare = (await client.Numbers.Rare.PostAsync(new RareNumbers { Signed = -128, Short = 0.5, Large = long.MaxValue })).EnsureSuccess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rare.Signed} {rare.Short} {rare.Large}"));
        // prints: -128 0.5 9223372036854775807
#endif
    }

    private static T? Value<T>(Optional<T?> value) where T : struct => value.Value;

    // Only NSwag describes a decimal as one.
#if NSWAG
    private static decimal? Discount(Optional<decimal?> value) => value.Value;

    private static decimal Exactly(this decimal value) => value;
#else
    private static double? Discount(Optional<double?> value) => value.Value;

    private static double Exactly(this decimal value) => (double)value;
#endif
}
