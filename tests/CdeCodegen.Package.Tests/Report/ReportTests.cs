using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CdeCodegen.Package.Tests.Report;

/// <summary>Projects outside the repository that are built with <c>CdeCodegenReport</c>.</summary>
[Collection(nameof(PackedFeed))]
public sealed partial class ReportTests(PackedFeed feed)
{
    private const string Log = "obj/Debug/net10.0/CdeCodegen/calls.sarif";
    private const string Page = "obj/Debug/net10.0/CdeCodegen/report.html";

    /// <summary>The page of a small program and a part of the CDE document, down to the last character.</summary>
    [Fact]
    public async Task A_build_with_the_report_writes_a_page()
    {
        string project = NewProject("report");

        string output = await BuildAsync(project, "-p:CdeCodegenReport=true", "-p:CdeCodegenReportLink=source:{relative}#L{line}");

        string page = Path.Combine(project, Page);
        Assert.Contains("report -> " + page, output);
        Assert.DoesNotContain("CDE1090", output);
        Matches(await File.ReadAllTextAsync(page), "page");

        // A build in which the compiler does not run writes it again, and a build without the property leaves it alone.
        File.Delete(page);
        await BuildAsync(project, "-p:CdeCodegenReport=true");
        Assert.Contains("s-unhandled", await File.ReadAllTextAsync(page));
        File.Delete(Path.Combine(project, Log));
        await BuildAsync(project);
        Assert.True(File.Exists(page));
        Assert.False(File.Exists(Path.Combine(project, Log)));
        await Command.RunAsync(project, "dotnet", "clean", "--nologo", "-v", "quiet");
        Assert.False(File.Exists(page));
    }

    [Fact]
    public async Task The_own_log_of_a_project_is_read_in_its_own_format()
    {
        string project = NewProject("ownlog");

        await BuildAsync(project, "-p:CdeCodegenReport=true", "-p:ErrorLog=own.sarif", "-p:CdeCodegenReportPath=out/page.html");

        Assert.Contains("\"version\": \"1.0.0\"", await File.ReadAllTextAsync(Path.Combine(project, "own.sarif")));
        Assert.False(File.Exists(Path.Combine(project, Log)));
        string page = await File.ReadAllTextAsync(Path.Combine(project, "out", "page.html"));
        Assert.All((string[])["unhandled", "suppressed", "optional", "catchall", "throws", "handled", "passed", "unused"], state => Assert.Contains("chip s-" + state, page));
    }

    /// <summary>The compiler stops at an error of the analyzer, but its log is complete.</summary>
    [Fact]
    public async Task After_a_failed_build_the_page_is_written_from_the_log()
    {
        string project = NewProject("failed");

        CommandResult build = await Command.TryRunAsync(
            project, "dotnet", "build", "--nologo", "-v", "quiet", "-p:CdeCodegenReport=true", "-p:TreatWarningsAsErrors=true");
        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error CDE1002", build.Output);

        await BuildAsync(project, "--no-restore", "-t:CdeCodegenWriteReport", "-p:CdeCodegenReport=true");
        Assert.Contains("s-unhandled", await File.ReadAllTextAsync(Path.Combine(project, Page)));
    }

