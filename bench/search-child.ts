import { openEngine } from '../src/finder/catalogue/search/engine.ts'
import { openVocabulary } from '../src/finder/vocabulary/vocabulary.ts'
import { latenciesOf, percentile, type SimilarTimes, type Timed } from './figures.ts'
import { queries } from './queries.ts'

/** Asks the sixty queries of a catalogue, and for studies like others, in this process. Arguments: folder, day, repetitions. */
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
const similar = timeSimilar()
engine.close()
const memory = process.memoryUsage().rss / 1024 / 1024
process.stdout.write(`${JSON.stringify({ ...latenciesOf(timed), similar, openSeconds, memory })}\n`)

/** Studies like each of two hundred: the first time, as who opens a page that nobody opened before, and once more. */
function timeSimilar(): SimilarTimes {
  const { hits } = engine.search({ today, sort: 'updated', pageSize: 1000 })
  const some = hits.filter((_, at) => at % 5 === 0)
  const asked = (): number[] =>
    some.map(({ nctId }) => {
      const began = performance.now()
      engine.similar(nctId, 5, today)
      return performance.now() - began
    })
  const [first, again] = [asked(), asked()]
  return {
    p50: percentile(again, 0.5),
    p95: percentile(again, 0.95),
    firstP50: percentile(first, 0.5),
  }
}
