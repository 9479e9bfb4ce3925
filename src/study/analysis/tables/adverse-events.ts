import type { Wording } from '../../protocol/document/node.ts'
import type { Protocol } from '../../protocol/document/protocol.ts'
import { type ReportGroup, groupColumns } from '../participants/groups.ts'
import type { AdverseEvent, AnalysedParticipant } from '../participants/participant.ts'
import type { PublishedCount } from '../plan/plan.ts'
import { both, joined, same } from '../report/both.ts'
import { absentCell, type ReportCell, wordsCell } from '../report/cells.ts'
import { shareCell } from '../report/counted.ts'
import type { ReportRow, ReportTable } from '../report/report.ts'
import { behindRow } from '../report/study-frame.ts'

/** What an overview of adverse events counts; each keeps its row where there is none. */
const overview = {
  any: () => true,
  related: ({ related }) => related === 'yes',
  serious: ({ serious }) => serious === 'yes',
  seriousRelated: ({ serious, related }) => serious === 'yes' && related === 'yes',
  severe: ({ grade }) => grade !== undefined && grade >= 3,
  fatal: ({ fatal }) => fatal,
  seriousnessUnknown: ({ serious }) => serious === 'unknown',
  relationUnknown: ({ related }) => related === 'unknown',
  notGraded: ({ grade }) => grade === undefined,
} as const satisfies Readonly<Record<string, (event: AdverseEvent) => boolean>>

const lines = Object.keys(overview) as readonly (keyof typeof overview)[]

/** Participants with adverse events of each kind, n (%), and how many events they had, beside what was published. */
export function adverseEventsTable(
  groups: readonly ReportGroup[],
  published: readonly PublishedCount[],
): ReportTable {
  const ofTable = published.filter(({ table }) => table === 'adverse-events')
  return {
    id: 'adverse-events',
    title: both((words) => words.events.title),
    kind: 'summary',
    labelTitle: both((words) => words.events.kind),
    columns: [
      ...groupColumns(groups),
      { id: 'published', title: both((words) => words.endpoints.columns.published) },
    ],
    rows: lines.map((line) => ({
      id: line,
      label: both((words) => words.events.lines[line]),
      depth: line === 'any' ? 0 : 1,
      cells: [
        ...groups.map((group) => eventsCell(group, overview[line])),
        publishedCell(ofTable.find(({ row }) => row === line)),
      ],
    })),
    footnotes: [
      both((words) => words.eventsFootnote),
      both((words) => words.events.footnote),
      ...publishedNotes(ofTable),
    ],
  }
}

/** Where the published counts stand: each place once. */
function publishedNotes(published: readonly PublishedCount[]): readonly Wording[] {
  const places = new Set(published.map(({ source, place }) => `${source}, ${place}`))
  return [...places].map((place) => both((words) => words.published.from(place)))
}

/** How many people had events that hold, and how many events those were. */
function eventsCell(
  { title, members }: ReportGroup,
  holds: (event: AdverseEvent) => boolean,
): ReportCell {
  const rows = members.flatMap(({ id, events }) => {
    const facts = events.filter(holds).map(({ fact }) => fact)
    return facts.length === 0 ? [] : [behindRow(id, facts)]
  })
  const events = rows.reduce((sum, { facts }) => sum + facts.length, 0)
  return {
    value: { is: 'events', people: rows.length, of: members.length, events },
    behind: { set: title, denominator: members.length, rows },
  }
}

/** The counts that the source printed, as it printed them. */
export function publishedCell(one: PublishedCount | undefined): ReportCell {
  if (!one) return absentCell('not published')
  const { participants, total, events } = one
  return wordsCell(
    joined((words) => {
      const people = total === undefined ? String(participants) : `${participants}/${total}`
      if (events === undefined) return people
      return words.published.events(people, String(events))
    }),
  )
}

/** One column a grade: each participant once, at the worst grade of the events of a row. */
export function worstGradeTable(protocol: Protocol, group: ReportGroup): ReportTable {
  const terms = termsOf(protocol, group)
  const suffix = group.id === 'all' ? '' : `-${group.id}`
  return {
    id: `adverse-events-grade${suffix}`,
    title: joined((words, told) =>
      suffix === '' ? words.events.gradeTitle : words.events.gradeTitleOf(told(group.title)),
    ),
    kind: 'summary',
    labelTitle: both((words) => words.events.term),
    columns: [
      { id: 'any', title: group.title, of: group.members.length },
      ...grades.map((grade) => ({
        id: `grade-${grade ?? 'missing'}`,
        title: both((words) => (grade === undefined ? words.missing : words.events.grade(grade))),
      })),
    ],
    rows: [
      gradeRow(
        group,
        'any',
        both((words) => words.events.lines.any),
        () => true,
      ),
      ...terms.map(({ key, label }) =>
        gradeRow(group, `term-${key}`, same(label), ({ term }) => folded(term) === key, 1),
      ),
    ],
    footnotes: [both((words) => words.events.worstFootnote)],
  }
}

const grades = [1, 2, 3, 4, 5, undefined] as const

function gradeRow(
  group: ReportGroup,
  id: string,
  label: ReportRow['label'],
  holds: (event: AdverseEvent) => boolean,
  depth: 0 | 1 = 0,
): ReportRow {
  const worst = group.members.flatMap((one) => worstOf(one, holds))
  return {
    id,
    label,
    depth,
    cells: [
      eventsCell(group, holds),
      ...grades.map((grade) =>
        shareCell(
          worst.filter((one) => one.grade === grade).map(({ row }) => row),
          group.members.length,
          { set: group.title },
        ),
      ),
    ],
  }
}

/** The worst grade that somebody had. One event that nobody graded hides no grade of another. */
function worstOf({ id, events }: AnalysedParticipant, holds: (event: AdverseEvent) => boolean) {
  const those = events.filter(holds)
  if (those.length === 0) return []
  const graded = those.flatMap(({ grade }) => (grade === undefined ? [] : [grade]))
  const grade = graded.length === 0 ? undefined : Math.max(...graded)
  const facts = those.filter((one) => one.grade === grade).map(({ fact }) => fact)
  return [{ grade, row: behindRow(id, facts) }]
}

/** The terms of the version first, in its order, and then those that were recorded, the most people first. */
function termsOf(
  { items }: Pick<Protocol, 'items'>,
  { members }: ReportGroup,
): readonly { readonly key: string; readonly label: string }[] {
  const codes = items.find(({ role }) => role === 'adverse event')?.codes ?? []
  const known = new Set(codes.map(folded))
  const found = Map.groupBy(
    members.flatMap(({ id, events }) => events.map(({ term }) => ({ id, term }))),
    ({ term }) => folded(term),
  )
  const others = [...found]
    .filter(([key]) => !known.has(key))
    .map(([key, those]) => ({
      key,
      label: those.map(({ term }) => term.trim()).toSorted()[0] ?? key,
      people: new Set(those.map(({ id }) => id)).size,
    }))
    .toSorted((one, other) => other.people - one.people || (one.key < other.key ? -1 : 1))
  return [...codes.map((code) => ({ key: folded(code), label: code })), ...others]
}

/** `Rash` and ` rash` are one term. */
function folded(term: string): string {
  return term.trim().normalize('NFC').toLowerCase()
}