    /// <summary>A document in several files, written by the build task, in a repository in which it has changed.</summary>
    [Fact]
    public async Task The_page_shows_what_changed_since_the_last_commit()
    {
        const string Document = "{ \"openapi\": \"3.1.0\", \"info\": { \"title\": \"Shop\", \"version\": \"1\" }, \"paths\": { \"/carts/{id}\": { \"get\": { \"operationId\": \"getCart\", "
            + "\"parameters\": [ { \"name\": \"id\", \"in\": \"path\", \"required\": true, \"schema\": { \"type\": \"string\" } } ], \"responses\": { "
            + "\"200\": { \"description\": \"d\", \"content\": { \"application/json\": { \"schema\": { \"$ref\": \"cart.json\" } } } }/*more*/ } } } } }";
        string project = feed.NewProject(
            "changes",
            ("changes.csproj", Reference().Replace(
                PackedFeed.Consumer("report.csproj"), "<OpenApiReference Include=\"shop.json\" Namespace=\"Shop\" Files=\"cart.json\" Emit=\"Files\" />")),
            ("Program.cs", "public static class Carts { public static System.Threading.Tasks.Task<Shop.GetCartResult> Get(Shop.ShopClient shop) => shop.Carts[\"1\"].GetAsync(); }"),
            ("shop.json", Document.Replace("/*more*/", "")),
            ("cart.json", "{ \"type\": \"object\", \"properties\": { \"total\": { \"type\": \"number\" }, \"note\": { \"type\": \"string\" } } }"));
        await Command.RunAsync(project, "git", "init", "--quiet");
        await Command.RunAsync(project, "git", "add", "shop.json", "cart.json");
        await Command.RunAsync(project, "git", "-c", "user.name=n", "-c", "user.email=e@example.org", "-c", "commit.gpgsign=false", "commit", "--quiet", "-m", "m");
        await File.WriteAllTextAsync(Path.Combine(project, "shop.json"), Document.Replace("/*more*/", ", \"404\": { \"description\": \"d\" }"));
        await File.WriteAllTextAsync(Path.Combine(project, "cart.json"), "{ \"type\": \"object\", \"properties\": { \"total\": { \"type\": \"number\" } } }");

        await BuildAsync(project, "-p:CdeCodegenReport=true");

        string page = Tag().Replace(await File.ReadAllTextAsync(Path.Combine(project, Page)), "");
        Assert.Contains("status 404 NotFound", page);
        Assert.Contains("yes: switches without an arm for it are reported, and throw", page);
        Assert.Contains("member Note: string?", page);
        Assert.Contains("passed on", page);
    }

    /// <summary>The page runs its script under its own policy, writes nothing to the console, and asks the network for nothing.</summary>
    [ChromiumFact]
    public async Task The_page_opens_in_a_browser()
    {
        string folder = Directory.CreateDirectory(Path.Combine(feed.Root, "browser")).FullName;
        string page = Path.Combine(folder, "page.html");
        File.Copy(Verified("page"), page, overwrite: true);

        OpenedPage opened = await Chromium.OpenAsync(folder, page);

        Assert.Contains("<html lang=\"en\" class=\"js\">", opened.Dom);
        Assert.Empty(opened.Console);
        Assert.Empty(opened.Requests);
        Assert.Equal(Regex.Count(await File.ReadAllTextAsync(page), "<tr[ >]"), Regex.Count(opened.Dom, "<tr[ >]"));
        Assert.Contains("chip s-unhandled", opened.Dom);

        // The same look at a page that does all of this shows that it would be seen.
        string other = Path.Combine(folder, "other.html");
        await File.WriteAllTextAsync(other, "<img src=\"http://127.0.0.1:9/pixel.png\"><script>console.log('seen')</script>");
        OpenedPage control = await Chromium.OpenAsync(folder, other);
        Assert.Contains("seen", Assert.Single(control.Console));
        Assert.Equal(["http://127.0.0.1:9/pixel.png"], control.Requests);
    }

    [ChromiumFact]
    public async Task The_page_follows_the_theme_of_the_browser()
    {
        string folder = Directory.CreateDirectory(Path.Combine(feed.Root, "themes")).FullName;

        Assert.Equal(((byte)0xF6, (byte)0xF7, (byte)0xF9), await Chromium.ColorAsync(folder, Verified("page"), isDark: false));
        Assert.Equal(((byte)0x0F, (byte)0x13, (byte)0x18), await Chromium.ColorAsync(folder, Verified("page"), isDark: true));
    }

    private string NewProject(string name) => feed.NewProject(
        name, (name + ".csproj", PackedFeed.Consumer("report.csproj")), ("ConnectorDesk.cs", PackedFeed.Consumer("report.cs")));

    private static Task<string> BuildAsync(string project, params string[] more) =>
        Command.RunAsync(project, "dotnet", ["build", "--nologo", "-v", "minimal", "-tl:off", .. more]);

    private static string Verified(string name, [CallerFilePath] string test = "") =>
        Path.Combine(Path.GetDirectoryName(test)!, Path.GetFileNameWithoutExtension(test) + "." + name + ".verified.html");

    private static void Matches(string text, string name)
    {
        string verified = Verified(name);
        string received = verified.Replace(".verified.", ".received.");
        text = text.Replace("\r\n", "\n");
        if (File.Exists(verified) && File.ReadAllText(verified).Replace("\r\n", "\n") == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"{Path.GetFileName(verified)} differs: compare it with {received}.");
    }

    [GeneratedRegex("<OpenApiReference[^>]*/>")]
    private static partial Regex Reference();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
