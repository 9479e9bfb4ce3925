import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fact } from '../../../src/study/protocol/facts/fact.ts'
import type { CriterionState } from '../../../src/study/protocol/state/answers.ts'
import { state } from '../../../src/study/protocol/state.ts'
import type { DataFolder } from '../data-folder.ts'
import type { Row, Section } from '../evidence.ts'

const file = 'matching/NCT02390596-criterion-labels.json'
const source = 'annotations 49-67, ncbi/TrialGPT-Criterion-Annotations'

/** The 19 criteria of NCT02390596 as experts labelled them for one boy, against a self-check. */
export function section(data: DataFolder): Section {
  const text = data.read(file)
  const labels: readonly Label[] = text === undefined ? [] : JSON.parse(text)
  const rows = labels.map(rowOf)
  const missing: Row = { what: '19 criteria', published: '19 labels', found: undefined, source }
  return {
    title: 'Criteria that experts labelled',
    note: 'A boy of two with five days of fever and four signs; what his note does not say is not recorded. Silence presumes an exclusion clear in a self-check alone.',
    rows: rows.length > 0 ? rows : [missing],
  }
}

interface Label {
  readonly criterion_text: string
  readonly criterion_type: 'inclusion' | 'exclusion'
  readonly expert_eligibility: string
}

/** What the note says: age, five days of fever, four of the five signs, and that consent will be given. */
const note: readonly Fact[] = [
  { id: 'a', item: 'birthDate', value: '2015-01', at: '2017-03-09' },
  { id: 'b', item: 'firstFeverDay', value: '2017-03-05', at: '2017-03-09' },
  { id: 'c', item: 'kawasakiSigns', value: '4', at: '2017-03-09' },
  { id: 'd', item: 'consentWilling', value: true, at: '2017-03-09' },
]

function rowOf({ criterion_text, criterion_type, expert_eligibility }: Label): Row {
  const found = criteria().find(({ words }) => words === criterion_text)
  return {
    what: `${criterion_text.slice(0, 60)}${criterion_text.length > 60 ? '…' : ''}`,
    published: expert_eligibility,
    found: found ? labelOf(found.state, criterion_type) : 'criterion not found',
    source,
  }
}

function labelOf({ effect, verdict }: CriterionState, type: Label['criterion_type']): string {
  if (verdict === 'not applicable') return 'not applicable'
  if (effect === 'open') return 'not enough information'
  const isIn = effect === 'for'
  if (type === 'inclusion') return isIn ? 'included' : 'not included'
  return isIn ? 'not excluded' : 'excluded'
}

/** Every criterion and member, with the source's words. */
function criteria(): readonly { readonly words: string; readonly state: CriterionState }[] {
  const path = join(import.meta.dirname, '../../../data/protocols/NCT02390596.record-2020.json')
  const protocol = JSON.parse(readFileSync(path, 'utf8'))
  const { eligibility } = state([{ protocol }], note, '2017-03-09T12:00+01:00', {
    mode: 'self-check',
  })
  const words = new Map<string, string>()
  const gather = (all: readonly Written[]): void => {
    for (const { id, words: [first] = [], group } of all) {
      if (first) words.set(id, first.text)
      gather(group?.members ?? [])
    }
  }
  gather(protocol.eligibility)
  const flat = (all: readonly CriterionState[]): readonly CriterionState[] =>
    all.flatMap((one) => [one, ...flat(one.members)])
  return flat(eligibility.criteria).map((one) => ({ words: words.get(one.id) ?? '', state: one }))
}

interface Written {
  readonly id: string
  readonly words?: readonly { readonly text: string }[]
  readonly group?: { readonly members: readonly Written[] }
}
