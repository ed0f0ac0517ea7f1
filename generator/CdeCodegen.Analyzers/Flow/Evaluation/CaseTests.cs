using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Patterns;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>Evaluates one test on one value, for each origin against the cases of its type.</summary>
internal sealed class CaseTests(GraphLayout layout, TrackedOrigins origins, SwitchLabels labels)
{
    /// <summary>Evaluates a match. Null when the analysis does not understand it, in which case the value escapes.</summary>
    /// <param name="site">The test, if it may be the label of a catch-all.</param>
    public Predicate? From(in FlowPoint point, Value value, Func<CasePatterns, PatternMatch> match, IOperation? site = null)
    {
        var predicate = new Predicate(origins.Count);
        bool nullTest = value.Cast is null;
        OriginSet opaque = OriginSet.Empty;
        // A constant is impossible only if it is so for every operation that the value may come from.
        List<IOperation>? impossible = null;
        ResultType? first = null;
        foreach (int origin in value.Origins)
        {
            ResultType type = origins.TypeOf(origin);
            var patterns = new CasePatterns(type);
            PatternMatch found = match(patterns);
            impossible = first is null ? patterns.Impossible : impossible is null || patterns.Impossible is null ? null
                : impossible.FindAll(patterns.Impossible.Contains);
            first ??= type;
            if (found.IsOpaque || found.TakesStatus)
            {
                opaque = opaque.Union(OriginSet.Of(origin));
                if (found.IsOpaque)
                {
                    nullTest = false;
                    continue;
                }
            }

            if (value.Cast is { } cast)
            {
                AddNull(ref found, type, cast);
            }
            else
            {
                nullTest &= found.IsNullTest;
            }

            CaseSet cases = value.Cases.Of(origin);

            // For other cases the variable holds null or another value, so the test does not restrict this result.
            CaseSet elsewhere = point.State.Of(origin).Possible.Except(cases);
            predicate.Set(origin, found.True.Union(elsewhere), found.False.Union(elsewhere), found.Mentioned.Intersect(cases));
            NameAliases(point.State, patterns, value);
            if (site is not null && value.Cast is null && found.False.Union(elsewhere).IsEmpty && found.Mentioned.Intersect(cases).IsEmpty)
            {
                labels.AddCatchAll(site, origin);
            }
        }

        point.State.Escape(opaque);
        if (point.Observations is { } observations && impossible is not null)
        {
            foreach (IOperation constant in impossible)
            {
                observations.AddImpossible(constant, first!);
            }
        }

        return nullTest ? predicate.AsNullTest() : predicate;
    }

    /// <summary><c>client.A() is { } task</c>: the pattern gives the task a name and says nothing of the result. False for any other pattern.</summary>
    public bool Names(in FlowPoint point, Value task, IIsPatternOperation test)
    {
        IPatternOperation pattern = test.Pattern;
        while (pattern is INegatedPatternOperation negated)
        {
            pattern = negated.Pattern;
        }

        ISymbol? name = pattern switch
        {
            IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } recursive => recursive.DeclaredSymbol,
            IDeclarationPatternOperation { MatchesNull: false } declaration => declaration.DeclaredSymbol,
            _ => null,
        };
        if (name is not ILocalSymbol local || !SymbolEqualityComparer.Default.Equals(local.Type, test.Value.Type) || !layout.TryGetSlot(local, out int slot))
        {
            return false;
        }

        point.State.Write(slot, task);
        return true;
    }

    /// <summary>Restricts a value to the cases of a type.</summary>
    public Value OfType(Value value, ITypeSymbol type) =>
        !value.Origins.IsEmpty && origins.HaveOneType(value.Origins) ? value.Among(origins.TypeOf(value.Origins.First).Test(type, out _).May) : value;

    /// <summary>After <c>as</c>, null stands for the cases that the cast excluded.</summary>
    private static void AddNull(ref PatternMatch found, ResultType type, ITypeSymbol cast)
    {
        CaseSet isCast = type.Test(cast, out CaseSet named).May;
        CaseSet rest = type.All.Except(isCast);
        found.True = found.True.Intersect(isCast).Union(found.OnNull ?? true ? rest : CaseSet.Empty);
        found.False = found.False.Intersect(isCast).Union(found.OnNull != true ? rest : CaseSet.Empty);
        found.Mentioned = found.Mentioned.Union(named);
    }

    private void NameAliases(FlowState state, CasePatterns patterns, Value value)
    {
        if (patterns.Aliases is null)
        {
            return;
        }

        foreach (ILocalSymbol alias in patterns.Aliases)
        {
            // `r is Ok ok`: the alias holds the result only for the cases of its type.
            Value named = OfType(value.WithCast(null), alias.Type);
            if (layout.TryGetSlot(alias, out int slot))
            {
                state.Write(slot, named);
            }
            else
            {
                state.Escape(named);
            }
        }
    }
}
