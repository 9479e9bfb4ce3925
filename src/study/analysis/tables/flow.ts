import type { Protocol } from '../../protocol/document/protocol.ts'
import { type ReportGroup, groupColumns } from '../participants/groups.ts'
import type { AnalysedParticipant } from '../participants/participant.ts'
import type { AnalysisPlan } from '../plan/plan.ts'
import { both, joined } from '../report/both.ts'
import { absentCell, type BehindRow } from '../report/cells.ts'
import { shareCell } from '../report/counted.ts'
import type { ReportRow, ReportTable } from '../report/report.ts'
import { behindRow, criterionTitle, ruleOf } from '../report/study-frame.ts'
import { plannedSetNotes } from './endpoints.ts'

/** Where every participant of the file went: from the first fact to each analysis set. Nobody is left out of a count. */
export function flowTable(
  protocol: Protocol,
  groups: readonly ReportGroup[],
  plan: Pick<AnalysisPlan, 'sets'>,
): ReportTable {
  const row = rowMaker(groups)
  const title = (pick: Parameters<typeof both>[0]) => both(pick)
  return {
    id: 'flow',
    title: both((words) => words.flow.title),
    kind: 'summary',
    labelTitle: both((words) => words.participants),
    columns: groupColumns(groups),
    rows: [
      row(
        'in-file',
        title((words) => words.flow.inFile),
        0,
        () => [],
      ),
      row(
        'consented',
        title((words) => words.flow.consented),
        0,
        ({ consent }) => (consent ? [consent.id] : undefined),
      ),
      row(
        'no-consent',
        title((words) => words.flow.noConsent),
        1,
        ({ consent }) => (consent ? undefined : []),
      ),
      ...eligibilityRows(protocol, row, groups),
      ...treatmentRows(protocol, row),
      row(
        'withdrawn',
        title((words) => words.flow.withdrawn),
        0,
        ({ withdrawal }) => (withdrawal ? [withdrawal.id] : undefined),
      ),
      ...setRows(protocol, row, groups),
    ],
    footnotes: [both((words) => words.flow.footnote), ...plannedSetNotes(protocol, plan)],
  }
}

/** The facts that put a participant into a row; undefined for who is not in it. */
type InRow = (one: AnalysedParticipant) => readonly string[] | undefined
type MakeRow = (
  id: string,
  label: ReportRow['label'],
  depth: ReportRow['depth'],
  inRow: InRow,
  rule?: { readonly node: string; readonly version: string },
) => ReportRow

function rowMaker(groups: readonly ReportGroup[]): MakeRow {
  return (id, label, depth, inRow, rule) => ({
    id,
    label,
    depth,
    cells: groups.map(({ title, members }) =>
      shareCell(rowsOf(members, inRow), members.length, { set: title, ...(rule && { rule }) }),
    ),
  })
}

function rowsOf(members: readonly AnalysedParticipant[], inRow: InRow): readonly BehindRow[] {
  return members.flatMap((one) => {
    const facts = inRow(one)
    return facts ? [behindRow(one.id, facts)] : []
  })
}

const answers = ['yes', 'no', 'unknown', 'notYet'] as const

function eligibilityRows(
  protocol: Protocol,
  row: MakeRow,
  groups: readonly ReportGroup[],
): readonly ReportRow[] {
  if (protocol.eligibility.length === 0) return []
  const people = groups.flatMap(({ members }) => members)
  return answers.flatMap((answer) => {
    const label = both((words) => words.flow.eligible[answer])
    const main = row(`eligible-${answer}`, label, 0, ({ eligibility }) =>
      eligibility.answer === answer ? [] : undefined,
    )
    if (answer === 'yes') return [main]
    const by = people.flatMap(({ eligibility }) =>
      eligibility.answer === answer ? eligibility.by : [],
    )
    const reasons = [...new Set(by)]
      .toSorted()
      .map((id) =>
        row(
          `eligible-${answer}-${id}`,
          criterionTitle(protocol, id),
          1,
          ({ eligibility }) =>
            eligibility.answer === answer && eligibility.by.includes(id) ? [] : undefined,
          ruleOf(protocol, { id }),
        ),
      )
    return [main, ...reasons]
  })
}

function treatmentRows({ regimens }: Protocol, row: MakeRow): readonly ReportRow[] {
  if (regimens.length === 0) return []
  return [
    row(
      'treated',
      both((words) => words.flow.treated),
      0,
      ({ doses }) => (doses.length > 0 ? doses.slice(0, 1).map(({ fact }) => fact) : undefined),
    ),
    row(
      'not-treated',
      both((words) => words.flow.notTreated),
      1,
      ({ doses }) => (doses.length === 0 ? [] : undefined),
    ),
  ]
}

const memberships = ['no', 'unknown'] as const

function setRows(
  protocol: Protocol,
  row: MakeRow,
  groups: readonly ReportGroup[],
): readonly ReportRow[] {
  return protocol.sets.flatMap((set): readonly ReportRow[] => {
    const rule = ruleOf(protocol, set)
    const label = joined((words, told) => words.flow.inSet(told(set.title)))
    const isDefined = groups.some(({ members }) =>
      members.some(({ sets }) => sets.some(({ id, member }) => id === set.id && isSaid(member))),
    )
    if (!isDefined) {
      const cells = groups.map(() => absentCell('not defined'))
      return [{ id: `set-${set.id}`, label, depth: 0, cells }]
    }
    const main = row(`set-${set.id}`, label, 0, inSet(set.id, 'yes'), rule)
    const others = memberships.map((member) =>
      row(
        `set-${set.id}-${member}`,
        both((words) => words.flow.member[member]),
        1,
        inSet(set.id, member),
        rule,
      ),
    )
    return [main, ...others]
  })
}

function isSaid(member: string): boolean {
  return member !== 'notDefined'
}

function inSet(id: string, member: string): InRow {
  return ({ sets }) => {
    const found = sets.find((one) => one.id === id)
    if (found?.member !== member) return undefined
    return found.grounds.flatMap(({ facts }) => facts)
  }
}
