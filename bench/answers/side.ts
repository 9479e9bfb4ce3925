/**
 * What one checkout does for `npm run bench:answers`, in a process of its own: `side.ts CHECKOUT make FOLDER STUDIES` makes a
 * catalogue, `side.ts CHECKOUT ask FOLDER QUESTIONS ANSWERS` writes what it answers, one line of JSON an answer.
 */
import { closeSync, copyFileSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as engines from '../../src/finder/catalogue/search/engine.ts'
import type * as imports from '../../src/finder/catalogue/import/import-studies.ts'
import type * as vocabularies from '../../src/finder/vocabulary/vocabulary.ts'
import type * as readers from '../../src/finder/registry/read-records.ts'
import type { Questions } from './questions.ts'

const [checkout = '', what = '', folder = '', ...rest] = process.argv.slice(2)
const { openVocabulary } = await from<typeof vocabularies>('vocabulary/vocabulary.ts')
if (what === 'make') await make(Number(rest[0]))
else await ask(rest[0] ?? '', rest[1] ?? '')

/** Several segments, of which the last two replace studies of those before. */
async function make(studies: number): Promise<void> {
  const { importStudies } = await from<typeof imports>('catalogue/import/import-studies.ts')
  const { readRecords } = await from<typeof readers>('registry/read-records.ts')
  const data = join(folder, 'data')
  mkdirSync(data, { recursive: true })
  copyFileSync(join(folder, '../places.sqlite'), join(data, 'places.sqlite'))
  for (const [round, name] of ['studies.zip', 'changed-1.zip', 'changed-2.zip'].entries())
    await importStudies({
      folder: join(data, 'catalogue'),
      placesFile: join(data, 'places.sqlite'),
      vocabulary: openVocabulary(),
      workers: round === 0 ? 2 : 1,
      ...(round === 0 && { studiesASegment: Math.ceil(studies / 5) }),
      now: () => Temporal.Instant.from(`2026-11-2${1 + round}T06:00:00Z`),
      sources: [
        {
          name,
          records: (onProgress) => readRecords(join(folder, '..', name), { onProgress }),
        },
      ],
    })
}

async function ask(questions: string, answers: string): Promise<void> {
  const { openEngine } = await from<typeof engines>('catalogue/search/engine.ts')
  const { queries, similar, among } = JSON.parse(readFileSync(questions, 'utf8')) as Questions
  const engine = openEngine(join(folder, 'data/catalogue'), openVocabulary())
  const out = openSync(answers, 'w')
  const write = (answer: unknown): void =>
    void writeSync(out, `${JSON.stringify(answer) ?? 'null'}\n`)
  for (const query of queries) write(engine.search(query))
  for (const one of similar) write(engine.similar(one.nctId, 10, one.today, one.only))
  const began = process.cpuUsage()
  for (const found of engine.searchAmong(among.studies, among.queries)) write(found)
  const { user } = process.cpuUsage(began)
  closeSync(out)
  engine.close()
  process.stdout.write(`${JSON.stringify({ amongSeconds: user / 1e6 })}\n`)
}

/** A file of that checkout's finder. */
async function from<Module>(name: string): Promise<Module> {
  return (await import(pathToFileURL(join(checkout, 'src/finder', name)).href)) as Module
}
