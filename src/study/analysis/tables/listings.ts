import type { Protocol } from '../../protocol/document/protocol.ts'
import type { Fact } from '../../protocol/facts/fact.ts'
import type { AnalysedParticipant } from '../participants/participant.ts'
import { askedText } from '../../in-words/questions.ts'
import { titleOf } from '../../in-words/telling.ts'
import { readableQuantity, unitText } from '../../in-words/values.ts'
import { both, joined, same } from '../report/both.ts'
import { inBoth } from '../report/in-both.ts'
import { type BehindRow, type ReportCell, textCell, wordsCell } from '../report/cells.ts'
import type { ReportColumn, ReportRow, ReportTable } from '../report/report.ts'
import { behindRow, criterionTitle } from '../report/study-frame.ts'
import { answerText, groundsText } from './beside.ts'
import { factsBehind } from './endpoint-counts.ts'
import { daysTreated, totalGiven } from './exposure.ts'

/** One row for each participant, each dose, each visit and so on: what every number of the other tables counts. */
export function listings(
  protocol: Protocol,
  participants: readonly AnalysedParticipant[],
): readonly ReportTable[] {
  return [
    listing(
      'participants',
      participantColumns,
      participants.map((one) => participantRow(protocol, one)),
    ),
    listing(
      'doses',
      doseColumns,
      participants.flatMap((one) => doseRows(protocol, one)),
    ),
    listing(
      'visits',
      visitColumns,
      participants.flatMap((one) => visitRows(protocol, one)),
    ),
    listing(
      'endpoints',
      endpointColumns,
      participants.flatMap((one) => endpointRows(protocol, one)),
    ),
    listing(
      'deviations',
      deviationColumns,
      participants.flatMap((one) => deviationRows(protocol, one)),
    ),
    listing(
      'events',
      eventColumns,
      participants.flatMap((one) => eventRows(protocol, one)),
    ),
    listing(
      'questions',
      questionColumns,
      participants.flatMap((one) => questionRows(protocol, one)),
    ),
    listing(
      'facts',
      factColumns,
      participants.flatMap((one) => factRows(protocol, one)),
    ),
  ]
}

type ListingId =
  | 'participants'
  | 'doses'
  | 'visits'
  | 'endpoints'
  | 'deviations'
  | 'events'
  | 'questions'
  | 'facts'

const participantColumns = [
  'site',
  'arm',
  'consent',
  'eligible',
  'firstDose',
  'lastDose',
  'doses',
  'days',
  'total',
  'withdrawal',
  'sets',
] as const
const doseColumns = ['regimen', 'number', 'at', 'day', 'given', 'shown', 'level'] as const
const visitColumns = ['visit', 'standing', 'due', 'window', 'done'] as const
const endpointColumns = ['endpoint', 'answer', 'values', 'why'] as const
const deviationColumns = ['kind', 'at', 'node', 'found', 'expected'] as const
const eventColumns = ['term', 'at', 'grade', 'serious', 'related'] as const
const questionColumns = ['question', 'node', 'blocks'] as const
const factColumns = ['fact', 'item', 'value', 'at', 'site', 'recorded', 'corrects'] as const

type ColumnId =
  | (typeof participantColumns)[number]
  | (typeof doseColumns)[number]
  | (typeof visitColumns)[number]
  | (typeof endpointColumns)[number]
  | (typeof deviationColumns)[number]
  | (typeof eventColumns)[number]
  | (typeof questionColumns)[number]
  | (typeof factColumns)[number]

function listing(
  id: ListingId,
  columns: readonly ColumnId[],
  rows: readonly ReportRow[],
): ReportTable {
  return {
    id: `list-${id}`,
    title: both((words) => words.listings.titles[id]),
    kind: 'listing',
    labelTitle: both((words) => words.participant),
    columns: columns.map((column): ReportColumn => ({
      id: column,
      title: both((words) => words.listings.columns[column]),
    })),
    rows,
    footnotes: [],
  }
}

function rowFor(participant: string, id: string, cells: readonly ReportCell[]): ReportRow {
  return { id, label: same(participant), depth: 0, cells }
}

/** The first cell opens the facts of its row. */
function backed(row: BehindRow, [first, ...others]: readonly ReportCell[]): readonly ReportCell[] {
  return first ? [{ ...first, behind: { rows: [row] } }, ...others] : []
}

function participantRow(protocol: Protocol, one: AnalysedParticipant): ReportRow {
  const { doses, eligibility } = one
  const total = totalGiven(doses)
  const days = doses.length === 0 ? null : daysTreated(doses)
  const sets = one.sets.filter(({ member }) => member === 'yes').map(({ id }) => id)
  const by = eligibility.answer === 'yes' ? [] : eligibility.by
  return rowFor(one.id, one.id, [
    textCell(one.site),
    textCell(one.arm?.text),
    textCell(one.consent?.at),
    wordsCell(
      joined((words, told) =>
        [
          words.eligible[eligibility.answer],
          ...by.map((id) => told(criterionTitle(protocol, id))),
        ].join('; '),
      ),
    ),
    textCell(doses[0]?.at),
    textCell(doses.at(-1)?.at),
    { value: { is: 'count', n: doses.length } },
    days === null ? textCell(undefined) : { value: { is: 'count', n: days } },
    total ? { value: { is: 'quantity', ...total } } : textCell(undefined),
    textCell(one.withdrawal?.at),
    textCell(sets.join(', ')),
  ])
}

