import type { CriterionState, EligibilityState } from '../protocol/state/answers.ts'
import { momentText } from './values.ts'
import { type Telling, titlesOf } from './telling.ts'

/** What the criteria come to, in sentences: the answer first, then why. It never says that a person is eligible. */
export function eligibilityLines(telling: Telling, state: EligibilityState): readonly string[] {
  const words = telling.words.participant.eligibility
  return [
    words.answers[state.answer],
    state.earliest === undefined ? '' : words.earliest(momentText(telling, state.earliest)),
    byText(telling, state.by),
    state.confirm.length === 0 ? '' : words.confirm(titlesOf(telling, state.confirm)),
    words.judgedFor(momentText(telling, state.judgedAt)),
    words.modes[state.mode],
  ].filter((line) => line !== '')
}

/** Which criteria are behind the answer; of many the first alone, because all of them are listed beside it. */
function byText(telling: Telling, by: readonly string[]): string {
  const words = telling.words.participant.eligibility
  if (by.length === 0) return ''
  return by.length <= mostNamed
    ? words.by(titlesOf(telling, by))
    : words.byMany(by.length, titlesOf(telling, by.slice(0, mostNamed)))
}

const mostNamed = 4

/** What one criterion means for the person: "Fits", "Against", "Not known (presumed clear, to confirm)". */
export function effectText({ words }: Telling, { effect, presumed }: CriterionState): string {
  const { effects, presumed: said } = words.participant.eligibility
  return presumed ? `${effects[effect]} (${said})` : effects[effect]
}
