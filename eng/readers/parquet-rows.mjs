// Reads Parquet files with hyparquet, which shares no code with DuckDB: for each path on standard input its columns, then its rows, as lines of JSON.
import { readFileSync } from 'node:fs';
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';

const plain = (_, value) => (typeof value === 'bigint' ? Number(value) : value);
for (const path of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const bytes = readFileSync(path);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  console.log(JSON.stringify(parquetSchema(parquetMetadata(file)).children.map((c) => c.element.name)));
  for (const row of await parquetReadObjects({ file, compressors })) console.log(JSON.stringify(row, plain));
}
