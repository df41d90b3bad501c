// Writes the rows of a Parquet file as one JSON array on standard output, for tests that compare the starter pack with the public data.
// Usage: node parquet-to-json.mjs FILE [COLUMN...]
import { writeSync } from 'node:fs'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

const [file, ...columns] = process.argv.slice(2)
if (!file) {
  console.error('usage: node parquet-to-json.mjs FILE [COLUMN...]')
  process.exit(2)
}

// JSON has no 64-bit integers: those that a double holds exactly become numbers, others text.
const asJson = (_, value) =>
  typeof value !== 'bigint' ? value : Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()

const rows = await parquetReadObjects({
  file: await asyncBufferFromFile(file),
  compressors,
  columns: columns.length > 0 ? columns : undefined
})

const text = Buffer.from(JSON.stringify(rows, asJson))
for (let written = 0; written < text.length;)
  written += writeSync(1, text, written)
