using System.ComponentModel;
using System.Reflection;

namespace CdeCodegen.Runtime.Tests;

/// <summary>The namespaces that the README of the runtime describes.</summary>
public class NamespaceTests
{
    [Fact]
    public void The_namespace_of_a_type_names_its_audience()
    {
        foreach (Type type in typeof(ApiResult).Assembly.GetTypes().Where(type => !type.IsNested && type.Namespace?.StartsWith("CdeCodegen", StringComparison.Ordinal) == true))
        {
            bool isHidden = type.GetCustomAttribute<EditorBrowsableAttribute>()?.State == EditorBrowsableState.Never;
            string expected = !type.IsPublic ? "CdeCodegen.Runtime.Internal" : isHidden ? "CdeCodegen.Runtime.Generated" : "CdeCodegen.Runtime";
            Assert.True(expected == type.Namespace, $"{type.FullName} belongs in {expected}");
        }
    }
}
