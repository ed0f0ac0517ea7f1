using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace CdeCodegen.Tasks;

/// <summary>
/// Reports metadata of an <c>OpenApiReference</c> whose name is almost that of a setting. MSBuild accepts every name, so the setting would silently have
/// its default. Other names may belong to other tools and are left alone.
/// </summary>
public sealed class CheckMetadata : Task
{
    /// <summary>The references to check.</summary>
    [Required]
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The address of the page that explains the error.</summary>
    public string? HelpLink { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        foreach (ITaskItem reference in References)
        {
            if (reference.GetMetadata("CodeGenerator") is not ("" or "CdeCodegen"))
            {
                continue;
            }

            foreach (string? name in reference.CloneCustomMetadata().Keys)
            {
                if (name is not null && MetadataNames.Misspelt(name) is { } meant)
                {
                    string file = reference.GetMetadata("DefiningProjectFullPath");
                    (int line, int column) = Find(file, name);
                    string message = $"The OpenApiReference '{reference.ItemSpec}' has the metadata '{name}', which has no meaning. Write {meant}.";
                    Log.LogError(null, "CDE0034", null, HelpLink, file, line, column, 0, 0, message);
                }
            }
        }

        return !Log.HasLoggedErrors;
    }

    /// <summary>The line and column of the first use of a name, counted from 1; both are 0 if the file does not contain it.</summary>
    private static (int Line, int Column) Find(string file, string name)
    {
        try
        {
            string[] lines = File.ReadAllLines(file);
            for (int i = 0; i < lines.Length; i++)
            {
                Match use = Regex.Match(lines[i], $@"\b{Regex.Escape(name)}(?=\s*[=>])");
                if (use.Success)
                {
                    return (i + 1, use.Index + 1);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The message says enough without a position.
        }

        return default;
    }
}
