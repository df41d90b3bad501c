// Reads exports of traces with readers that are not ours. On standard input one JSON object a line: { graphml, cx2, json, mermaid }; for each
// line one with what the readers found: nodes by id with their attributes, edges with theirs, the violations of the JSON Schema.
// GraphML: graphology-graphml. CX2: Cytoscape's cx-viz-converter. JSON: ajv over docs/schema. Mermaid: mermaid itself.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import Ajv2020 from 'ajv/dist/2020.js';
import Graph from 'graphology';
import graphml from 'graphology-graphml';
import { Window } from 'happy-dom';

const require = createRequire(import.meta.url);
globalThis.self = globalThis; // the converter is bundled for browsers
const converter = require('@js4cytoscape/cx-viz-converter');

// Mermaid cleans labels with a document's help; the grammar itself needs none.
const window = new Window();
for (const name of ['document', 'Element', 'Node', 'NodeFilter', 'DocumentFragment', 'HTMLTemplateElement', 'HTMLFormElement', 'DOMParser', 'NamedNodeMap'])
  globalThis[name] = name === 'document' ? window.document : window[name];
globalThis.window = window;
const { default: mermaid } = await import('mermaid');
mermaid.initialize({ startOnLoad: false, maxTextSize: 10_000_000, maxEdges: 100_000 });

const validate = new Ajv2020({ allErrors: true, validateFormats: false }).compile(JSON.parse(readFileSync(new URL('../../docs/schema/vcr-trace-1.schema.json', import.meta.url))));

const readGraphMl = text => {
  const graph = graphml.parse(Graph, text, { addMissingNodes: false });
  return {
    nodes: graph.mapNodes((id, attributes) => ({ id, attributes })),
    edges: graph.mapEdges((id, attributes, source, target) => ({ source, target, attributes })),
  };
};

const readCx2 = text => {
  // A style is optional in CX2, but this reader looks for one.
  const { elements } = converter.convert([...JSON.parse(text), { visualProperties: [] }], 'cytoscapeJS');
  const withoutOwn = ({ id, source, target, ...attributes }) => attributes;
  return {
    nodes: elements.nodes.map(({ data }) => ({ id: data.id, attributes: withoutOwn(data) })),
    edges: elements.edges.map(({ data }) => ({ source: String(data.source), target: String(data.target), attributes: withoutOwn(data) })),
  };
};

// Its parser keeps #60; as a mark of its own until it draws.
const decoded = text => text.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));

const readMermaid = async text => {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  return {
    nodes: [...db.getVertices().values()].map(({ id, text }) => ({ id, attributes: { label: decoded(text) } })),
    edges: db.getEdges().map(({ start, end, stroke }) => ({ source: start, target: end, attributes: { stroke } })),
  };
};

const readJson = text => ({ violations: validate(JSON.parse(text)) ? [] : validate.errors.map(e => `${e.instancePath} ${e.message}`) });

const attempt = async (read, text) => {
  try {
    return await read(text);
  } catch (error) {
    return { error: String(error?.message ?? error) };
  }
};

for await (const line of createInterface({ input: process.stdin })) {
  const { graphml: xml, cx2, json, mermaid: chart } = JSON.parse(line);
  const found = { graphml: await attempt(readGraphMl, xml), cx2: await attempt(readCx2, cx2), json: await attempt(readJson, json), mermaid: await attempt(readMermaid, chart) };
  console.log(JSON.stringify(found));
}
process.stdout.write('', () => process.exit(0)); // the window would keep the process alive
