namespace CdeCodegen.Samples;

/// <summary>The users and identifiers of a new server. They are constant, so samples and tests can refer to them.</summary>
public static class CdeSeed
{
    /// <summary>Owns most connectors. The identifier is that of the reference page about restoring.</summary>
    public static CdeUser Owner { get; } = new(new Guid("019e16f4-abbc-7ae5-b6af-904554199980"), "token-of-the-owner");

    /// <summary>Owns <see cref="BinnedConnectorOfStranger"/> and nothing else.</summary>
    public static CdeUser Stranger { get; } = new(new Guid("019e16f4-4db0-7c1e-8a55-1f1f6b1f0a01"), "token-of-a-stranger");

    /// <summary>Has access to everything.</summary>
    public static CdeUser Administrator { get; } = new(new Guid("019e16f4-4db0-7c1e-8a55-1f1f6b1f0a02"), "token-of-an-administrator", IsAdministrator: true);

    /// <summary>Cannot create connectors.</summary>
    public static CdeUser Guest { get; } = new(new Guid("019e16f4-4db0-7c1e-8a55-1f1f6b1f0a03"), "token-of-a-guest", MayCreate: false);

    /// <summary>All users.</summary>
    public static IReadOnlyList<CdeUser> Users { get; } = [Owner, Stranger, Administrator, Guest];

    /// <summary>In the bin, with three versions. After the restore, its JSON is the body on the reference page.</summary>
    public static Guid BinnedConnector { get; } = new("019e16f4-abc0-7901-9c6e-97ad896c94ce");

    /// <summary>Another connector in the bin.</summary>
    public static Guid SecondBinnedConnector { get; } = new("88681a1b-ae24-40d5-ba35-1ccb640554ee");

    /// <summary>In the bin, owned by <see cref="Stranger"/>.</summary>
    public static Guid BinnedConnectorOfStranger { get; } = new("019e16f4-8f7e-7bc4-8aa0-829cde8dcba3");

    /// <summary>Not in the bin: a data service with metadata, runs and states.</summary>
    public static Guid Connector { get; } = new("019e16f4-dcbc-7069-bd3a-cbb9a8ea7c92");

    /// <summary>A released export. It is in use on the platform, so it cannot be moved to the bin.</summary>
    public static Guid ReleasedConnector { get; } = new("805727cd-73ab-4fe5-a9b5-b750343e1093");

    /// <summary>Migrated from a legacy executable, with a complete configuration.</summary>
    public static Guid MigratedConnector { get; } = new("019e16f4-8450-7c0b-9d7b-6c1f2d3e4f50");

    /// <summary>A connector whose version is in the state <c>resynchronizing-to-prod</c>.</summary>
    public static Guid BusyConnector { get; } = new("019e16f4-8450-7c0b-9d7b-6c1f2d3e4f51");

    /// <summary>Does not exist.</summary>
    public static Guid UnknownConnector { get; } = new("497f6eca-6276-4993-bfeb-53cbbbba6f08");

    /// <summary>A run of <see cref="Connector"/>.</summary>
    public static Guid Run { get; } = new("019e16f3-dd45-7241-b753-2856c6a3da8a");

    /// <summary>The state of a completed background action of <see cref="Connector"/>.</summary>
    public static Guid State { get; } = new("019e16f4-c385-7d16-90c3-8e13fca1f026");

    /// <summary>An organization. <see cref="Owner"/> is a member.</summary>
    public static Guid Organization { get; } = new("019e16f3-a7d1-7d21-9f7b-3f9d3bb3bb80");

    /// <summary>A bucket.</summary>
    public static Guid Bucket { get; } = new("019e16f3-bbf0-7e70-bd9e-427a20874537");
}
