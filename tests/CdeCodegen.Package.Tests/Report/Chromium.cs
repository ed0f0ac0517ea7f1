using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CdeCodegen.Package.Tests.Report;

/// <summary>A test that opens a page in a browser. It is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Chromium.Program is null)
        {
            Skip = "Needs Chromium, which tests/CdeCodegen.Package.Tests/Report/install.sh installs.";
        }
    }
}

/// <summary>What Chromium makes of a page.</summary>
/// <param name="Dom">The document after its scripts ran.</param>
/// <param name="Console">What the page wrote to the console, violations of its policy included.</param>
/// <param name="Requests">The addresses that the page asked the network for.</param>
internal sealed record OpenedPage(string Dom, string[] Console, string[] Requests);

/// <summary>The browser, without a window.</summary>
internal static partial class Chromium
{
    private static readonly string[] s_options =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-extensions", "--disable-default-apps",
    ];

    /// <summary>The name of the program; null if it is not on the path.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator) is var folders
        ? new[] { "chromium", "chromium-browser", "google-chrome" }.FirstOrDefault(name => folders.Any(folder => File.Exists(Path.Combine(folder, name))))
        : null;

    public static async Task<OpenedPage> OpenAsync(string folder, string page)
    {
        string log = Path.Combine(folder, Path.GetFileNameWithoutExtension(page) + ".net.json");
        CommandResult result = await Command.TryRunAsync(
            folder, Program!, [.. s_options, "--user-data-dir=" + Path.Combine(folder, "profile"), "--enable-logging=stderr", "--log-net-log=" + log, "--dump-dom", new Uri(page).AbsoluteUri]);
        Assert.Equal(0, result.ExitCode);
        return new OpenedPage(
            result.StandardOutput,
            [.. ConsoleLine().Matches(result.StandardError).Select(static line => line.Groups[1].Value)],
            Requests(await File.ReadAllTextAsync(log)));
    }

    /// <summary>The color of the first pixel of a page, as in a browser with that theme.</summary>
    public static async Task<(byte Red, byte Green, byte Blue)> ColorAsync(string folder, string page, bool isDark)
    {
        string image = Path.Combine(folder, isDark ? "dark.png" : "light.png");
        CommandResult result = await Command.TryRunAsync(
            folder, Program!,
            [
                .. s_options, "--user-data-dir=" + Path.Combine(folder, "profile"), "--window-size=800,600", "--blink-settings=preferredColorScheme=" + (isDark ? "0" : "1"),
                "--screenshot=" + image, new Uri(page).AbsoluteUri,
            ]);
        Assert.Equal(0, result.ExitCode);
        return FirstPixel(await File.ReadAllBytesAsync(image));
    }

    /// <summary>The browser's own requests have no origin.</summary>
    private static string[] Requests(string log)
    {
        // The browser can end before it closes the list.
        using var json = JsonDocument.Parse(log.TrimEnd() is var text && text.EndsWith('}') ? text : text.TrimEnd(',') + "]}", new JsonDocumentOptions { AllowTrailingCommas = true });
        return [.. json.RootElement.GetProperty("events").EnumerateArray()
            .Where(static entry => entry.TryGetProperty("params", out JsonElement values)
                && values.TryGetProperty("url", out JsonElement url) && url.GetString()!.StartsWith("http", StringComparison.Ordinal)
                && values.TryGetProperty("initiator", out JsonElement initiator) && initiator.GetString() != "not an origin")
            .Select(static entry => entry.GetProperty("params").GetProperty("url").GetString()!)
            .Distinct()];
    }

    /// <summary>Every filter of PNG leaves the first pixel as it is.</summary>
    private static (byte Red, byte Green, byte Blue) FirstPixel(byte[] png)
    {
        using var data = new MemoryStream();
        for (int at = 8; at < png.Length;)
        {
            int length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                data.Write(png, at + 8, length);
            }

            at += length + 12;
        }

        data.Position = 0;
        using var pixels = new ZLibStream(data, CompressionMode.Decompress);
        byte[] first = new byte[4];
        pixels.ReadExactly(first);
        return (first[1], first[2], first[3]);
    }

    [GeneratedRegex(@"CONSOLE.*?\] (.*)$", RegexOptions.Multiline)]
    private static partial Regex ConsoleLine();
}
