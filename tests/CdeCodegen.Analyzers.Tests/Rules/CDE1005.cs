using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Rules;

public sealed class CDE1005
{
    [Fact]
    public Task It_is_reported_on_the_call() => Verify.MemberAsync(
        "Task M() => {|#0:c.A()|};",
        null,
        new DiagnosticResult("CDE1005", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("The 'R' of 'A' is lost by the conversion to 'Task'. Keep the type of the task, or await the call here."));

    [Fact]
    public Task A_delegate_that_returns_a_plain_task_is_reported() => Verify.MemberAsync("Func<Task> M() => () => {|CDE1005:c.A()|};");

    [Fact]
    public Task A_variable_of_type_Task_is_reported() => Verify.MemberAsync("async Task M() { Task t = {|CDE1005:c.A()|}; await t; }");

    [Fact]
    public Task A_task_that_is_tested_later_is_not_reported() => Verify.MemberAsync(
        "async Task M() { var t = c.A(); await Task.WhenAny(t, Task.Delay(1)); Use(await t); }");
}
