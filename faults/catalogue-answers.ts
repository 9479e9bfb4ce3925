import { readManifest } from '../src/finder/catalogue/model/manifest.ts'
import { readChanges } from '../src/finder/catalogue/model/changes.ts'
import type { Results } from '../src/finder/catalogue/model/query.ts'
import { openEngine } from '../src/finder/catalogue/search/engine.ts'
import type { Vocabulary } from '../src/finder/vocabulary/concept.ts'
import type { Server } from './server.ts'

/** What was answered to each question: text, or `refused` where it was refused or said not to be complete. */
export type Answers = Readonly<Record<string, string>>

const refused = 'refused'
const today = '2026-11-23'
const queries = [
  {},
  { q: 'disease' },
  { q: 'children' },
  { q: 'blood', sort: 'updated' },
  { q: '"standard of care"' },
  { q: 'inclusion' },
  { q: 'infec*' },
  { q: 'kawasakki' },
  { q: 'treatment -cancer', sort: 'newest' },
  { cond: 'cancer OR diabetes' },
  { intr: 'drug', phase: ['PHASE2'] },
  { elig: '"informed consent"' },
  { status: ['COMPLETED'], sex: 'FEMALE' },
  { near: { lat: 48.85, lon: 2.35 }, withinKm: 500, sort: 'nearest' },
  { country: ['US'], age: { min: 7000, max: 7100 } },
] as const

/** Every study a catalogue has. */
export async function idsIn(folder: string): Promise<readonly string[]> {
  const { openVocabulary } = await import('../src/finder/vocabulary/vocabulary.ts')
  const engine = openEngine(folder, openVocabulary())
  const ids = engine.search({ today, pageSize: 1000 }).hits.map(({ nctId }) => nctId)
  engine.close()
  return ids.toSorted()
}

/** Asks the catalogue in a folder everything, in this process; `strike` is done once it is open. */
export async function answersOf(
  folder: string,
  vocabulary: Vocabulary,
  ids?: readonly string[],
  strike?: () => void,
): Promise<Answers> {
  const answers: Record<string, string> = {}
  const note = (name: string, ask: () => unknown): void => {
    try {
      answers[name] = JSON.stringify(ask()) ?? 'nothing'
    } catch {
      answers[name] = refused
    }
  }
  let engine: ReturnType<typeof openEngine> | undefined
  try {
    engine = openEngine(folder, vocabulary)
  } catch {
    engine = undefined
  }
  strike?.()
  const asked = ids ?? (await idsIn(folder))
  for (const id of asked) note(id, () => known(engine).study(id))
  for (const query of queries) note(JSON.stringify(query), () => whole(search(engine, query)))
  note('similar', () => needed(known(engine).similar(asked[0] ?? '', 5, today)))
  engine?.close()
  const lists = await changesIn(folder).catch(() => refused)
  return { ...answers, lists }
}

type Engine = ReturnType<typeof openEngine>

function known(engine: Engine | undefined): Engine {
  if (!engine) throw new Error('not open')
  return engine
}

function needed<T>(answer: T | undefined): T {
  if (answer === undefined) throw new Error('not answered')
  return answer
}

function search(engine: Engine | undefined, query: object): Results {
  return known(engine).search({ ...query, today, pageSize: 100 })
}

function whole<T extends object>(results: T): T {
  if ('isIncomplete' in results) throw new Error('not complete')
  return results
}

async function changesIn(folder: string): Promise<string> {
  const lists = readManifest(folder)?.changeLists ?? []
  return JSON.stringify(await Promise.all(lists.map((list) => readChanges(folder, list))))
}

const paths = [
  '/search.json?q=disease',
  '/search?q=children',
  '/search.csv?q=blood',
  '/fr/search?near=Paris',
  '/search.json?q=kawasakki',
  '/search.atom?q=treatment',
  '/suggest?q=can',
  '/suggest?q=dia',
  '/categories.json',
  '/categories/cancers',
]

/** Asks a running server. */
export async function answersIn(server: Server, ids: readonly string[]): Promise<Answers> {
  const answers: Record<string, string> = {}
  for (const path of [...paths, ...ids.flatMap(pagesOf)]) {
    const { status, text } = await server.get(path)
    answers[path] = isHonest(status, text) ? refused : `${status} ${withoutMoments(text)}`
  }
  return answers
}

function pagesOf(id: string): string[] {
  return [`/studies/${id}.json`, `/studies/${id}`]
}

function isHonest(status: number, text: string): boolean {
  return (
    status === 503 || /"incomplete":true|studies may be missing here|peuvent manquer ici/.test(text)
  )
}

/** Nothing that differs from one request to the next, nor the similar studies, which are an extra that may be missing. */
function withoutMoments(text: string): string {
  return text
    .replace(/<section class="study-similar"[^]*?<\/section>/, '')
    .replaceAll(/nonce="[^"]*"/g, '')
    .replaceAll(/<updated>[^<]*<\/updated>/g, '')
}

/** Which answers differ from the sound ones, and how many were refused. */
export function differences(
  sound: Answers,
  answers: Answers,
): { readonly wrong: readonly string[]; readonly refused: number } {
  const asked = Object.entries(answers)
  const wrong = asked.filter(([name, text]) => text !== refused && text !== sound[name])
  return {
    wrong: wrong.map(([name]) => name),
    refused: asked.filter(([, text]) => text === refused).length,
  }
}
