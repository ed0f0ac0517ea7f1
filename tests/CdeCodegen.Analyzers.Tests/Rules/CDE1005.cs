using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Rules;

public sealed class CDE1005
{
    [Fact]
    public Task Is_on_the_call() => Verify.MemberAsync(
        "Task M() => {|#0:c.A()|};",
        null,
        new DiagnosticResult("CDE1005", DiagnosticSeverity.Warning).WithLocation(0).WithMessage("The result of 'R' is lost by the conversion to 'Task'"));

    [Fact]
    public Task Comes_for_a_delegate_of_plain_task() => Verify.MemberAsync("Func<Task> M() => () => {|CDE1005:c.A()|};");

    [Fact]
    public Task Comes_for_a_task_that_is_kept_as_plain_task() => Verify.MemberAsync("async Task M() { Task t = {|CDE1005:c.A()|}; await t; }");

    [Fact]
    public Task Stays_away_from_a_task_that_is_asked_later() => Verify.MemberAsync(
        "async Task M() { var t = c.A(); await Task.WhenAny(t, Task.Delay(1)); Use(await t); }");
}
