using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>
/// Computes a 128-bit hash of the structure of a schema, ignoring descriptions and examples. Inline schemas with equal hashes become one type, so an
/// error body that is repeated in a hundred responses becomes one class.
/// </summary>
internal sealed class Fingerprints
{
    private readonly Dictionary<SpecNode, Fingerprint> _known = [];

    public Fingerprint Of(Schema schema) => Of(schema.Node);

    private Fingerprint Of(SpecNode schema)
    {
        if (!_known.TryGetValue(schema, out Fingerprint value))
        {
            value = Value(schema, isSchema: true);
            _known.Add(schema, value);
        }

        return value;
    }

    private Fingerprint Value(SpecNode node, bool isSchema)
    {
        var hash = new Fingerprint(14695981039346656037UL, (ulong)node.Kind);
        switch (node.Kind)
        {
            case SpecKind.Array:
                foreach (SpecNode item in node.Items)
                {
                    hash = hash.Then(item.Kind == SpecKind.Object ? Of(item) : Value(item, isSchema: false));
                }

                return hash;
            case SpecKind.Object:
                foreach (SpecMember member in node.Members)
                {
                    if (isSchema && !Matters(member.Name))
                    {
                        continue;
                    }

                    // The members of "properties" are names, not keywords.
                    bool names = isSchema && member.Name is "properties" or "patternProperties" or "discriminator" or "mapping";
                    Fingerprint value = names || member.Value.Kind != SpecKind.Object ? Value(member.Value, isSchema: false) : Of(member.Value);
                    hash = hash.Then(member.Name).Then(value);
                }

                return hash;
            default:
                return hash.Then(node.Text);
        }
    }

    private static bool Matters(string keyword) => keyword is
        "$ref" or "type" or "format" or "enum" or "const" or "properties" or "required" or "items" or "prefixItems" or "additionalProperties"
        or "patternProperties" or "unevaluatedProperties" or "allOf" or "oneOf" or "anyOf" or "discriminator" or "nullable" or "x-nullable" or "readOnly" or "writeOnly"
        or "contentEncoding" or "contentMediaType" or "maximum" or "x-enum-varnames" or "x-enumNames" or "x-ms-enum" or "x-ms-discriminator-value";
}

internal readonly record struct Fingerprint(ulong A, ulong B)
{
    public Fingerprint Then(string text)
    {
        ulong a = A;
        ulong b = B;
        foreach (char c in text)
        {
            unchecked
            {
                a = (a ^ c) * 1099511628211UL;
                b = (b * 6364136223846793005UL) + c + 1442695040888963407UL;
            }
        }

        return new Fingerprint(a, b).Then(new Fingerprint((ulong)text.Length, 7));
    }

    public Fingerprint Then(Fingerprint next)
    {
        unchecked
        {
            ulong a = (A ^ next.A) * 1099511628211UL;
            ulong b = (B * 6364136223846793005UL) + next.B + 1;
            return new Fingerprint(a ^ (b >> 29), b ^ (a >> 31));
        }
    }
}