function doseRows({ regimens }: Protocol, one: AnalysedParticipant): readonly ReportRow[] {
  return one.doses.map((dose) => {
    const regimen = regimens.find(({ id }) => id === dose.regimen)
    const level = regimen?.levels.find(({ id }) => id === dose.level)
    const cells: readonly ReportCell[] = [
      wordsCell(regimen?.title ?? same(dose.regimen)),
      { value: { is: 'count', n: dose.number } },
      textCell(dose.at),
      textCell(dose.day),
      dose.amount ? { value: { is: 'quantity', ...dose.amount } } : textCell(undefined),
      dose.shown ? { value: { is: 'quantity', ...dose.shown } } : textCell(undefined),
      level ? wordsCell(level.title) : textCell(dose.level),
    ]
    return rowFor(one.id, `${one.id}-${dose.fact}`, backed(behindRow(one.id, [dose.fact]), cells))
  })
}

function visitRows(protocol: Protocol, one: AnalysedParticipant): readonly ReportRow[] {
  return one.visits.map((state) => {
    const title = protocol.visits.find(({ id }) => id === state.id)?.title ?? same(state.id)
    const times = state.occurrence === undefined ? '' : ` (${state.occurrence})`
    const window = state.opens === undefined ? undefined : `${state.opens} – ${state.closes ?? ''}`
    const cells = [
      wordsCell(joined((_, told) => `${told(title)}${times}`)),
      wordsCell(inBoth(protocol, ({ words }) => words.participant.visit.standing[state.standing])),
      textCell(state.due),
      textCell(window),
      textCell(state.doneAt),
    ]
    const id = `${one.id}-${state.id}-${state.occurrence ?? 1}`
    return rowFor(one.id, id, backed(behindRow(one.id, state.facts), cells))
  })
}

function endpointRows(protocol: Protocol, one: AnalysedParticipant): readonly ReportRow[] {
  return one.endpoints.map((state) => {
    const title = protocol.endpoints.find(({ id }) => id === state.id)?.title ?? same(state.id)
    const values = state.values.map(({ name, value }) => {
      if (!value) return `${name}: ?`
      return `${name}: ${'unit' in value ? value.value : value.text}`
    })
    const cells = [
      wordsCell(title),
      wordsCell(answerText(protocol, state)),
      textCell(values.join('; ')),
      wordsCell(groundsText(protocol, state)),
    ]
    return rowFor(
      one.id,
      `${one.id}-${state.id}`,
      backed(behindRow(one.id, factsBehind(state)), cells),
    )
  })
}

function deviationRows(protocol: Protocol, one: AnalysedParticipant): readonly ReportRow[] {
  return one.deviations.map((each) => {
    const shown = (value: typeof each.found) => {
      if (!value) return textCell(undefined)
      if (!('unit' in value)) return textCell(value.text)
      return wordsCell(inBoth(protocol, (telling) => readableQuantity(telling, value)))
    }
    const cells = [
      wordsCell(inBoth(protocol, ({ words }) => words.participant.deviation.types[each.type])),
      textCell(each.at),
      textCell(each.node),
      shown(each.found),
      shown(each.expected),
    ]
    return rowFor(one.id, `${one.id}-${each.id}`, backed(behindRow(one.id, each.facts), cells))
  })
}

function eventRows(protocol: Protocol, one: AnalysedParticipant): readonly ReportRow[] {
  return one.events.map((event) => {
    const cells = [
      textCell(event.term),
      textCell(event.at),
      event.grade === undefined
        ? wordsCell(both((words) => words.unknown))
        : textCell(String(event.grade)),
      knownCell(protocol, event.serious),
      knownCell(protocol, event.related),
    ]
    return rowFor(one.id, `${one.id}-${event.fact}`, backed(behindRow(one.id, [event.fact]), cells))
  })
}

function questionRows(protocol: Protocol, one: AnalysedParticipant): readonly ReportRow[] {
  return one.questions.map((question) => {
    const cells = [
      wordsCell(inBoth(protocol, (telling) => askedText(telling, question))),
      wordsCell(inBoth(protocol, (telling) => titleOf(telling, question.node ?? ''))),
      knownCell(protocol, question.blocks ? 'yes' : 'no'),
    ]
    const row = behindRow(one.id, question.facts)
    return rowFor(one.id, `${one.id}-${question.id}`, backed(row, cells))
  })
}

function knownCell(protocol: Protocol, known: 'yes' | 'no' | 'unknown'): ReportCell {
  return wordsCell(inBoth(protocol, ({ words }) => words.participant.yesNo[known]))
}

function factRows(protocol: Protocol, one: AnalysedParticipant): readonly ReportRow[] {
  return [...one.facts.values()].map((fact) => {
    const title = protocol.items.find(({ id }) => id === fact.item)?.title ?? same(fact.item)
    return rowFor(one.id, `${one.id}-${fact.id}`, [
      textCell(fact.id),
      wordsCell(title),
      wordsCell(factValue(protocol, fact)),
      textCell(fact.at),
      textCell([fact.site, fact.method].filter((text) => text !== undefined).join(', ')),
      textCell([fact.recordedAt, fact.recordedBy].filter((text) => text !== undefined).join(', ')),
      textCell(fact.corrects),
    ])
  })
}

/** The value as it was recorded, digit for digit, with its unit as people write it. */
function factValue(protocol: Protocol, { value, unit = '1' }: Fact): ReportTable['title'] {
  if (value === null) return both((words) => words.unknown)
  if (typeof value === 'boolean') return both((words) => words.yesNo[value ? 'yes' : 'no'])
  return inBoth(protocol, (telling) => `${value} ${unitText(telling, unit)}`.trim())
}
