using System.Text;
using System.Text.Json;

namespace VcrPortal.Generation.Questions;

/// <summary>Writes records in VCR-Agent's new shape, as a list. What the reader read is read again as the same.</summary>
public static class PerturbationRecordWriter
{
    public static string Write(IEnumerable<PerturbationRecord> records)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartArray();
            foreach (var record in records) Write(json, record);
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void Write(Utf8JsonWriter json, PerturbationRecord record)
    {
        json.WriteStartObject();
        json.WriteNumber("index", record.Index);
        json.WriteStartObject("perturbation");
        json.WriteStartArray("context");
        foreach (var context in record.Contexts) Write(json, context);
        json.WriteEndArray();
        json.WriteStartArray("perturbations");
        foreach (var perturbation in record.Perturbations) Write(json, perturbation);
        json.WriteEndArray();
        json.WriteEndObject();
        if (record.Report is not null) json.WriteString("report", record.Report);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CellContext context)
    {
        json.WriteStartObject();
        json.WriteString("perturbation_type", context.PerturbationType);
        json.WriteString("description", context.Description);
        json.WriteString("cell_type", context.CellLine);
        json.WriteString("disease_model", context.DiseaseModel);
        json.WriteString("subtype", context.Subtype);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Perturbation perturbation)
    {
        json.WriteStartObject();
        json.WriteString("type", perturbation.Kind == PerturbationKind.Genetic ? "genetic" : "chemical");
        json.WriteString("name", perturbation.Name);
        json.WriteString("smiles", perturbation.Smiles);
        json.WriteString("moa_type", perturbation.Mechanism);
        json.WriteStartArray("known targets");
        foreach (var target in perturbation.StatedTargets) json.WriteStringValue(target);
        json.WriteEndArray();
        json.WriteString("gene symbol", perturbation.GeneSymbol);
        json.WriteString("gene edit", perturbation.GeneEdit);
        json.WriteString("dose", perturbation.Dose);
        json.WriteString("time", perturbation.Time);
        json.WriteEndObject();
    }
}
