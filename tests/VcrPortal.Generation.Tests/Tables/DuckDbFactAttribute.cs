using VcrPortal.Generation.Tables;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Tables;

/// <summary>A fact that needs DuckDB's library; skipped with the way to get it where that is absent.</summary>
public sealed class DuckDbFactAttribute : FactAttribute
{
    public DuckDbFactAttribute() => Skip = DuckDbLibrary.WhyMissing is null ? null : "needs the npm tools of the tests: npm ci --prefix eng";
}

/// <summary>A fact that needs DuckDB's library and the public reference data.</summary>
public sealed class DuckDbDataFactAttribute : FactAttribute
{
    public DuckDbDataFactAttribute() => Skip = ReferenceData.WhyMissing ?? (DuckDbLibrary.WhyMissing is null ? null : "needs the npm tools of the tests: npm ci --prefix eng");
}

/// <summary>A theory that needs DuckDB's library and the public reference data.</summary>
public sealed class DuckDbDataTheoryAttribute : TheoryAttribute
{
    public DuckDbDataTheoryAttribute() => Skip = new DuckDbDataFactAttribute().Skip;
}
