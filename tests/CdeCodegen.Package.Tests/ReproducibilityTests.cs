using System.IO.Compression;

namespace CdeCodegen.Package.Tests;

/// <summary>The same commit gives the same assemblies from every folder.</summary>
[Collection(nameof(PackedFeed))]
public class ReproducibilityTests(PackedFeed feed)
{
    [Fact]
    public async Task Packages_from_two_folders_contain_the_same_assemblies()
    {
        string copy = Path.Combine(feed.Root, "copy");
        await CopyRepositoryAsync(copy);
        string secondFeed = Path.Combine(feed.Root, "second-feed");
        await PackedFeed.PackAsync(copy, secondFeed);

        List<string> compared = [];
        foreach (string path in Directory.GetFiles(feed.Feed, "*.nupkg"))
        {
            using ZipArchive first = ZipFile.OpenRead(path);
            using ZipArchive second = ZipFile.OpenRead(Path.Combine(secondFeed, Path.GetFileName(path)));
            foreach (ZipArchiveEntry entry in first.Entries.Where(static entry => Path.GetExtension(entry.Name) is ".dll" or ".pdb" or ".xml"
                && entry.Name != "[Content_Types].xml"))
            {
                Assert.True(PackedFeed.Read(entry).AsSpan().SequenceEqual(PackedFeed.Read(second.GetEntry(entry.FullName)!)), entry.FullName + " differs");
                compared.Add(entry.Name);
            }
        }

        Assert.Contains("CdeCodegen.Generator.dll", compared);
        Assert.Contains("CdeCodegen.Runtime.dll", compared);
    }

    /// <summary>
    /// Clones the repository, because assemblies contain the commit, and copies the files of the work tree over the clone, because they may be newer.
    /// </summary>
    private static async Task CopyRepositoryAsync(string target)
    {
        await Command.RunAsync(Repository.Root, "git", "clone", "--quiet", "--shared", "--no-checkout", Repository.Root, target);
        await Command.RunAsync(target, "git", "remote", "remove", "origin");
        CommandResult remote = await Command.TryRunAsync(Repository.Root, "git", "remote", "get-url", "origin");
        if (remote.ExitCode == 0)
        {
            await Command.RunAsync(target, "git", "remote", "add", "origin", remote.StandardOutput.Trim());
        }

        CommandResult files = await Command.TryRunAsync(Repository.Root, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        foreach (string file in files.StandardOutput.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            string source = Path.Combine(Repository.Root, file);
            if (File.Exists(source))
            {
                string copy = Path.Combine(target, file);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(source, copy, overwrite: true);
            }
        }
    }
}
