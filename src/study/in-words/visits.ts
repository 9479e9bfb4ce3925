import type { VisitState } from '../protocol/state/answers.ts'
import { momentText } from './values.ts'
import { type Telling, titleOf, titlesOf } from './telling.ts'

/** What a visit is called: its title, its number where it repeats, its day as the version counts it. */
export function visitName(telling: Telling, { id, occurrence, day }: VisitState): string {
  const { occurrence: numbered } = telling.words.participant.visit
  const title = titleOf(telling, id)
  // A title may name its day itself.
  const named = day === undefined || title.includes(day) ? '' : day
  const more = [occurrence === undefined ? '' : numbered(String(occurrence)), named]
  const said = more.filter((each) => each !== '').join(', ')
  return said === '' ? title : `${title} (${said})`
}

/** Where a visit stands: the standing first, then its day, window, and what is still to record. */
export function visitLines(telling: Telling, state: VisitState): readonly string[] {
  const words = telling.words.participant.visit
  const { due, opens, closes, doneAt, open } = state
  const at = (moment: string): string => momentText(telling, moment)
  const isPlaced = due !== undefined && state.standing !== 'unscheduled'
  return [
    words.standing[state.standing],
    due === undefined ? '' : words.due(at(due)),
    opens !== undefined && closes !== undefined
      ? words.window(at(opens), at(closes))
      : isPlaced
        ? words.noWindow
        : '',
    doneAt === undefined || state.standing === 'begun' ? '' : words.doneAt(at(doneAt)),
    open.length === 0 ? '' : words.open(titlesOf(telling, open)),
  ].filter((line) => line !== '')
}
