using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);

        // The limits of each type, read and sent again.
        const string Body = """{"int8":-128,"uint8":255,"int16":-32768,"uint16":65535,"int32":-2147483648,"uint32":4294967295,"int64":-9223372036854775808,"uint64":18446744073709551615,"doubleInt":9007199254740991,"float":1.5,"double":1E+300,"decimal":79228162514264337593543950335,"decimal128":0.1234567890123456789012345678,"textInt64":"9223372036854775807","textDecimal":"1.10","byte":"AP8=","base64":"AP8=","base64url":"AP8","binary":"raw","uuid":"0f8fad5b-d9cb-469f-a165-70867728950e","uri":"https://u.test/a%20b","uriReference":"../a?b#c","uriTemplate":"/a/{b}","iri":"https://u.test/ä","regex":"^a+$","char":"c","httpDate":"Sun, 06 Nov 1994 08:49:37 GMT","unixTime":1767323045,"xUnixTime":1767323045,"email":"a@b.test","hostname":"ä.test","ipv4":"192.0.2.1","ipv6":"::1","jsonPointer":"/a~1b","password":"p","commonmark":"*a*","mediaRange":"text/*","unknown":"u"}""";
        server.Answer(Body, 200, "application/json", "X-Count: 18446744073709551615", "X-When: Sun, 06 Nov 1994 08:49:37 GMT", "X-Days: 2026-01-02,2026-01-03", "X-Flags: true,false", "X-Prices: 1.10,2");
        var ok = (PutFormatsResult.Ok)await client.Formats.PostAsync(new Formats());
        Formats f = ok.Body;
        int small = f.Int8!.Value + f.Uint8!.Value + f.Int16!.Value + f.Uint16!.Value;
        long large = f.Uint32!.Value;
        decimal largest = f.Uint64!.Value + f.Decimal128!.Value;
        byte[] bytes = f.Byte!;
        Uri uri = f.Uri!;
        long seconds = f.UnixTime!.Value;
        output.WriteLine($"{small} {large} {largest} {bytes.Length} {uri.Host} {DateTimeOffset.FromUnixTimeSeconds(seconds):yyyy-MM-dd} {f.TextInt64} {f.Char}");
        // prints: 32894 4294967295 18446744073709551615.123456789 2 u.test 2026-01-02 9223372036854775807 c
        decimal? count = ok.XCount;
        output.WriteLine($"{count} {ok.XWhen} {string.Join('|', ok.XDays!)} {string.Join('|', ok.XFlags!)} {string.Join('|', ok.XPrices!)}");
        // prints: 18446744073709551615 Sun, 06 Nov 1994 08:49:37 GMT 01/02/2026|01/03/2026 True|False 1.10|2
        await client.Formats.PostAsync(f);
        output.WriteLine(server.Request == "POST /formats application/json " + Body);
        // prints: True

        await client.Formats.PostAsync(new Formats(), c =>
        {
            c.QueryParameters.Int8 = -128;
            c.QueryParameters.Uint32 = uint.MaxValue;
            c.QueryParameters.Uint64 = ulong.MaxValue;
            c.QueryParameters.Decimal = 1.10m;
            c.QueryParameters.Byte = [0, 255, 254];
            c.QueryParameters.Uri = new Uri("https://u.test/a?b=c");
            c.QueryParameters.Since = 1767323045;
            c.QueryParameters.Days = [new DateOnly(2026, 1, 2), new DateOnly(2026, 1, 3)];
            c.QueryParameters.XCount = ulong.MaxValue;
            c.QueryParameters.XWhen = DateTimeOffset.UnixEpoch.ToString("r");
        });
        output.WriteLine($"{server.Request} {server.Headers["X-Count"]} {server.Headers["X-When"]}");
        // prints: POST /formats?int8=-128&uint32=4294967295&uint64=18446744073709551615&decimal=1.10&byte=AP%2F%2B&uri=https%3A%2F%2Fu.test%2Fa%3Fb%3Dc&since=1767323045&days=2026-01-02,2026-01-03 application/json {} 18446744073709551615 Thu, 01 Jan 1970 00:00:00 GMT

        await client.Form.PostAsync(new SendFormRequest { Int16 = -5, Uint64 = ulong.MaxValue, Decimal128 = 1.10m, Byte = [0, 255], Base64url = "AP8", Uri = new Uri("https://u.test/"), When = DateTimeOffset.UnixEpoch, Within = TimeSpan.FromMinutes(5), At = new TimeOnly(8, 30) });
        output.WriteLine(server.Request);
        // prints: POST /form application/x-www-form-urlencoded int16=-5&uint64=18446744073709551615&decimal128=1.10&byte=AP8%3D&base64url=AP8&uri=https%3A%2F%2Fu.test%2F&when=1970-01-01T00%3A00%3A00Z&within=PT5M&at=08%3A30%3A00
    }
}
