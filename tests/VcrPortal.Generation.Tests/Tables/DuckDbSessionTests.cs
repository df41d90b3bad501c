using VcrPortal.Generation.Tables;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Tables;

public sealed class DuckDbSessionTests : IDisposable
{
    private const string Endless = "SELECT count(*) FROM range(1000000000) a(i), range(1000) b(j) WHERE hash(i * j) = 42";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private DuckDbSession Open(long memory = 256 << 20) => DuckDbSession.Open(new DuckDbOptions(memory, _folder.Place, 1L << 30));

    [Fact]
    public void Query_Parameters_ComeBackAsTheyWere()
    {
        using var session = Open();
        object?[] given = [
            "", "short", "longer than twelve bytes", "\u03B2-catenin \uD83E\uDDEC", "it's; DROP TABLE x --", true, 7, long.MinValue, 0.1,
            null];
        using var rows = session.Query("SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS VARCHAR)", CancellationToken.None, given);
        Assert.True(rows.Read());
        object?[] read = [
            .. Enumerable.Range(0, 5).Select(rows.Text), rows.Boolean(5), rows.Int64(6) is { } seven ? (int)seven : null, rows.Int64(7),
            rows.Double(8), rows.Text(9)];
        Assert.Equal(given, read);
        Assert.False(rows.Read());
    }

    [Fact]
    public void Query_EveryNumericType_IsReadAsItsValue()
    {
        using var session = Open();
        using var rows = session.Query(
            "SELECT (-1)::TINYINT, (-2)::SMALLINT, (-3)::INTEGER, 4::UTINYINT, 5::USMALLINT, 6::UINTEGER, 7::UBIGINT, 1.5::FLOAT, "
            + "NULL::INTEGER", CancellationToken.None);
        Assert.True(rows.Read());
        Assert.Equal([-1, -2, -3, 4, 5, 6, 7], Enumerable.Range(0, 7).Select(i => rows.Int64(i)!.Value));
        Assert.Equal(1.5, rows.Double(7));
        Assert.Null(rows.Int64(8));
        Assert.True(rows.IsNull(8));
    }

    [Fact]
    public void Query_ThreeMillionRows_StreamWithoutBeingHeld()
    {
        using var session = Open(memory: 64 << 20);
        using var rows =
            session.Query("SELECT i, 'a text that does not fit into the vector ' || i FROM range(3000000) t(i)", CancellationToken.None);
        long sum = 0;
        while (rows.Read()) sum += rows.Int64(0)!.Value;
        Assert.Equal((3_000_000, 4_499_998_500_000), (rows.Number, sum));
    }

    [Fact]
    public void Query_ParquetFile_KeepsTypesAndNulls()
    {
        using var session = Open();
        var file = _folder.File("t.parquet");
        session.Execute(
            "COPY (SELECT CASE WHEN i % 2 = 0 THEN 'g' || i END AS gene, i::DOUBLE / 4 AS value FROM range(5000) t(i)) TO '" + file
            + "' (FORMAT parquet, COMPRESSION zstd)", CancellationToken.None);
        using var rows = session.Query("SELECT gene, value FROM read_parquet(?) ORDER BY value", CancellationToken.None, file);
        Assert.Equal(["gene", "value"], rows.Columns.AsEnumerable());
        for (var i = 0; rows.Read(); i++) Assert.Equal((i % 2 == 0 ? $"g{i}" : null, i / 4.0), (rows.Text(0), rows.Double(1)!.Value));
        Assert.Equal(5000, rows.Number);
    }

