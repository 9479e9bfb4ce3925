/**
 * `npm run bench:matching -- --queries FILE --qrels FILE --studies FILE|FOLDER... --labels FILE...`
 * Measures matching on files of these shapes and writes `docs/benchmarks-matching.md` (or `--out FILE`).
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openVocabulary } from '../../src/finder/vocabulary/vocabulary.ts'
import { limitSection, measureLimits } from './limits/measure-limits.ts'
import { measureLaterNotes, measureNotes } from './notes/measure-notes.ts'
import { laterNoteSection, noteSection } from './notes/note-section.ts'
import { measureParse } from './parse.ts'
import { readGrades, readLabels, readStudies, readTopics } from './read-files.ts'
import { page, parseSection, retrievalSection, verdictSection } from './report.ts'
import { measureRetrieval } from './retrieval.ts'
import { verdictRows } from './verdicts.ts'

const usage = `Nothing to measure. Give one or more of:
  --queries FILE --qrels FILE --studies FILE...   how well studies are ranked for each patient
  --labels FILE...                                criterion verdicts beside an expert's
  --studies FILE...                               how criteria texts are parsed
  --limits                                        limits with a number in 300 annotated lines, which are here
  --notes                                         facts in 200 annotated notes, which are here
Studies are JSON lines (.ndjson, .gz), or a folder of XML or JSON records. --out FILE names the report.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    queries: { type: 'string' },
    qrels: { type: 'string' },
    studies: { type: 'string', multiple: true },
    labels: { type: 'string', multiple: true },
    limits: { type: 'boolean', default: false },
    notes: { type: 'boolean', default: false },
    out: {
      type: 'string',
      default: join(import.meta.dirname, '../../docs/benchmarks-matching.md'),
    },
  },
})

const studies = [...(values.studies ?? []), ...positionals]
if (studies.length === 0 && !values.labels && !values.limits && !values.notes) {
  console.error(usage)
  process.exit(2)
}
await measure()

async function measure(): Promise<void> {
  const vocabulary = openVocabulary()
  const today = Temporal.Now.plainDateISO().toString()
  const sections: string[] = []
  const grades = values.qrels ? readGrades(values.qrels) : new Map<string, Map<string, number>>()
  const read = studies.length > 0 ? await readStudies(studies, grades) : undefined
  if (read && values.queries && read.judged.size > 0) {
    const topics = readTopics(values.queries)
    const options = { vocabulary, today }
    sections.push(retrievalSection(await measureRetrieval(topics, grades, read.judged, options)))
  }
  if (values.labels) {
    const labels = readLabels(values.labels)
    const selfCheck = verdictRows(labels, vocabulary, 'self-check')
    sections.push(verdictSection(selfCheck, verdictRows(labels, vocabulary, 'screening'), labels))
  }
  if (values.limits) sections.push(limitSection(measureLimits()))
  if (values.notes)
    sections.push(noteSection(measureNotes()), laterNoteSection(measureLaterNotes()))
  if (read) sections.push(parseSection(measureParse(read.texts, vocabulary)))
  const text = page(today, sections)
  writeFileSync(values.out, text)
  console.log(text)
}
