namespace CdeCodegen.Mutation;

/// <summary>A repeatable part of the mutants, for projects whose mutants together take too long.</summary>
/// <param name="Size">How many mutants.</param>
/// <param name="Seed">The seed of the choice.</param>
internal sealed record Sample(int Size, int Seed)
{
    public List<Mutant> Take(List<Mutant> mutants)
    {
        Mutant[] chosen = [.. mutants];
        new Random(Seed).Shuffle(chosen);
        return [.. chosen.Take(Size).OrderBy(mutant => mutant.Id)];
    }
}
