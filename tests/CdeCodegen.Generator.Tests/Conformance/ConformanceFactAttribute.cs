namespace CdeCodegen.Generator.Tests.Conformance;

/// <summary>A test that needs the conformance server. It is skipped where the server is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ConformanceFactAttribute : FactAttribute
{
    public ConformanceFactAttribute()
    {
        if (!Directory.Exists(ConformanceServer.Package))
        {
            Skip = "The conformance server is not installed. tests/CdeCodegen.Generator.Tests/Conformance/install.sh installs it and needs Node.";
        }
    }
}
