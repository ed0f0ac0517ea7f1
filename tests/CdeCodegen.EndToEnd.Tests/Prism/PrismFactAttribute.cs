namespace CdeCodegen.EndToEnd.Prism;

/// <summary>A test that needs Prism; without it the test is skipped, and says how to get it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PrismFactAttribute : FactAttribute
{
    public PrismFactAttribute()
    {
        if (!File.Exists(PrismServer.Executable))
        {
            Skip = "Prism is not installed. tests/CdeCodegen.EndToEnd.Tests/Prism/install.sh installs it, where Node is present.";
        }
    }
}
