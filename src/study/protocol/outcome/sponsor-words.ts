import type { SponsorWord } from '../state/safety-state.ts'
import type { ParticipantCase } from '../state/participant-case.ts'
import { laterPoint, orderInstants, pointText, secondsADay, timePointOf } from '../time/instants.ts'
import { readMoment } from '../time/moment.ts'
import { isTimeProblem } from '../time/problems.ts'
import type { SafetyStep } from './safety-steps.ts'

/**
 * What a site owes its sponsor at once: word that an event is serious, and again when it came to threaten life or was fatal.
 * ICH E2A and E6 say “immediately”; 24 hours are what protocols make of it, and are shown.
 */
export function wordsToSponsor(
  steps: readonly SafetyStep[],
  participant: Pick<ParticipantCase, 'zone' | 'now'>,
): readonly SponsorWord[] {
  const words: SponsorWord[] = []
  let worst = 0
  for (const step of steps) {
    const rank = rankOf(step)
    const word = rank > worst ? wordOf(step, participant) : undefined
    if (word) words.push(word)
    worst = Math.max(worst, rank)
  }
  return words
}

function rankOf({ judged }: SafetyStep): 0 | 1 | 2 {
  if (judged.fatalOrLifeThreatening === true) return 2
  return judged.serious === true ? 1 : 0
}

function wordOf(
  { since, fact, aware }: SafetyStep,
  { zone, now }: Pick<ParticipantCase, 'zone' | 'now'>,
): SponsorWord | undefined {
  const said = fact.details?.['siteAware']
  const text = typeof said === 'string' ? said : since.recordedAt
  const moment = text === undefined ? undefined : readMoment(text, zone)
  if (text === undefined || !moment || isTimeProblem(moment)) return undefined
  const due = `${pointText(laterPoint(timePointOf(moment.until), secondsADay))}Z`
  return {
    since: since.id,
    aware: text,
    due,
    ...(aware && { told: aware.text }),
    isLate: orderInstants(aware?.from ?? now.until, due) > 0,
  }
}
