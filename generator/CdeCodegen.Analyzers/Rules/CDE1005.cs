using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>Reports a conversion from a task with a result to a task without one.</summary>
internal static class CDE1005
{
    public const string Id = nameof(CDE1005);

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Result type lost by conversion to Task",
        "The result of '{0}' is lost by the conversion to 'Task'",
        RuleInfo.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Code that awaits the plain task cannot read the result. Keep the type 'Task<TResult>'.",
        RuleInfo.Pages + Id + ".md");

    public static Diagnostic Create(Location location, ResultType type) =>
        Diagnostic.Create(Rule, location, type.Operation);
}
