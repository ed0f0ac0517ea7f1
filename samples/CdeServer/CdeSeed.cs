namespace CdeCodegen.Samples;

/// <summary>What a new server knows: users, and identifiers of things. The identifiers are fixed, so that samples and tests can name them.</summary>
public static class CdeSeed
{
    /// <summary>Owns most of the connectors. The identifier is that of the API's page about restoring.</summary>
    public static CdeUser Owner { get; } = new(new Guid("019e16f4-abbc-7ae5-b6af-904554199980"), "token-of-the-owner");

    /// <summary>Owns <see cref="BinnedConnectorOfStranger"/> and nothing else.</summary>
    public static CdeUser Stranger { get; } = new(new Guid("019e16f4-4db0-7c1e-8a55-1f1f6b1f0a01"), "token-of-a-stranger");

    /// <summary>May do everything.</summary>
    public static CdeUser Administrator { get; } = new(new Guid("019e16f4-4db0-7c1e-8a55-1f1f6b1f0a02"), "token-of-an-administrator", IsAdministrator: true);

    /// <summary>May look, and create nothing.</summary>
    public static CdeUser Guest { get; } = new(new Guid("019e16f4-4db0-7c1e-8a55-1f1f6b1f0a03"), "token-of-a-guest", MayCreate: false);

    /// <summary>All users.</summary>
    public static IReadOnlyList<CdeUser> Users { get; } = [Owner, Stranger, Administrator, Guest];

    /// <summary>In the bin, with three versions: restored, it is the body that the API's page shows.</summary>
    public static Guid BinnedConnector { get; } = new("019e16f4-abc0-7901-9c6e-97ad896c94ce");

    /// <summary>In the bin as well.</summary>
    public static Guid SecondBinnedConnector { get; } = new("88681a1b-ae24-40d5-ba35-1ccb640554ee");

    /// <summary>In the bin, owned by <see cref="Stranger"/>.</summary>
    public static Guid BinnedConnectorOfStranger { get; } = new("019e16f4-8f7e-7bc4-8aa0-829cde8dcba3");

    /// <summary>Not in the bin: a data service with metadata, runs and states.</summary>
    public static Guid Connector { get; } = new("019e16f4-dcbc-7069-bd3a-cbb9a8ea7c92");

    /// <summary>In use on the platform, so it cannot be moved to the bin. An export, released.</summary>
    public static Guid ReleasedConnector { get; } = new("805727cd-73ab-4fe5-a9b5-b750343e1093");

    /// <summary>Migrated from an older executable, with everything configured.</summary>
    public static Guid MigratedConnector { get; } = new("019e16f4-8450-7c0b-9d7b-6c1f2d3e4f50");

    /// <summary>Its version is in the state <c>resynchronizing-to-prod</c>.</summary>
    public static Guid BusyConnector { get; } = new("019e16f4-8450-7c0b-9d7b-6c1f2d3e4f51");

    /// <summary>Nobody has it.</summary>
    public static Guid UnknownConnector { get; } = new("497f6eca-6276-4993-bfeb-53cbbbba6f08");

    /// <summary>A run of <see cref="Connector"/>.</summary>
    public static Guid Run { get; } = new("019e16f3-dd45-7241-b753-2856c6a3da8a");

    /// <summary>Background work for <see cref="Connector"/> that brought something about.</summary>
    public static Guid State { get; } = new("019e16f4-c385-7d16-90c3-8e13fca1f026");

    /// <summary>An organization; <see cref="Owner"/> is a member.</summary>
    public static Guid Organization { get; } = new("019e16f3-a7d1-7d21-9f7b-3f9d3bb3bb80");

    /// <summary>A bucket.</summary>
    public static Guid Bucket { get; } = new("019e16f3-bbf0-7e70-bd9e-427a20874537");
}
