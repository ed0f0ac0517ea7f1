using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Fix = CdeCodegen.Analyzers.Tests.Infrastructure.VerifyFix<CdeCodegen.CodeFixes.Fixers.CDE1002Fixer>;

namespace CdeCodegen.Analyzers.Tests.Fixes;

public sealed class CDE1002FixerTests
{
    private const string HandleAll = "HandleAll";
    private const string Handle403 = "Handle 403 Forbidden";
    private const string Handle404 = "Handle 404 NotFound";

    private static DiagnosticResult Suppressed { get; } = DiagnosticResult.CompilerWarning("CS8509").WithLocation(0).WithIsSuppressed(true);

    private const string OldPrelude = """
        using System;
        using System.Threading.Tasks;
        using CdeCodegen.Runtime;

        [ApiResult]
        public abstract class R
        {
            [ApiResultCase(200)] public sealed class Ok : R { }
            [ApiResultCase(403)] public sealed class Forbidden : R { }
            [ApiResultCase(404)] public sealed class NotFound : R { }
        }

        public class C { public Task<R> A() { return null!; } }

        namespace CdeCodegen.Runtime
        {
            public sealed class ApiResultAttribute : Attribute { }
            public sealed class ApiResultCaseAttribute : Attribute { public ApiResultCaseAttribute(int status) { } }
        }
        """;

    [Fact]
    public Task An_if_becomes_a_switch_that_keeps_the_body() => Fix.MemberAsync(
        """
            async Task M()
            {
                // Restores it.
                if (await {|CDE1002:c.A()|} is Ok ok)
                {
                    // Tell them.
                    Use(ok.Value); // now
                    Do();
                }
            }
        """,
        """
            async Task M()
            {
                // Restores it.
                switch (await c.A())
                {
                    case Ok ok:
                        // Tell them.
                        Use(ok.Value); // now
                        Do();
                        break;
                    case Unauthorized:
                        throw new NotImplementedException();
                    case Forbidden:
                        throw new NotImplementedException();
                    case NotFound:
                        throw new NotImplementedException();
                    case Unexpected:
                        throw new NotImplementedException();
                }
            }
        """,
        HandleAll);

    [Fact]
    public Task A_chain_on_a_variable_becomes_a_switch() => Fix.MemberAsync(
        """
            async Task M()
            {
                var r = await {|CDE1002:c.A()|};
                if (r is Ok ok)
                    Use(ok.Value);
                else if (r is Forbidden)
                    return;
            }
        """,
        """
            async Task M()
            {
                var r = await c.A();
                switch (r)
                {
                    case Ok ok:
                        Use(ok.Value);
                        break;
                    case Forbidden:
                        return;
                    case Unauthorized:
                        throw new NotImplementedException();
                    case NotFound:
                        throw new NotImplementedException();
                    case Unexpected:
                        throw new NotImplementedException();
                }
            }
        """,
        HandleAll);

    [Fact]
    public Task A_body_with_variables_keeps_its_braces() => Fix.MemberAsync(
        """
            async Task M()
            {
                if (await {|CDE1002:c.A()|} is Ok ok)
                {
                    var name = ok.Value.Name;
                    Use(name);
                }
            }
        """,
        """
            async Task M()
            {
                switch (await c.A())
                {
                    case Ok ok:
                        {
                            var name = ok.Value.Name;
                            Use(name);
                            break;
                        }

                    case Forbidden:
                        throw new NotImplementedException();
                }
            }
        """.Replace("await c.A()", "await {|CDE1002:c.A()|}", StringComparison.Ordinal),
        Handle403);

    [Fact]
    public Task A_break_of_the_loop_is_not_caught_by_a_switch() => Fix.MemberAsync(
        """
            async Task M()
            {
                for (var i = 0; i < 3; i++)
                {
                    var r = await {|CDE1002:c.A()|};
                    if (r is Ok)
                        break;
                }
            }
        """,
        """
            async Task M()
            {
                for (var i = 0; i < 3; i++)
                {
                    var r = await c.A();
                    switch (r)
                    {
                        case Unauthorized:
                            throw new NotImplementedException();
                        case Forbidden:
                            throw new NotImplementedException();
                        case NotFound:
                            throw new NotImplementedException();
                        case Unexpected:
                            throw new NotImplementedException();
                    }

                    if (r is Ok)
                        break;
                }
            }
        """,
        HandleAll);