    [Fact]
    public void Query_MoreThanTheMemoryAndTheTempFolderHold_EndsWithASentence()
    {
        using var session = DuckDbSession.Open(new DuckDbOptions(24 << 20, _folder.Place, 8 << 20, 1));
        var failure = Assert.Throws<DuckDbException>(() =>
            session.Execute(
                "CREATE TABLE t AS SELECT hash(i) AS h, repeat('x', 200) || hash(i) AS text FROM range(2000000) r(i) ORDER BY h",
                CancellationToken.None));
        Assert.StartsWith("DuckDB failed while", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        using var still = session.Query("SELECT 1", CancellationToken.None);
        Assert.True(still.Read());
    }

    [Fact]
    public async Task Query_CancelledWhileItRuns_StopsAndTheSessionGoesOn()
    {
        using var session = Open();
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => session.Execute(Endless, stop.Token));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromMinutes(1)));
        using var rows = session.Query("SELECT 1", CancellationToken.None);
        Assert.True(rows.Read());
    }

    [Fact]
    public async Task Query_CancelledAtAnyMomentOfItsStart_Stops()
    {
        using var session = Open();
        for (var i = 0; i < 60; i++)
        {
            using var stop = new CancellationTokenSource();
            var running = Task.Run(() => session.Execute(Endless, stop.Token));
            Thread.SpinWait(i * 1_000);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromMinutes(1)));
        }
    }

    [Fact]
    public void Read_CancelledBetweenBlocks_Stops()
    {
        using var session = Open();
        using var stop = new CancellationTokenSource();
        using var rows = session.Query("SELECT i FROM range(10000000) t(i)", stop.Token);
        Assert.True(rows.Read());
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            while (rows.Read()) { }
        });
    }

    [Fact]
    public void Query_WrongStatementFileOrValue_IsOneSentence()
    {
        using var session = Open();
        var torn = _folder.Write("torn.parquet", "PAR1 and then nothing of the kind");
        foreach (var (sql, parameters, says) in new (string, object?[], string)[]
        {
            ("SELECT nothing FROM range(1)", [], "nothing"),
            ("SELEC 1", [], "syntax"),
            ("SELECT * FROM read_parquet(?)", [_folder.File("absent.parquet")], "absent.parquet"),
            ("SELECT * FROM read_parquet(?)", [torn], "torn.parquet"),
            ("SELECT CAST(? AS INTEGER)", ["seven"], "seven"),
        })
        {
            var failure = Assert.Throws<DuckDbException>(() => session.Execute(sql, CancellationToken.None, parameters));
            Assert.Contains(says, failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', failure.Message);
        }
    }

    [Fact]
    public void Cells_AskedForAsAnotherType_NameTheColumn()
    {
        using var session = Open();
        using var rows = session.Query("SELECT 'x' AS gene, 1 AS number", CancellationToken.None);
        Assert.Throws<InvalidOperationException>(() => rows.Text(0));
        Assert.True(rows.Read());
        Assert.Contains("gene", Assert.Throws<DuckDbException>(() => rows.Int64(0)).Message, StringComparison.Ordinal);
        Assert.Contains("number", Assert.Throws<DuckDbException>(() => rows.Text(1)).Message, StringComparison.Ordinal);
        rows.Dispose();
        Assert.Throws<ObjectDisposedException>(() => rows.Int64(1));
    }

    [Fact]
    public void Query_OtherNumberOfParameters_IsRefused()
    {
        using var session = Open();
        Assert.Throws<ArgumentException>(() => session.Query("SELECT ?", CancellationToken.None));
        Assert.Throws<ArgumentException>(() => session.Query("SELECT ?", CancellationToken.None, 1, 2));
        Assert.Throws<ArgumentException>(() => session.Query("SELECT 1", CancellationToken.None, 1));
        session.Execute("SELECT '?', 'it''s ?' AS \"who?\", ?", CancellationToken.None, 1);
    }

    [Fact]
    public void Read_WrongFarBelow_IsOneSentence_AndNoEnd()
    {
        using var session = Open();
        const string sql = "SELECT CAST(CASE WHEN i = 1000000 THEN 'seven' ELSE '1' END AS INTEGER) FROM range(3000000) t(i)";
        using var rows = session.Query(sql, CancellationToken.None);
        var failure = Assert.Throws<DuckDbException>(() =>
        {
            while (rows.Read()) { }
        });
        Assert.Contains("seven", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        // On a busy machine it may be met before the first row is handed over.
        Assert.InRange(rows.Number, 0, 1_000_000);
    }

    [Fact]
    public void Open_WithoutATempFolder_SpillsNowhere_AndFetchesNoExtension()
    {
        using var session = DuckDbSession.Open(new DuckDbOptions());
        foreach (
            var (name, value) in new[] { ("temp_directory", ""), ("autoinstall_known_extensions", "false"),
            ("autoload_known_extensions", "false") })
        {
            using var rows = session.Query($"SELECT current_setting('{name}')::VARCHAR", CancellationToken.None);
            Assert.True(rows.Read());
            Assert.Equal(value, rows.Text(0));
        }
        Assert.Throws<DuckDbException>(() => DuckDbSession.Open(new DuckDbOptions(Threads: 0)));
    }

    [DataFact]
    public void Query_TahoeCompounds_AreReadFromTheirParquetFile()
    {
        using var session = Open();
        using var rows = session.Query(
            "SELECT drug, targets FROM read_parquet(?)", CancellationToken.None, ReferenceData.File("tahoe/drug_metadata.parquet"));
        var targets = 0;
        while (rows.Read()) targets += rows.Text(1) is null ? 0 : 1;
        Assert.Equal((379, 264), (rows.Number, targets));
    }
}
