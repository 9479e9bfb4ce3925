/**
 * Makes `data/vocabulary/mesh-diseases.tsv.gz` from the MeSH synonym file.
 * Usage: node scripts/vocabulary.ts path/to/mesh_diseases_synonyms.csv
 *
 * The source file is joined by NAME only: many of its ids are wrong, so ids are left out. Its writer
 * put a stray `|` into some long cells, which cut a few tree numbers and entry terms in two; cut tree
 * numbers are put together again, cut entry terms are left out. So are entry terms that search reads as
 * one it has already: plurals, hyphens, and "Injury, Abdominal" beside "Abdominal Injury".
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { tokens } from '../src/finder/vocabulary/fold.ts'
import { naturalOrder } from '../src/finder/vocabulary/names.ts'

interface Row {
  readonly term: string
  readonly trees: readonly string[]
  readonly entryTerms: readonly string[]
}

function main(source: string | undefined): void {
  if (!source) throw new Error('Usage: node scripts/vocabulary.ts mesh_diseases_synonyms.csv')
  const target = join(import.meta.dirname, '../data/vocabulary/mesh-diseases.tsv.gz')
  const rows = readRows(readFileSync(source, 'utf8'))
  const text = rows.map(lineOf).join('\n')
  writeFileSync(target, gzipSync(`${text}\n`, { level: 9 }))
  console.log(
    `${rows.length} terms, ${rows.reduce((n, row) => n + row.entryTerms.length, 0)} names`,
  )
}

function readRows(csv: string): Row[] {
  const [, ...lines] = csv.trimEnd().split(/\r?\n/)
  return lines.map(readRow).sort((one, other) => (one.term < other.term ? -1 : 1))
}

function readRow(line: string): Row {
  const [, name = '', , synonyms = '', tree = ''] = cellsOf(line)
  const term = name.replaceAll('|', '')
  const trees = wholeTrees(tree.split('|'))
  if (!term || trees.length === 0)
    throw new Error(`No name or no tree number: ${line.slice(0, 80)}`)
  return { term, trees, entryTerms: wholeTerms(synonyms.split('|'), term) }
}

/** The cells of one CSV line; a quoted cell may hold commas and doubled quotes. */
function cellsOf(line: string): string[] {
  const cells = line.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)/g) ?? []
  return cells.map((cell) => cell.replace(/^"|"$/g, '').replaceAll('""', '"'))
}

const treeNumber = /^[A-Z]\d\d(?:\.\d{3})*$/

/** Valid tree numbers; the two halves of a cut one are joined where that gives a valid number. */
function wholeTrees(pieces: readonly string[]): string[] {
  const whole = pieces.filter((piece) => treeNumber.test(piece))
  const cut = pieces.filter((piece) => !treeNumber.test(piece))
  const head = cut.find((piece) => /^[A-Z]/.test(piece))
  const tail = cut.find((piece) => !/^[A-Z]/.test(piece))
  const joined = `${head}${tail}`
  if (cut.length === 2 && treeNumber.test(joined)) whole.push(joined)
  else if (cut.length > 0) console.warn('left out', cut)
  return whole.sort()
}

/** Names that rightly begin in lower case. */
const lowerStart = /^(?:(?:alpha|beta|gamma|delta|mu|a|von|de|tDCSs?|nc|foots?)\b)/
/** First halves of cut names that would match ordinary words. */
const heads = new Set(['Isl', 'Tota', 'Oculoc', 'I', 'Cys', 'Madura', 'Syncop'])

function wholeTerms(pieces: readonly string[], term: string): string[] {
  const kept = pieces
    .map((piece) => piece.trim())
    .filter((piece) => /^[A-Z0-9]/.test(piece) || lowerStart.test(piece))
    .filter((piece) => piece !== term && piece.length > 1 && !heads.has(piece))
  return withoutRepeats(kept, term)
}

/** One name for each run of words as search reads them; the form that is said comes before "Injury, Abdominal". */
function withoutRepeats(names: readonly string[], term: string): string[] {
  const seen = new Set([keyOf(term), keyOf(naturalOrder(term))])
  const inOrder = [...names].sort(bySaidForm)
  return inOrder.filter((name) => {
    const key = keyOf(naturalOrder(name))
    return !seen.has(key) && seen.add(key)
  })
}

function keyOf(name: string): string {
  return tokens(name).join(' ')
}

function bySaidForm(one: string, other: string): number {
  const commas = Number(one.includes(', ')) - Number(other.includes(', '))
  return commas || one.length - other.length || (one < other ? -1 : 1)
}

function lineOf(row: Row): string {
  return [row.term, row.trees.join('|'), row.entryTerms.join('|')].join('\t')
}

main(process.argv[2])
