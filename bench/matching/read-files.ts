import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { parseRecord } from '../../src/finder/registry/parse-record.ts'
import { readRecords } from '../../src/finder/registry/read-records.ts'
import { isProblem } from '../../src/finder/registry/records.ts'
import type { Study } from '../../src/finder/registry/study.ts'
import type { Grades } from './measures.ts'

const topic = z.object({ _id: z.string(), text: z.string() })
export type Topic = z.infer<typeof topic>

/** Patient descriptions, one JSON object a line. */
export function readTopics(file: string): Topic[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => topic.parse(JSON.parse(line)))
}

/** Judgements by topic: `query-id`, `corpus-id`, `score`, tab-separated, with or without the line of names. */
export function readGrades(file: string): Map<string, Map<string, number>> {
  const grades = new Map<string, Map<string, number>>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [topicId = '', nctId = '', score = ''] = line.trim().split(/\s+/)
    if (!/^\d+$/.test(score)) continue
    const own = grades.get(topicId) ?? new Map<string, number>()
    grades.set(topicId, own.set(nctId, Number(score)))
  }
  return grades
}

const labelShape = z.object({
  annotation_id: z.union([z.number(), z.string()]).optional(),
  patient_id: z.string(),
  note: z.string().optional(),
  trial_id: z.string(),
  criterion_type: z.enum(['inclusion', 'exclusion']),
  criterion_text: z.string().nullish(),
  expert_eligibility: z.string(),
})
export type Label = z.infer<typeof labelShape> & { readonly note: string }

/** Experts' labels; a label file without notes borrows them, by patient, from another. Each label counts once. */
export function readLabels(files: readonly string[]): Label[] {
  const all = files.flatMap((file) =>
    z.array(labelShape).parse(JSON.parse(readFileSync(file, 'utf8'))),
  )
  const notes = new Map(all.flatMap((one) => (one.note ? [[one.patient_id, one.note]] : [])))
  const labels = new Map<string, Label>()
  for (const one of all) {
    const note = one.note ?? notes.get(one.patient_id)
    const key = `${one.patient_id} ${one.trial_id} ${one.annotation_id ?? ''} ${one.criterion_type} ${one.criterion_text}`
    if (note !== undefined && !labels.has(key)) labels.set(key, { ...one, note })
  }
  return [...labels.values()]
}

/** What the study files hold: the judged studies whole, and every criteria text once. */
export interface StudyFiles {
  readonly judged: ReadonlyMap<string, Study>
  readonly texts: readonly string[]
  readonly unreadable: number
}

/** Of several versions of a study, the first met counts: name the better source first. */
export async function readStudies(
  sources: readonly string[],
  grades: ReadonlyMap<string, Grades>,
): Promise<StudyFiles> {
  const wanted = new Set([...grades.values()].flatMap((own) => [...own.keys()]))
  const judged = new Map<string, Study>()
  const texts = new Map<string, string>()
  let unreadable = 0
  for (const source of sources)
    for await (const found of readRecords(source)) {
      const read = isProblem(found) ? found : parseRecord(found)
      if (isProblem(read)) {
        unreadable++
        continue
      }
      const { identificationModule: id, eligibilityModule } = read.study.protocolSection
      if (texts.has(id.nctId)) continue
      texts.set(id.nctId, eligibilityModule?.eligibilityCriteria ?? '')
      if (wanted.has(id.nctId)) judged.set(id.nctId, read.study)
    }
  return { judged, texts: [...texts.values()].filter((text) => text !== ''), unreadable }
}
