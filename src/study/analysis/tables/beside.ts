import type { ProtocolEndpoint } from '../../protocol/document/endpoints.ts'
import type { Wording } from '../../protocol/document/node.ts'
import { judgedLines } from '../../in-words/grounds.ts'
import type { Protocol } from '../../protocol/document/protocol.ts'
import type { EndpointState } from '../../protocol/state/answers.ts'
import type { AnalysedParticipant } from '../participants/participant.ts'
import { both, joined, same } from '../report/both.ts'
import { absentCell, type BehindRow, type ReportCell } from '../report/cells.ts'
import { countCell, shareCell } from '../report/counted.ts'
import { inBoth } from '../report/in-both.ts'
import type { ReportRow, ReportTable } from '../report/report.ts'
import { behindRow } from '../report/study-frame.ts'
import { countEndpoint, factsBehind } from './endpoint-counts.ts'
import { intervalCell } from './endpoints.ts'

/** An endpoint as two versions read it. */
export interface TwoReadings {
  readonly one: { readonly protocol: Protocol; readonly endpoint: ProtocolEndpoint }
  readonly other: { readonly protocol: Protocol; readonly endpoint: ProtocolEndpoint }
}

/** The endpoints that both versions have: those of one id, and the primary ones, whatever they are called. */
export function twoReadings(one: Protocol, other: Protocol): readonly TwoReadings[] {
  const pairs = one.endpoints.flatMap((endpoint): readonly TwoReadings[] => {
    const match =
      other.endpoints.find(({ id }) => id === endpoint.id) ??
      (endpoint.level === 'primary'
        ? other.endpoints.find(({ level }) => level === 'primary')
        : undefined)
    return match
      ? [{ one: { protocol: one, endpoint }, other: { protocol: other, endpoint: match } }]
      : []
  })
  return pairs
}

/** The same facts read by both versions: how many succeed by each, and how many are judged differently. */
export function readingsTable(
  { one, other }: TwoReadings,
  participants: readonly AnalysedParticipant[],
): ReportTable {
  const counted = [one, other].map(({ endpoint }, at) => ({
    endpoint,
    counts: countEndpoint(endpoint, participants, at === 0 ? undefined : besideOf),
  }))
  const rows = (['success', 'interval', 'failure', 'missing', 'pending', 'excluded'] as const).map(
    (id): ReportRow => ({
      id,
      label: both((words) => words.endpoints.columns[id]),
      depth: 0,
      cells: counted.map(({ endpoint, counts }, at) =>
        cellOf(id, endpoint, counts, at === 0 ? one.protocol : other.protocol),
      ),
    }),
  )
  const differing = participants.flatMap((each) => differenceOf({ one, other }, each) ?? [])
  return {
    id: `readings-${one.endpoint.id}`,
    title: joined((words, tell) => words.readings.title(tell(one.endpoint.title))),
    kind: 'summary',
    labelTitle: both((words) => words.readings.answer),
    columns: [one, other].map(({ protocol }, at) => ({
      id: at === 0 ? 'one' : 'other',
      title: protocol.title,
      of: participants.length,
    })),
    rows: [
      ...rows,
      {
        id: 'differ',
        label: both((words) => words.readings.differ),
        depth: 0,
        cells: [shareCell(differing, participants.length), absentCell('nothing')],
      },
    ],
    footnotes: [...wordsOf(one), ...wordsOf(other), both((words) => words.readings.footnote)],
  }
}

/** Every participant whose answers differ, with what each version rests its answer on. */
export function readingsListing(
  readings: TwoReadings,
  participants: readonly AnalysedParticipant[],
): ReportTable {
  const { one, other } = readings
  const rows = participants.flatMap((each): readonly ReportRow[] => {
    if (!differenceOf(readings, each)) return []
    const cells = [
      answerCells(each.id, each.endpoints, one),
      answerCells(each.id, besideOf(each), other),
    ].flat()
    return [{ id: each.id, label: same(each.id), depth: 0, cells }]
  })
  const column = (id: 'answer' | 'why', { protocol }: TwoReadings['one'], at: string) => ({
    id: `${id}-${at}`,
    title: joined((words, tell) => `${tell(protocol.title)}: ${words.readings[id]}`),
  })
  return {
    id: `readings-${one.endpoint.id}-list`,
    title: joined((words, tell) => words.readings.listTitle(tell(one.endpoint.title))),
    kind: 'listing',
    labelTitle: both((words) => words.participant),
    columns: [
      column('answer', one, 'one'),
      column('why', one, 'one'),
      column('answer', other, 'other'),
      column('why', other, 'other'),
    ],
    rows,
    footnotes: [both((words) => words.readings.whyFootnote)],
  }
}

function besideOf({ beside = [] }: AnalysedParticipant): readonly EndpointState[] {
  return beside
}

function differenceOf(
  { one, other }: TwoReadings,
  each: AnalysedParticipant,
): BehindRow | undefined {
  const first = each.endpoints.find(({ id }) => id === one.endpoint.id)
  const second = besideOf(each).find(({ id }) => id === other.endpoint.id)
  if (!first || !second || first.answer === second.answer) return undefined
  return behindRow(each.id, [...factsBehind(first), ...factsBehind(second)])
}

function cellOf(
  id: 'success' | 'interval' | 'failure' | 'missing' | 'pending' | 'excluded',
  endpoint: ProtocolEndpoint,
  counts: ReturnType<typeof countEndpoint>,
  { version }: Protocol,
): ReportCell {
  if (!counts.isDefined) return absentCell('not defined')
  const counting = { rule: { node: endpoint.id, version } }
  const known = [...counts.success, ...counts.failure]
  if (id === 'success') return shareCell(counts.success, known.length, counting)
  if (id !== 'interval') return countCell(counts[id], counting)
  return intervalCell(endpoint, counts.success, known, counting)
}

/** What each source says, word for word. */
function wordsOf({ protocol, endpoint }: TwoReadings['one']): readonly Wording[] {
  const quotes = (endpoint.words ?? []).map(({ text, place }) =>
    joined((words, tell) => words.endpoints.quote(tell(protocol.title), text, place)),
  )
  const { status, reason } = endpoint
  const why =
    status === 'inferred' && reason
      ? [joined((words, tell) => words.endpoints.note(tell(protocol.title), tell(reason)))]
      : []
  return [...quotes, ...why]
}

function answerCells(
  participant: string,
  states: readonly EndpointState[],
  { protocol, endpoint }: TwoReadings['one'],
): readonly ReportCell[] {
  const state = states.find(({ id }) => id === endpoint.id)
  if (!state) return [absentCell('nothing'), absentCell('nothing')]
  const behind = { rows: [behindRow(participant, factsBehind(state))] }
  return [
    { value: { is: 'words', words: answerText(protocol, state) }, behind },
    { value: { is: 'words', words: groundsText(protocol, state) }, behind },
  ]
}

/** What an answer rests on, as the version compared it, and what is missing. */
export function groundsText(protocol: Protocol, state: EndpointState): Wording {
  return inBoth(protocol, (telling) => {
    const { because } = telling.words.participant.endpoint
    const why = state.because === undefined ? [] : [because[state.because]]
    return [...new Set([...judgedLines(telling, state), ...why])].join('; ')
  })
}

/** An answer as people say it; one whose time has not come says so. */
export function answerText(protocol: Protocol, { answer, pending }: EndpointState): Wording {
  return inBoth(protocol, ({ words }) => {
    const said = words.participant.endpoint.answers[answer]
    return pending ? `${said} (${words.participant.endpoint.pending})` : said
  })
}
