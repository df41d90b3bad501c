using VcrPortal.E2E.Harness.Processes;
using VcrPortal.Tests;
using VcrPortal.Tests.Web;

namespace VcrPortal.E2E.Harness;

/// <summary>A journey in a real browser; skipped, with its reason, where Chromium is missing.</summary>
public sealed class E2EFactAttribute : FactAttribute
{
    public E2EFactAttribute() => Skip = Chromium.WhyMissing;

    /// <summary>The journey also runs a script in Node with the tools of <c>eng/package.json</c>.</summary>
    public bool NeedsNode
    {
        get;
        init
        {
            field = value;
            if (value) Skip ??= NodeScript.WhyMissing;
        }
    }

    /// <summary>The journey also takes the database's lock from outside, which is a file's.</summary>
    public bool NeedsSqlite
    {
        get;
        init
        {
            field = value;
            if (value && SqlServerDatabase.Server is not null) Skip ??= "VCR_TEST_SQLSERVER is set: this journey locks a SQLite file";
        }
    }

    /// <summary>The journey also uploads a file of the public reference data.</summary>
    public bool NeedsData
    {
        get;
        init
        {
            field = value;
            if (value) Skip ??= ReferenceData.WhyMissing;
        }
    }
}

/// <summary>One journey for each row of data; skipped, with its reason, where Chromium is missing.</summary>
public sealed class E2ETheoryAttribute : TheoryAttribute
{
    public E2ETheoryAttribute() => Skip = Chromium.WhyMissing;
}
