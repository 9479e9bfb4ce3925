/**
 * Makes `data/vocabulary/drugs.tsv.gz` from a list of names of drugs.
 * Usage: node scripts/drugs.ts path/to/drugs.tsv.gz
 *
 * The source has a line for each name: preferred name, name, kind, language, marks, sources. Here a drug is one
 * line, its names in three groups by how they may be used: in running text; with care, because they are short or
 * everyday words too; and only when they are all that was asked. A name may be that of several drugs. Sources
 * whose terms are not known are left out, and so are names that search reads as one it has already.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { everydayWords } from '../src/finder/vocabulary/drug-forms.ts'
import { tokens } from '../src/finder/vocabulary/fold.ts'

type Use = 'text' | 'care' | 'exact'

interface Row {
  readonly preferred: string
  readonly name: string
  readonly kind: string
  readonly marks: ReadonlySet<string>
  readonly sources: ReadonlySet<string>
}

function main(source: string | undefined): void {
  if (!source) throw new Error('Usage: node scripts/drugs.ts drugs.tsv.gz')
  const rows = [...readRows(source), ...missing]
  const drugs = Map.groupBy(rows, ({ preferred }) => preferred)
  const lines = [...drugs].flatMap(([preferred, rows]) => lineOf(preferred, rows) ?? [])
  const target = join(import.meta.dirname, '../data/vocabulary/drugs.tsv.gz')
  writeFileSync(target, gzipSync(`${lines.join('\n')}\n`, { level: 9 }))
  console.log(`${lines.length} drugs`)
}

function readRows(source: string): Row[] {
  const [, ...lines] = gunzipSync(readFileSync(source)).toString('utf8').trimEnd().split('\n')
  return lines.flatMap((line) => {
    const [preferred = '', name = '', kind = '', , marks = '', sources = ''] = line.split('\t')
    const known = new Set(sources.split('|').filter((one) => !unknownTerms.has(one)))
    if (known.size === 0 || name.includes('|')) return []
    const owner = ownerOf(preferred, name)
    if (owner === undefined) return []
    return [{ preferred: owner, name, kind, marks: new Set(marks.split(',')), sources: known }]
  })
}

/** Whose a name is, where the source gives it to another medicine; undefined where it is of several, or of a kind of treatment. */
function ownerOf(preferred: string, name: string): string | undefined {
  if (name.toLowerCase() === 'estrogen replacement therapy') return undefined
  if (preferred !== 'Hyoscyamine') return preferred
  // The left-handed half of atropine alone is hyoscyamine; the names of the whole are those of atropine.
  if (name === 'Isopto' || name === '(−)-atropine') return undefined
  return ofAtropine.test(name) ? 'Atropine' : preferred
}

const ofAtropine = /^(?!\(S\)-).*atropin|^dl-|^Atropen$|^Ryjunea$/i

/** Names that every list of medicines has, and that the source has under none of its own. */
const missing: readonly Row[] = [
  {
    preferred: 'Atropine',
    name: 'Atropine',
    kind: 'name',
    marks: new Set(),
    sources: new Set(['hand']),
  },
]

/** Whose terms of use could not be found. */
const unknownTerms: ReadonlySet<string> = new Set(['nhs', 'product-list'])

/** Lists of medicines that are, or were, on a market: their names are those of medicines, not of chemicals. */
const markets = ['bdpm', 'dpd', 'ema', 'fda', 'medlineplus', 'hand']

function useOf({ name, kind, marks, sources }: Row): Use {
  if (marks.has('mesh-only')) return 'exact'
  if (marks.has('short') || everydayWords.has(name.toLowerCase())) return 'care'
  if (markets.some((market) => sources.has(market))) return 'text'
  if (marks.has('word')) return 'care'
  const isOneWord = /^\p{L}[\p{L}-]{4,}$/u.test(name)
  const isAgreed = sources.has('drugbank') && (kind === 'name' || sources.has('mesh-fds'))
  return isOneWord && isAgreed ? 'text' : 'exact'
}

/** Preferred name, then the names of each group divided by `|`; undefined for a drug without any. */
function lineOf(preferred: string, rows: readonly Row[]): string | undefined {
  const seen = new Set<string>()
  const named = (use: Use): string =>
    rows
      .filter((row) => useOf(row) === use)
      .map(({ name }) => name)
      .filter((name) => {
        const key = tokens(name).join(' ')
        if (key === '' || seen.has(key)) return false
        seen.add(key)
        return true
      })
      .join('|')
  const groups = [named('text'), named('care'), named('exact')]
  return groups.every((group) => group === '') ? undefined : [preferred, ...groups].join('\t')
}

main(process.argv[2])
