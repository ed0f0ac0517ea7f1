using Xunit;
using Fix = CdeCodegen.Analyzers.Tests.Infrastructure.VerifyFix<CdeCodegen.CodeFixes.Fixers.CDE1003Fixer>;

namespace CdeCodegen.Analyzers.Tests.Fixes;

public sealed class CDE1003FixerTests
{
    private const string Expand = "ExpandCatchAll";

    [Fact]
    public Task Arms_are_copied_before_the_discard() => Fix.MemberAsync(
        """
            async Task<int> M() => await {|CDE1003:c.A()|} switch
            {
                Ok => 1,
                // Whatever else.
                _ => 4, // nothing
            };
        """,
        """
            async Task<int> M() => await c.A() switch
            {
                Ok => 1,
                Forbidden => 4,
                NotFound => 4,
                // Whatever else.
                _ => 4, // nothing
            };
        """,
        Expand);

    [Fact]
    public Task A_one_line_switch_stays_on_its_line() => Fix.MemberAsync(
        "    async Task<int> M() => await {|CDE1003:c.A()|} switch { Ok => 1, _ => 4 };",
        "    async Task<int> M() => await c.A() switch { Ok => 1, Forbidden => 4, NotFound => 4, _ => 4 };",
        Expand);

    [Fact]
    public Task Sections_are_copied_before_the_default() => Fix.MemberAsync(
        """
            async Task M()
            {
                switch (await {|CDE1003:c.A()|})
                {
                    case Ok:
                        break;
                    default:
                        Do();
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
                        break;
                    case Forbidden:
                        Do();
                        break;
                    case NotFound:
                        Do();
                        break;
                    default:
                        Do();
                        break;
                }
            }
        """,
        Expand);

    [Fact]
    public Task The_last_else_is_expanded() => Fix.MemberAsync(
        """
            async Task M()
            {
                var r = await {|CDE1003:c.A()|};
                if (r is Ok)
                    Do();
                else
                    throw new Exception();
            }
        """,
        """
            async Task M()
            {
                var r = await c.A();
                if (r is Ok)
                    Do();
                else if (r is Forbidden)
                    throw new Exception();
                else if (r is NotFound)
                    throw new Exception();
                else
                    throw new Exception();
            }
        """,
        Expand);

    [Fact]
    public Task A_conditional_is_expanded() => Fix.MemberAsync(
        "    async Task<int> M() { var r = await {|CDE1003:c.A()|}; return r is Ok ? 1 : 0; }",
        "    async Task<int> M() { var r = await c.A(); return r is Ok ? 1 : r is Forbidden ? 0 : r is NotFound ? 0 : 0; }",
        Expand);

    [Fact]
    public Task What_has_no_catch_all_to_copy_is_left_alone() => Fix.NothingAsync(
        "async Task M() { var r = await {|CDE1003:c.A()|}; if (r.StatusCode >= 400) throw new Exception(); }", Expand);
}
