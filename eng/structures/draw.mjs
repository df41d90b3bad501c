// Draws the compounds of Tahoe-100M from their SMILES, once, into a table that the portal embeds: readers get SVG and no script.
//   VCR_DATA=../shared/data node eng/structures/draw.mjs src/VcrPortal.Web/Features/Entities/structures.tsv.gz
// OpenChemLib lays out and draws (BSD-3-Clause); of its SVG the lines, filled shapes and letters are kept, without colours, so that a page
// draws them in its own. Hydrogens, charges and stereo bonds are as it draws them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { Molecule } from 'openchemlib';

const [target] = process.argv.slice(2);
if (!target) throw new Error('usage: node eng/structures/draw.mjs TARGET.tsv.gz, with VCR_DATA naming the folder of reference data');
const bytes = readFileSync(join(process.env.VCR_DATA ?? '../shared/data', 'tahoe', 'drug_metadata.parquet'));
const compounds = await parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength), compressors });

const plain = { autoCrop: true, autoCropMargin: 8, suppressChiralText: true, suppressCIPParity: true, suppressESR: true, noStereoProblem: true };
const round = (text) => String(Math.round(Number(text) * 10) / 10);
const attributes = (line) => Object.fromEntries([...line.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));

function draw(smiles) {
  const svg = Molecule.fromSmiles(smiles).toSVG(360, 240, 'm', plain);
  const [left, top, width, height] = attributes(svg.slice(0, svg.indexOf('>'))).viewBox.split(' ').map(Number);
  const at = (x, y) => `${round(x - left)} ${round(y - top)}`;
  const [lines, shapes, letters] = [[], [], []];
  for (const [, kind, rest] of svg.matchAll(/<(line|polygon|text) ([^\n]*)/g)) {
    const a = attributes(rest);
    if (a.class === 'event') continue; // what OpenChemLib's own pages listen to
    if (kind === 'line') lines.push(`M${at(a.x1, a.y1)}L${at(a.x2, a.y2)}`);
    else if (kind === 'polygon')
      shapes.push(`M${a.points.trim().split(/\s+/).map((point) => at(...point.split(','))).join('L')}Z`);
    else letters.push(`${at(a.x, a.y)} ${round(a['font-size'])} ${rest.match(/>([^<]*)</)[1].replace('-', '\u2212')}`); // a charge, not a hyphen
  }
  return [Math.ceil(width), Math.ceil(height), lines.join(''), shapes.join(''), letters.join('|')];
}

const rows = [];
for (const { drug, pubchem_cid: cid, canonical_smiles: smiles } of compounds) {
  if (!smiles || !cid) continue;
  try { rows.push([String(cid).replace(/\.0$/, ''), smiles, ...draw(smiles)]); }
  catch (wrong) { console.error(`${drug}: ${wrong.message ?? wrong}`); }
}
rows.sort((one, other) => Number(one[0]) - Number(other[0]));
const head = `# Structures of compounds, drawn from their SMILES. Source: Tahoe-100M drug_metadata (CC0-1.0).
# Made by eng/structures/draw.mjs with OpenChemLib (BSD-3-Clause).
# lines and shapes are paths of SVG; letters are "x y size text", parted by |.
cid\tsmiles\twidth\theight\tlines\tshapes\tletters
`;
const seen = new Set();
const table = head + rows.filter(([cid]) => !seen.has(cid) && seen.add(cid)).map((row) => row.join('\t') + '\n').join('');
writeFileSync(target, gzipSync(table, { level: 9 }));
console.log(`${seen.size} structures, ${table.length} bytes, packed ${readFileSync(target).length}`);
