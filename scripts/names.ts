/**
 * Makes the lists of names beside MeSH in `data/vocabulary/`: lay words, French names, abbreviations and French modifiers.
 * Usage: node scripts/names.ts path/to/folder
 *
 * Left out are names that several terms claim, names that MeSH or the lists written for Trialway have already,
 * and the source of each line (`data/vocabulary/README.md` names the sources). Names made by a rule stay marked,
 * except those that the file of a reader (name, term, verdict; a third argument) finds right or wrong.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tokens } from '../src/finder/vocabulary/fold.ts'
import { naturalOrder } from '../src/finder/vocabulary/names.ts'
import { readMeshFile } from '../src/finder/vocabulary/mesh-file.ts'

const target = join(import.meta.dirname, '../data/vocabulary')

function main(source: string | undefined, reader: string | undefined): void {
  if (!source) throw new Error('Usage: node scripts/names.ts folder [verdicts.tsv]')
  const taken = takenNames()
  const french = frenchDiseases(rowsOf(join(source, 'diseases-fr.tsv')), taken, verdictsOf(reader))
  for (const [name = ''] of french) taken.add(keyOf(name))
  write('diseases-fr.tsv', 'French name, MeSH term, and `written`, `read` or `by rule`.', french)
  write(
    'lay-words.tsv',
    'Name, MeSH term, language, and how sure: 1 was read by people or found twice, 2 is in one list only.',
    layWords(rowsOf(join(source, 'lay-words.tsv')), taken),
  )
  write(
    'abbreviations.tsv',
    'Abbreviation, what it means, MeSH term or name of a drug, kind, language; one line for each meaning.',
    rowsOf(join(source, 'abbreviations.tsv')).map((row) => row.slice(0, 5)),
  )
  write(
    'modifiers-fr.tsv',
    'French modifier, the English words, kind.',
    rowsOf(join(source, 'fr-modifiers.tsv')),
  )
}

type Row = readonly string[]

function rowsOf(file: string): Row[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  return lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'))
}

function write(name: string, heading: string, rows: readonly Row[]): void {
  const lines = [`# ${heading}`, ...rows.map((row) => row.join('\t').trimEnd())]
  writeFileSync(join(target, name), `${lines.join('\n')}\n`)
  console.log(`${name}: ${rows.length}`)
}

/** Names as search reads them that mean something already. */
function takenNames(): Set<string> {
  const mesh = readMeshFile().flatMap(({ term, entryTerms }) => [term, ...entryTerms])
  const written = ['names-en.tsv', 'names-fr.tsv'].flatMap((file) =>
    rowsOf(join(target, file)).map(([name = '']) => name),
  )
  return new Set([...mesh, ...mesh.map(naturalOrder), ...written].map(keyOf))
}

function keyOf(name: string): string {
  return tokens(name).join(' ')
}

interface Verdict {
  readonly verdict: string
  readonly better?: string
}

function verdictsOf(file: string | undefined): ReadonlyMap<string, Verdict> {
  const rows = file === undefined ? [] : rowsOf(file)
  return new Map(
    rows.map(([name, term, verdict = '', better]) => [
      `${name}\t${term}`,
      { verdict, ...(better && { better }) },
    ]),
  )
}

function frenchDiseases(
  rows: readonly Row[],
  taken: ReadonlySet<string>,
  verdicts: ReadonlyMap<string, Verdict>,
): Row[] {
  const seen = new Set(taken)
  return rows.flatMap(([name = '', term = '', marks = '', sources = '']): Row[] => {
    if (marks.includes('ambiguous')) return []
    const { verdict, better } = verdicts.get(`${name}\t${term}`) ?? {}
    const made: Row = [name, term, markOf(sources, verdict)]
    const all: Row[] = [
      ...(better ? [[better, term, 'read']] : []),
      ...(verdict === 'wrong' ? [] : [made]),
    ]
    return all.filter(([one = '']) => {
      const key = keyOf(one)
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
  })
}

function markOf(sources: string, verdict: string | undefined): string {
  if (sources === 'hand') return 'written'
  return verdict === 'ok' ? 'read' : 'by rule'
}

function layWords(rows: readonly Row[], taken: ReadonlySet<string>): Row[] {
  const leftOut = rowsOf(join(target, 'lay-words-left-out.tsv')).map(([name = '']) => keyOf(name))
  const seen = new Set([...taken, ...leftOut])
  return rows.flatMap(([name = '', term = '', language = '', marks = '']): Row[] => {
    const key = keyOf(name)
    if (marks.includes('ambiguous') || key === '' || seen.has(key)) return []
    seen.add(key)
    return [[name, term, language, marks.includes('tier1') ? '1' : '2']]
  })
}

main(process.argv[2], process.argv[3])