    [Fact]
    public Task An_early_return_gets_a_switch_before_it() => Fix.MemberAsync(
        """
            async Task M()
            {
                // First of all.
                if (await {|CDE1002:c.A()|} is not Ok ok)
                    return;
                Use(ok.Value);
            }
        """,
        """
            async Task M()
            {
                // First of all.
                var result = await {|CDE1002:c.A()|};
                switch (result)
                {
                    case NotFound:
                        throw new NotImplementedException();
                }

                if (result is not Ok ok)
                    return;
                Use(ok.Value);
            }
        """,
        Handle404);

    [Fact]
    public Task A_variable_that_nobody_asks_gets_a_switch() => Fix.MemberAsync(
        """
            async Task M()
            {
                var r = await {|CDE1002:c.A()|};
                Do();
            }
        """,
        """
            async Task M()
            {
                var r = await {|CDE1002:c.A()|};
                switch (r)
                {
                    case Forbidden:
                        throw new NotImplementedException();
                }

                Do();
            }
        """,
        Handle403);

    [Fact]
    public Task A_switch_statement_gets_the_missing_sections() => Fix.MemberAsync(
        """
            async Task M()
            {
                switch (await {|CDE1002:c.A()|})
                {
                    case Ok:
                        Do();
                        break;
                    case Forbidden f when f.Reason == "":
                        break;
                }
            }
        """,
        """
            async Task M()
            {
                switch (await c.A())
                {
                    case Ok:
                        Do();
                        break;
                    case Forbidden f when f.Reason == "":
                        break;
                    case Unauthorized:
                        throw new NotImplementedException();
                    case Forbidden:
                        throw new NotImplementedException();
                    case NotFound:
                        throw new NotImplementedException();
                    case Unexpected:
                        throw new NotImplementedException();
                }
            }
        """,
        HandleAll);

    [Theory]
    [InlineData("")]
    [InlineData(",")]
    public Task A_switch_expression_gets_the_missing_arms(string comma) => Fix.MemberAsync(
        $$"""
            async Task<int> M() => await {|CDE1002:c.A()|} {|CS8509:switch|}
            {
                Ok => 1, // fine
                Unauthorized => 2,
                Forbidden => 3{{comma}} // not fine
            };
        """,
        $$"""
            async Task<int> M() => await c.A() {|#0:switch|}
            {
                Ok => 1, // fine
                Unauthorized => 2,
                Forbidden => 3, // not fine
                NotFound => throw new NotImplementedException(),
                Unexpected => throw new NotImplementedException(){{comma}}
            };
        """,
        HandleAll,
        Suppressed);

    [Fact]
    public Task The_compilers_own_warning_gets_the_same_fix() => Fix.MemberAsync(
        """
            int M(R r) => r {|CS8509:switch|}
            {
                Ok => 1,
                Unauthorized or Unexpected => 2,
                NotFound => 3,
            };
        """,
        """
            int M(R r) => r {|#0:switch|}
            {
                Ok => 1,
                Unauthorized or Unexpected => 2,
                NotFound => 3,
                Forbidden => throw new NotImplementedException(),
            };
        """,
        HandleAll,
        Suppressed);

    [Fact]
    public Task An_arm_goes_before_the_catch_all() => Fix.MemberAsync(
        """
            async Task<int> M(bool b)
            {
                var r = await {|CDE1002:c.A()|};
                return r switch
                {
                    Ok => 1,
                    { StatusCode: 403 } => 2,
                    _ when b => 3,
                    // The rest.
                    Unexpected => 4,
                };
            }
        """,
        """
            async Task<int> M(bool b)
            {
                var r = await c.A();
                return r switch
                {
                    Ok => 1,
                    { StatusCode: 403 } => 2,
                    _ when b => 3,
                    // The rest.
                    Unexpected => 4,
                    NotFound => throw new NotImplementedException(),
                };
            }
        """.Replace("await c.A()", "await {|CDE1003:c.A()|}", StringComparison.Ordinal),
        Handle404);

