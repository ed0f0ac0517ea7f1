namespace CdeCodegen.EndToEnd.Prism;

/// <summary>A test that needs Prism. It is skipped where Prism is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PrismFactAttribute : FactAttribute
{
    public PrismFactAttribute()
    {
        if (!File.Exists(PrismServer.Executable))
        {
            Skip = "Prism is not installed. tests/CdeCodegen.EndToEnd.Tests/Prism/install.sh installs it and needs Node.";
        }
    }
}
