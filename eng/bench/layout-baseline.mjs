// Lays out the graphs on standard input with dagre and prints, for each, the median time and the way points of its edges.
import { Graph, layout } from '@dagrejs/dagre';
import { text } from 'node:stream/consumers';

const ROUNDS = 15;

const build = ({ nodes, edges, width, height }) => {
  const graph = new Graph().setGraph({}).setDefaultEdgeLabel(() => ({}));
  nodes.forEach(node => graph.setNode(node, { width, height }));
  edges.forEach(([from, to]) => graph.setEdge(from, to));
  return graph;
};

const measure = question => {
  const times = [];
  let graph;
  for (let round = 0; round < 2 * ROUNDS; round++) {
    graph = build(question);
    const start = performance.now();
    layout(graph);
    if (round >= ROUNDS) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const edges = graph.edges().map(edge => graph.edge(edge).points.map(({ x, y }) => [x, y]));
  return { milliseconds: times[times.length >> 1], edges };
};

console.log(JSON.stringify(JSON.parse(await text(process.stdin)).map(measure)));
