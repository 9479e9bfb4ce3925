import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importStudies } from '../../src/finder/catalogue/import/import-studies.ts'
import { type Engine, openEngine } from '../../src/finder/catalogue/search/engine.ts'
import { type MatchSource, matchPatient } from '../../src/finder/matching/match.ts'
import { readNote } from '../../src/finder/matching/note/read-note.ts'
import { buildPlaces } from '../../src/finder/places/build.ts'
import { readRecords } from '../../src/finder/registry/read-records.ts'
import type { Study } from '../../src/finder/registry/study.ts'
import { plainBm25 } from './bm25.ts'
import { cpuMsSince } from './cpu-time.ts'
import { type Grades, type RankingFigures, meanFigures, rankingFigures } from './measures.ts'
import type { Topic } from './read-files.ts'
import type { Vocabulary } from '../../src/finder/vocabulary/concept.ts'

export interface Retrieval {
  readonly documents: number
  readonly pairs: number
  readonly relevant: number
  readonly halves: readonly {
    readonly name: string
    readonly topics: number
    readonly ours: RankingFigures
    readonly plain: RankingFigures
  }[]
  readonly medianMs: number
  readonly slowestMs: number
}

/** Ranks the judged studies for each topic, with our match and with plain BM25, on halves and on all. */
export async function measureRetrieval(
  topics: readonly Topic[],
  grades: ReadonlyMap<string, Grades>,
  studies: ReadonlyMap<string, Study>,
  { vocabulary, today }: { vocabulary: Vocabulary; today: string },
): Promise<Retrieval> {
  const known = new Map(
    topics.map(({ _id }) => [
      _id,
      new Map([...(grades.get(_id) ?? [])].filter(([id]) => studies.has(id))),
    ]),
  )
  const engine = await indexed([...studies.values()], vocabulary)
  const plain = plainBm25([...studies.values()])
  const rows: { half: number; ours: RankingFigures; plain: RankingFigures }[] = []
  const times: number[] = []
  const source: MatchSource = {
    rank: (wishes, query, limit) => engine.rank(wishes, query, limit),
    study: (id) => studies.get(id),
  }
  for (const [at, { _id, text }] of topics.entries()) {
    const own = known.get(_id) ?? new Map<string, number>()
    if (![...own.values()].some((grade) => grade > 0)) continue
    const begun = process.cpuUsage()
    await matchPatient(readNote(text, { vocabulary }), source, { vocabulary, today })
    times.push(cpuMsSince(begun))
    const matches = await matchPatient(readNote(text, { vocabulary }), source, {
      vocabulary,
      today,
      limit: 100,
    })
    const ids = matches.map(({ nctId }) => nctId)
    rows.push({
      half: at % 2,
      ours: rankingFigures(ids, own),
      plain: rankingFigures(plain(text), own),
    })
  }
  engine.close()
  const all = [...known.values()].flatMap((own) => [...own.values()])
  const half = (name: string, own: typeof rows) => ({
    name,
    topics: own.length,
    ours: meanFigures(own.map((row) => row.ours)),
    plain: meanFigures(own.map((row) => row.plain)),
  })
  const sorted = times.toSorted((a, b) => a - b)
  return {
    documents: studies.size,
    pairs: all.length,
    relevant: all.filter((grade) => grade === 2).length,
    halves: [
      half('all', rows),
      half(
        'developed on',
        rows.filter((row) => row.half === 0),
      ),
      half(
        'held out',
        rows.filter((row) => row.half === 1),
      ),
    ],
    medianMs: sorted[sorted.length >> 1] ?? 0,
    slowestMs: sorted.at(-1) ?? 0,
  }
}

/** An index of exactly these studies, in a folder that is gone when the engine has read it. */
async function indexed(studies: readonly Study[], vocabulary: Vocabulary): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-matching-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'studies.ndjson')
  writeFileSync(file, studies.map((study) => `${JSON.stringify(study)}\n`).join(''))
  const placesFile = join(folder, 'places.sqlite')
  buildPlaces(placesFile)
  const catalogue = join(folder, 'catalogue')
  await importStudies({
    folder: catalogue,
    placesFile,
    vocabulary,
    workers: 1,
    now: () => Temporal.Now.instant(),
    sources: [{ name: 'judged studies', records: () => readRecords(file) }],
  })
  return openEngine(catalogue, vocabulary)
}
