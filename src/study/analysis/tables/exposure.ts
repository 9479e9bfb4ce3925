import { add, decimalText, readDecimal, type Decimal } from '../../../finder/eligibility/decimal.ts'
import { reportWords } from '../../../words/report.ts'
import { unitText } from '../../in-words/values.ts'
import type { Regimen } from '../../protocol/document/dosing.ts'
import type { Protocol } from '../../protocol/document/protocol.ts'
import { convertQuantity } from '../../protocol/quantity/convert.ts'
import { isQuantityProblem } from '../../protocol/quantity/quantity.ts'
import { calendarDaysBetween } from '../../protocol/time/days.ts'
import { type ReportGroup, groupColumns } from '../participants/groups.ts'
import type { AnalysedDose, AnalysedParticipant } from '../participants/participant.ts'
import { both, joined } from '../report/both.ts'
import { inBoth } from '../report/in-both.ts'
import { shareCell, totalCell } from '../report/counted.ts'
import type { ReportRow, ReportTable } from '../report/report.ts'
import type { MeasuredNumber } from '../report/spread.ts'
import { behindRow, ruleOf } from '../report/study-frame.ts'
import { measuredRows } from './measured-rows.ts'

/** How long, how much and how high each participant was treated, for each regimen of the version. */
export function exposureTable(protocol: Protocol, groups: readonly ReportGroup[]): ReportTable {
  return {
    id: 'exposure',
    title: both((words) => words.exposure.title),
    kind: 'summary',
    labelTitle: both((words) => words.exposure.measure),
    columns: groupColumns(groups),
    rows: protocol.regimens.flatMap((regimen) => regimenRows(protocol, regimen, groups)),
    footnotes: [both((words) => words.exposure.footnote), both((words) => words.quartiles)],
  }
}

/** Everything that was given of one regimen, added up exactly in the unit of its first dose. */
export function totalGiven(
  doses: readonly AnalysedDose[],
): { readonly value: string; readonly unit: string } | undefined {
  const unit = doses[0]?.amount?.unit
  if (unit === undefined) return undefined
  let sum: Decimal = { digits: 0n, scale: 0 }
  for (const { amount } of doses) {
    const inUnit = amount && convertQuantity(amount, unit)
    const decimal =
      inUnit && !isQuantityProblem(inUnit) && inUnit.isExact ? readDecimal(inUnit.value) : undefined
    if (!decimal) return undefined
    sum = add(sum, decimal)
  }
  return { value: decimalText(sum), unit }
}

/** Calendar days from the first dose to the last, both counted, by the dates that were written; null without a day. */
export function daysTreated(doses: readonly AnalysedDose[]): number | null {
  const days = doses.map(({ at }) => at.slice(0, 10)).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first?.length !== 10 || last?.length !== 10) return null
  return calendarDaysBetween(first, last) + 1
}

function regimenRows(
  protocol: Protocol,
  regimen: Regimen,
  groups: readonly ReportGroup[],
): readonly ReportRow[] {
  const given = (one: AnalysedParticipant) =>
    one.doses.filter(({ regimen: id }) => id === regimen.id)
  const counting = { rule: ruleOf(protocol, regimen) }
  const unit = groups
    .flatMap(({ members }) => members)
    .flatMap((one) => totalGiven(given(one)) ?? [])
  const measured = (name: 'doses' | 'days' | 'total', digits: number) =>
    measuredRows(
      {
        id: `${regimen.id}-${name}`,
        label: inBoth(protocol, (telling) =>
          reportWords(telling.language).exposure[name](unitText(telling, unit[0]?.unit ?? '1')),
        ),
        digits,
        of: (one) => measureOf(one, given(one), name),
        counting,
      },
      groups,
    )
  const heading: ReportRow = {
    id: regimen.id,
    label: joined((_, told) => `${told(regimen.title)} (${regimen.product.name})`),
    depth: 0,
    heading: true,
    cells: [],
  }
  return [
    heading,
    ...measured('doses', 1),
    ...measured('days', 1),
    ...measured('total', 1),
    ...levelRows(protocol, regimen, groups),
    differentRow(protocol, regimen, groups),
  ]
}

function measureOf(
  { id }: AnalysedParticipant,
  doses: readonly AnalysedDose[],
  name: 'doses' | 'days' | 'total',
): MeasuredNumber | undefined {
  if (doses.length === 0) return undefined
  const row = behindRow(
    id,
    doses.map(({ fact }) => fact),
  )
  if (name === 'doses') return { ...row, number: doses.length }
  const number = name === 'days' ? daysTreated(doses) : totalGiven(doses)?.value
  return number === null || number === undefined ? undefined : { ...row, number: Number(number) }
}

/** Each participant once, at the highest level that was given; a level that nobody reached keeps its row. */
function levelRows(
  protocol: Protocol,
  regimen: Regimen,
  groups: readonly ReportGroup[],
): readonly ReportRow[] {
  const heading: ReportRow = {
    id: `${regimen.id}-levels`,
    label: both((words) => words.exposure.highest),
    depth: 0,
    heading: true,
    cells: [],
  }
  const row = (id: string, label: ReportRow['label'], level: string): ReportRow => ({
    id: `${regimen.id}-level-${id}`,
    label,
    depth: 1,
    cells: groups.map(({ title, members }) => {
      const treated = members.filter((one) => highestOf(one, regimen) !== undefined)
      const rows = treated.flatMap((one) => {
        const highest = highestOf(one, regimen)
        return highest?.level === level ? [behindRow(one.id, highest.facts)] : []
      })
      return shareCell(rows, treated.length, { set: title, rule: ruleOf(protocol, regimen) })
    }),
  })
  return [
    heading,
    ...regimen.levels.map((level) => row(level.id, level.title, level.id)),
    row(
      'other',
      both((words) => words.exposure.otherAmount),
      '',
    ),
  ]
}

function highestOf(
  { doses }: AnalysedParticipant,
  { id, levels }: Regimen,
): { readonly level: string; readonly facts: readonly string[] } | undefined {
  const given = doses.filter(({ regimen }) => regimen === id)
  if (given.length === 0) return undefined
  const highest = levels.findLast((one) => given.some(({ level }) => level === one.id))?.id ?? ''
  const at = given.filter(({ level }) => highest === '' || level === highest)
  return { level: highest, facts: at.map(({ fact }) => fact) }
}

function differentRow(
  protocol: Protocol,
  regimen: Regimen,
  groups: readonly ReportGroup[],
): ReportRow {
  return {
    id: `${regimen.id}-different`,
    label: both((words) => words.exposure.different),
    depth: 0,
    cells: groups.map(({ title, members }) => {
      const rows = members.flatMap((one) => {
        const facts = one.doses.filter((dose) => dose.regimen === regimen.id && dose.differs)
        return facts.length === 0
          ? []
          : [
              behindRow(
                one.id,
                facts.map(({ fact }) => fact),
              ),
            ]
      })
      const doses = rows.reduce((sum, { facts }) => sum + facts.length, 0)
      return totalCell(doses, rows, { set: title, rule: ruleOf(protocol, regimen) })
    }),
  }
}
