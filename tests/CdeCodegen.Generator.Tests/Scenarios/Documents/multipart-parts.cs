using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;
using CdeCodegen.Runtime;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);
        await client.Mixed.PostAsync(new MixedRequest
        {
            Info = new Info { Name = "a" },
            Picture = new FilePart(new MemoryStream("PNG"u8.ToArray()), "a.png"),
            Scan = new FilePart(new MemoryStream("TIFF"u8.ToArray()), "a.tiff"),
            Avatar = new FilePart(new MemoryStream("A"u8.ToArray()), "a.png"),
            Pages = [new FilePart(new MemoryStream("P"u8.ToArray()), "p.txt")],
            Table = "1,2",
            Scans = [new FilePart(new MemoryStream("S"u8.ToArray()), "s.tiff")],
            Infos = [new Info { Name = "b" }, new Info { Name = "c" }],
        });
        foreach (string part in server.Request.Split("\r\n--"))
        {
            if (part.Contains("\r\n\r\n"))
            {
                string[] lines = part.Split("\r\n");
                output.WriteLine(string.Join(' ', lines.Where(line => line.StartsWith("Content-Type")).Append(lines[^1])));
            }
        }
        // prints: Content-Type: application/vnd.info+json {"name":"a"}
        // prints: Content-Type: image/png PNG
        // prints: Content-Type: image/tiff TIFF
        // prints: Content-Type: application/octet-stream A
        // prints: Content-Type: application/octet-stream P
        // prints: Content-Type: text/csv 1,2
        // prints: Content-Type: image/tiff S
        // prints: Content-Type: application/json {"name":"b"}
        // prints: Content-Type: application/json {"name":"c"}
    }
}
