using CdeCodegen.Analyzers.Findings;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.State;

/// <summary>
/// Collects what the reporting pass sees. The pass visits the blocks after the fixpoint, because earlier states are incomplete; while solving, there
/// is no collector.
/// </summary>
internal sealed class Observations
{
    private readonly Observation[] _origins;
    private readonly List<Finding> _findings = [];
    private readonly List<IFlowAnonymousFunctionOperation> _lambdas = [];
    private readonly List<(IInvocationOperation Call, Origin Antecedent)> _continuations = [];

    public Observations(TrackedOrigins origins)
    {
        _origins = new Observation[origins.Count];
        for (int i = 0; i < _origins.Length; i++)
        {
            _origins[i] = new Observation(origins[i]);
        }
    }

    /// <summary>Findings that do not depend on what happens to the result later.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The lambdas in the graph, whose graphs are solved separately.</summary>
    public IReadOnlyList<IFlowAnonymousFunctionOperation> Lambdas => _lambdas;

    /// <summary>Calls of <c>ContinueWith</c>, whose lambda becomes responsible for the result.</summary>
    public IReadOnlyList<(IInvocationOperation Call, Origin Antecedent)> Continuations => _continuations;

    public IReadOnlyList<Observation> All => _origins;

    public Observation Of(int origin) => _origins[origin];

    /// <summary>Records that the result of an origin leaves: at an exit, or because it is overwritten.</summary>
    public void Collect(FlowState state, int origin)
    {
        OriginState leaving = state.Of(origin);
        Observation observation = _origins[origin];
        observation.Collect(leaving, CaseSet.Every);
        observation.IsPending |= leaving.IsPending && !leaving.IsIdentified;
    }

    /// <summary>Records that a result reaches the end of the method.</summary>
    public void Return(FlowState state, int origin)
    {
        if (!state.Of(origin).Possible.IsEmpty)
        {
            _origins[origin].Note(ResultUses.Returned);
        }

        Collect(state, origin);
    }

    /// <summary>Makes origins that flow into one value share a representative, so that the value is reported once.</summary>
    public void Unite(OriginSet origins)
    {
        Observation? leader = null;
        foreach (int origin in origins)
        {
            Observation root = _origins[origin].Root;
            if (leader is null)
            {
                leader = root;
            }
            else if (!ReferenceEquals(leader, root))
            {
                root.Leader = leader;
            }
        }
    }

    /// <summary>Reports an item together with the collection that it is from.</summary>
    public void Attach(int item, int collection)
    {
        Observation leader = _origins[collection].Root;
        Observation root = _origins[item].Root;
        if (!ReferenceEquals(root, leader))
        {
            root.Leader = leader;
        }
    }

    public void Test(Predicate predicate, SyntaxNode test)
    {
        foreach (int origin in predicate.Origins)
        {
            _origins[origin].Tested(test);
            _origins[origin].Named = _origins[origin].Named.Union(predicate.Mentioned(origin));
        }
    }

    /// <summary>Records the cases that an edge of a test leaves unhandled.</summary>
    public void Pass(FlowState state, OriginSet origins, SyntaxNode test)
    {
        foreach (int origin in origins)
        {
            _origins[origin].Pass(new Passage(test, new PassedPlace(test, null), state.Of(origin).Unhandled));
        }
    }

    public void Join(OriginSet origins)
    {
        foreach (int origin in origins)
        {
            _origins[origin].Note(ResultUses.Joined);
        }
    }

    public void AddUnchecked(SyntaxNode unwrap, ResultType type) => _findings.Add(new Finding(FindingKind.Unchecked, unwrap, type));

    public void AddTypeLost(SyntaxNode methodGroup, ResultType type) => _findings.Add(new Finding(FindingKind.TypeLost, methodGroup, type));

    public void AddImpossible(IOperation constant, ResultType type)
    {
        Statuses.TryRead(constant, out long status);
        _findings.Add(new Finding(FindingKind.ImpossibleStatus, constant.Syntax, type, status: status));
    }

    public void AddDiscard(OriginSet discarded)
    {
        foreach (int origin in discarded)
        {
            _origins[origin].Note(ResultUses.Discarded);
        }

        Origin first = _origins[discarded.First].Origin;
        _findings.Add(new Finding(FindingKind.Discarded, first.Location, first.Type!));
    }

    public void AddLambda(IFlowAnonymousFunctionOperation lambda) => _lambdas.Add(lambda);

    public void AddContinuation(IInvocationOperation call, int antecedent) => _continuations.Add((call, _origins[antecedent].Origin));
}
