import { join } from 'node:path'
import { categories } from '../../vocabulary/categories.ts'
import { fold, tokens } from '../../vocabulary/fold.ts'
import { type SuggestedName, type NameParts, writeNamesFile } from '../segment/names.ts'
import { studyFlag } from '../segment/columns.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import { learnedNames } from './learned-names.ts'
import type { CatalogueSummary, StudyCount } from '../model/summary.ts'
import type { Concept, Vocabulary } from '../../vocabulary/concept.ts'
import { conceptKey } from '../model/plan.ts'

/** What is worked out over the whole catalogue once its segments are written. */
export interface Overview {
  readonly summary: Omit<CatalogueSummary, 'generation' | 'imported'>
  readonly categories: Readonly<Record<string, StudyCount>>
}

/** Counts studies, countries and categories over the segments; only the version of a study that counts is counted. */
export function overviewOf(loaded: readonly LoadedSegment[]): Overview {
  const counts = categories.map(() => ({ all: 0, recruiting: 0 }))
  const countries = new Set<string>()
  let studies = 0
  let recruiting = 0
  for (const { columns, alive, segment } of loaded) {
    for (let doc = 0; doc < alive.length; doc++) {
      if (alive[doc] === 0) continue
      const open = (columns.flags[doc] ?? 0) & studyFlag.open ? 1 : 0
      studies++
      recruiting += open
      for (let bits = columns.categories[doc] ?? 0; bits !== 0; bits &= bits - 1) {
        const count = counts[31 - Math.clz32(bits & -bits)]
        if (count) {
          count.all++
          count.recruiting += open
        }
      }
    }
    for (const code of segment.countries) countries.add(code)
  }
  return {
    summary: { studies, recruiting, countries: countries.size, ...processedBetween(loaded) },
    categories: Object.fromEntries(
      categories.map(({ slug }, index) => [slug, counts[index] ?? { all: 0, recruiting: 0 }]),
    ),
  }
}

function processedBetween(
  loaded: readonly LoadedSegment[],
): Pick<CatalogueSummary, 'processedFrom' | 'processedTo'> {
  const serving = loaded.filter(({ alive }) => alive.includes(1))
  const from = serving
    .map(({ segment }) => segment.processed.from)
    .filter(Boolean)
    .toSorted()[0]
  const to = serving
    .map(({ segment }) => segment.processed.to)
    .filter(Boolean)
    .toSorted()
    .at(-1)
  return { ...(from && { processedFrom: from }), ...(to && { processedTo: to }) }
}

/** Writes the names of one state of the catalogue: suggestions, spellings, and studies by MeSH term. Gives the file's checksum. */
export function writeCatalogueNames(
  file: string,
  loaded: readonly LoadedSegment[],
  vocabulary: Vocabulary,
): number {
  const concepts = conceptCounts(loaded, vocabulary)
  const written = writtenNames(loaded)
  const parts: NameParts = {
    names: namesToSuggest(concepts, written, vocabulary),
    words: spellingWords(concepts, written),
    concepts: [...concepts].map(([{ term }, count]) => ({ term, count })),
    otherNames: learnedNames(loaded, vocabulary),
  }
  return writeNamesFile(file, parts)
}

/** Studies about each concept or something narrower. */
function conceptCounts(
  loaded: readonly LoadedSegment[],
  vocabulary: Vocabulary,
): Map<Concept, StudyCount> {
  const byKey = new Map<string, Concept>()
  for (const concept of vocabulary.concepts)
    for (const kind of ['exact', 'broader'] as const)
      byKey.set(conceptKey(kind, concept.term), concept)
  const counts = new Map<Concept, StudyCount>()
  for (const { segment, alive, columns } of loaded)
    for (const stored of segment.concepts()) {
      const concept = byKey.get(stored.term)
      if (!concept) continue
      let { all, recruiting } = counts.get(concept) ?? { all: 0, recruiting: 0 }
      for (const doc of stored.docs) {
        if (alive[doc] === 0) continue
        all++
        if ((columns.flags[doc] ?? 0) & studyFlag.open) recruiting++
      }
      counts.set(concept, { all, recruiting })
    }
  return counts
}

/** Conditions and treatments as records write them, with how often. */
function writtenNames(loaded: readonly LoadedSegment[]): SuggestedName[] {
  const names = new Map<string, SuggestedName>()
  for (const { segment } of loaded)
    for (const { text, kind, count } of segment.names()) {
      if (kind === 'other name') continue
      const key = `${kind}:${fold(text)}`
      const before = names.get(key)
      names.set(key, {
        text: before?.text ?? text,
        kind: kind === 'treatment' ? 'treatment' : 'condition',
        studies: (before?.studies ?? 0) + count,
      })
    }
  return [...names.values()]
}

const mostNames = 60_000

function namesToSuggest(
  concepts: ReadonlyMap<Concept, StudyCount>,
  written: readonly SuggestedName[],
  vocabulary: Vocabulary,
): SuggestedName[] {
  const names: SuggestedName[] = []
  for (const [concept, { all }] of concepts)
    if (all > 0) {
      names.push({ text: concept.term, kind: 'condition', studies: all })
      for (const text of concept.entryTerms.filter(readsNaturally).slice(0, 6))
        names.push({ text, kind: 'condition', term: concept.term, studies: all })
    }
  const known = new Set(names.map(({ text }) => fold(text)))
  const others = written
    .filter(
      ({ text, kind }) =>
        !known.has(fold(text)) && !(kind === 'condition' && vocabulary.byName(text)),
    )
    .toSorted((a, b) => b.studies - a.studies || (a.text < b.text ? -1 : 1))
  return [...names, ...others.slice(0, Math.max(0, mostNames - names.length))]
}

/** "Syndrome, Kawasaki" is for an index of a book. */
function readsNaturally(text: string): boolean {
  return !text.includes(',')
}

function spellingWords(
  concepts: ReadonlyMap<Concept, StudyCount>,
  written: readonly SuggestedName[],
): NameParts['words'] {
  const words = new Map<string, { stem: string; surface: string; weight: number }>()
  const add = (text: string, weight: number) => {
    for (const raw of fold(text).match(/\p{L}{4,}/gu) ?? []) {
      const [stem] = tokens(raw)
      if (stem === undefined) continue
      const known = words.get(stem)
      if (known) known.weight += weight
      else words.set(stem, { stem, surface: raw, weight })
    }
  }
  for (const [{ term, entryTerms }, { all }] of concepts)
    for (const text of [term, ...entryTerms]) add(text, Math.min(all, 50))
  for (const { text, studies } of written)
    if (studies > 1 || written.length < 20_000) add(text, studies)
  return [...words.values()]
}

/** The file beside the segments in which a state of the catalogue keeps its names. */
export function namesFile(folder: string, importedAs: string): { name: string; path: string } {
  const name = `names-${importedAs}.sqlite`
  return { name, path: join(folder, name) }
}
