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
            foreach (string? name in reference.CloneCustomMetadata().Keys)
            {
                if (name is not null && MetadataNames.Misspelt(name) is { } meant)
                {
                    string message = $"The OpenApiReference '{reference.ItemSpec}' has the metadata '{name}', which has no meaning. Write {meant}.";
                    Log.LogError(null, "CDE0034", null, HelpLink, reference.GetMetadata("DefiningProjectFullPath"), 0, 0, 0, 0, message);
                }
            }
        }

        return !Log.HasLoggedErrors;
    }
}
