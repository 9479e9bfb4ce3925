import { stringify } from 'csv-stringify/sync'
import type { Today, TodayThing } from '../../../study/conduct/today/today.ts'
import type { DeskView } from '../parts/desk-layout.ts'
import { namesOfRuns, type RunNames } from './parts/run-names.ts'
import { whatText } from './parts/thing-text.ts'

/**
 * What is to do as a spreadsheet: numbers of participants, and no value that was measured. Cells that a spreadsheet would
 * run as a formula are written as text.
 */
export function todayCsv(view: DeskView, { things, runs }: Today): string {
  const { page } = view
  const names = namesOfRuns(page, runs)
  const headings = Object.values(page.words.today.csv)
  const lines = things.map((thing) => rowOf(view, names, thing).map(oneLine))
  return stringify([headings, ...lines], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
}

/** In the order of `words.today.csv`; moments as the engine wrote them. */
function rowOf({ page }: DeskView, names: RunNames, thing: TodayThing): readonly string[] {
  const { study, number, group, line } = thing
  const { details } = line
  const told = { line, group, telling: names.telling(study, line.node), zone: names.zone(thing) }
  return [
    study,
    names.site(thing),
    number,
    page.words.today.groups[group],
    whatText(page, told),
    details.opens ?? '',
    details.due ?? '',
    details.closes ?? '',
    details.doneAt ?? '',
  ]
}

/** A line's end before a formula would hide it from who looks for formulas. */
function oneLine(cell: string): string {
  return cell.replace(/[\p{Cc}\p{Z}\p{Cf}]+/gu, ' ').trim()
}
