using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit;
using Fix = CdeCodegen.Analyzers.Tests.Infrastructure.VerifyFix<CdeCodegen.CodeFixes.Fixers.CDE1001Fixer>;

namespace CdeCodegen.Analyzers.Tests.Fixes;

public sealed class CDE1001FixerTests
{
    private const string HandleAll = "HandleAll";
    private const string Discard = "Discard";

    [Fact]
    public Task A_statement_becomes_a_switch() => Fix.MemberAsync(
        """
            async Task M()
            {
                // Puts it back.
                await {|CDE1001:c.A()|}; // and waits
                Do();
            }
        """,
        """
            async Task M()
            {
                // Puts it back.
                switch (await c.A())
                {
                    case Ok:
                        break;
                    case Unauthorized:
                        throw new NotImplementedException();
                    case Forbidden:
                        throw new NotImplementedException();
                    case NotFound:
                        throw new NotImplementedException();
                    case Unexpected:
                        throw new NotImplementedException();
                } // and waits
                Do();
            }
        """,
        HandleAll);

    [Fact]
    public Task An_expression_body_becomes_a_block() => Fix.MemberAsync(
        """
            void M() => {|CDE1001:c.S()|};
        """,
        """
            void M()
            {
                switch (c.S())
                {
                    case Ok:
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
    public Task A_body_without_braces_is_replaced_as_it_is() => Fix.MemberAsync(
        """
            async Task M()
            {
                if (DateTime.Now.Ticks > 1)
                    await {|CDE1001:c.A()|};
            }
        """,
        """
            async Task M()
            {
                if (DateTime.Now.Ticks > 1)
                    switch (await c.A())
                    {
                        case Ok:
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
    [InlineData("async Task M() { await {|CDE1001:c.A()|}; }", "async Task M() { _ = await c.A(); }")]
    [InlineData("async Task M() => await {|CDE1001:c.A()|}.ConfigureAwait(false);", "async Task M() => _ = await c.A().ConfigureAwait(false);")]
    [InlineData("async Task M() { try { await {|CDE1001:c.A()|}; } catch { } }", "async Task M() { try { _ = await c.A(); } catch { } }")]
    [InlineData("void M() { Action a = async () => await {|CDE1001:c.A()|}; a(); }", "void M() { Action a = async () => _ = await c.A(); a(); }")]
    [InlineData("async Task M() { await {|CDE1001:Task.WhenAll(c.A(), c.A())|}; }", "async Task M() { _ = await Task.WhenAll(c.A(), c.A()); }")]
    public Task A_discard_is_written(string before, string after) => Fix.MemberAsync(before, after, Discard);

    [Fact]
    public Task No_discard_where_the_name_is_taken() => Fix.NothingAsync("void M() { int _ = 1; Use(_); {|CDE1001:c.S()|}; }", Discard);

    [Fact]
    public Task Top_level_statements() => Fix.SourceAsync(
        Verify.Usings + "var c = new C();\nawait {|CDE1001:c.A()|};\n",
        Verify.Usings + "var c = new C();\n_ = await c.A();\n",
        Discard,
        output: OutputKind.ConsoleApplication);

    [Fact]
    public Task All_at_once() => Fix.AllAsync(
        """
            async Task M()
            {
                await {|CDE1001:c.A()|};
                {|CDE1001:c.S()|};
                if (DateTime.Now.Ticks > 1) await {|CDE1001:c.A("2")|};
            }
        """,
        """
            async Task M()
            {
                _ = await c.A();
                _ = c.S();
                if (DateTime.Now.Ticks > 1) _ = await c.A("2");
            }
        """,
        Discard);
}
