import { openEngine } from '../src/finder/catalogue/search/engine.ts'
import { openVocabulary } from '../src/finder/vocabulary/vocabulary.ts'
import { latenciesOf, type Timed } from './figures.ts'
import { queries } from './queries.ts'

/** Asks the sixty queries of a catalogue, in this process. Arguments: folder, day, repetitions. */
const [folder = '', today = '', repetitions = '7'] = process.argv.slice(2)
const opening = performance.now()
const engine = openEngine(folder, openVocabulary())
const openSeconds = (performance.now() - opening) / 1000

const timed = queries.map(({ q, filters }): Timed => {
  const query = { q, today, ...filters }
  let total = 0
  const once = (): number => {
    const began = performance.now()
    total = engine.search(query).total
    return performance.now() - began
  }
  const first = once()
  once()
  const times = Array.from({ length: Number(repetitions) }, once)
  return { first, times, total }
})
engine.close()
const memory = process.memoryUsage().rss / 1024 / 1024
process.stdout.write(`${JSON.stringify({ ...latenciesOf(timed), openSeconds, memory })}\n`)