    [Fact]
    public Task A_status_switch_gets_numbers() => Fix.MemberAsync(
        """
            async Task M()
            {
                switch ((await {|CDE1002:c.A()|}).StatusCode)
                {
                    case 200:
                        break;
                }
            }
        """,
        """
            async Task M()
            {
                switch ((await c.A()).StatusCode)
                {
                    case 200:
                        break;
                    case 401:
                        throw new NotImplementedException();
                    case 403:
                        throw new NotImplementedException();
                    case 404:
                        throw new NotImplementedException();
                }
            }
        """,
        HandleAll);

    [Fact]
    public Task A_status_switch_over_an_enumeration_gets_its_members() => Fix.MemberAsync(
        """
            async Task M()
            {
                switch ((HttpStatusCode)(await {|CDE1002:c.A()|}).StatusCode)
                {
                    case HttpStatusCode.OK:
                    case HttpStatusCode.NotFound:
                        break;
                }
            }
        """,
        """
            async Task M()
            {
                switch ((HttpStatusCode)(await c.A()).StatusCode)
                {
                    case HttpStatusCode.OK:
                    case HttpStatusCode.NotFound:
                        break;
                    case HttpStatusCode.Forbidden:
                        throw new NotImplementedException();
                }
            }
        """,
        Handle403);

    [Fact]
    public Task Top_level_statements() => Fix.SourceAsync(
        Verify.Usings + """
        var c = new C();
        var r = await {|CDE1002:c.A()|};
        if (r is Forbidden)
            return;

        """,
        Verify.Usings + """
        var c = new C();
        var r = await c.A();
        switch (r)
        {
            case Forbidden:
                return;
            case NotFound:
                throw new NotImplementedException();
        }

        """,
        Handle404,
        output: OutputKind.ConsoleApplication);

    [Fact]
    public Task Names_are_written_as_they_are_in_reach() => Fix.SourceAsync(
        """
        using System.Threading.Tasks;
        using Answer = R;

        class Subject
        {
            async Task M(C c)
            {
                switch (await {|CDE1002:c.A()|})
                {
                    case Answer.Ok:
                        break;
                }
            }
        }
        """,
        """
        using System.Threading.Tasks;
        using Answer = R;

        class Subject
        {
            async Task M(C c)
            {
                switch (await {|CDE1002:c.A()|})
                {
                    case Answer.Ok:
                        break;
                    case Answer.Forbidden:
                        throw new System.NotImplementedException();
                }
            }
        }
        """,
        Handle403);

    [Fact]
    public Task Old_languages_get_what_they_know() => Fix.SourceAsync(
        """
        using System;
        using System.Threading.Tasks;

        class Subject
        {
            async Task M(C c)
            {
                switch (await {|CDE1002:c.A()|})
                {
                    case R.Ok _:
                    case R.NotFound _:
                        break;
                }
            }
        }
        """,
        """
        using System;
        using System.Threading.Tasks;

        class Subject
        {
            async Task M(C c)
            {
                switch (await c.A())
                {
                    case R.Ok _:
                    case R.NotFound _:
                        break;
                    case R.Forbidden _:
                        throw new NotImplementedException();
                }
            }
        }
        """,
        Handle403,
        LanguageVersion.CSharp8,
        prelude: OldPrelude);

    [Fact]
    public Task All_at_once() => Fix.AllAsync(
        """
            async Task M()
            {
                switch (await {|CDE1002:c.A()|})
                {
                    case Ok or Unauthorized or Unexpected:
                        break;
                }
                switch (await {|CDE1002:c.A()|})
                {
                    case Ok or Unauthorized or Unexpected or NotFound:
                        break;
                }
            }
        """,
        """
            async Task M()
            {
                switch (await c.A())
                {
                    case Ok or Unauthorized or Unexpected:
                        break;
                    case Forbidden:
                        throw new NotImplementedException();
                    case NotFound:
                        throw new NotImplementedException();
                }
                switch (await c.A())
                {
                    case Ok or Unauthorized or Unexpected or NotFound:
                        break;
                    case Forbidden:
                        throw new NotImplementedException();
                }
            }
        """,
        HandleAll);

    [Fact]
    public Task What_is_not_understood_is_left_alone() => Fix.NothingAsync("async Task M() { Console.WriteLine(await {|CDE1002:c.A()|}); }", HandleAll);

    [Fact]
    public Task A_loop_is_left_alone() => Fix.NothingAsync("async Task M() { while (await {|CDE1002:c.A()|} is Forbidden) Do(); }", HandleAll);
}
