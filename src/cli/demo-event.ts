import { randomUUID } from 'node:crypto'
import type { ParticipantAsk } from '../study/conduct/record/change.ts'
import type { TypedMoment } from '../study/conduct/record/typed-fact.ts'
import { judgeEvent, recordEvent } from '../study/conduct/safety/record-event.ts'
import type { Fact } from '../study/protocol/facts/fact.ts'
import { terminalWords } from '../words/terminal.ts'
import { demoDone, type DemoTeam, typedMoment } from './demo-team.ts'

/**
 * An investigator records an event and says whether it is related; the sponsor's manager says an hour later whether it was
 * expected. With `isOpen` neither is said yet, so that the clock of a serious one runs. Throws where it is refused.
 */
export async function demoEvent(
  { base, as }: DemoTeam,
  { ask, site, fact, isOpen }: EventEntry,
  now: Date,
): Promise<void> {
  const { details = {}, value, at } = fact
  const moment = typedMoment(at)
  const { serious, related, expected, grade } = details
  const isSerious = typeof serious === 'string'
  const typed = {
    what: String(value),
    onset: moment,
    end: noMoment,
    serious: isSerious ? 'yes' : 'no',
    criteria: isSerious ? [serious] : [],
    grade: String(grade),
    related: isOpen ? '' : yesOrNo(related),
    action: 'notChanged',
    outcome: isOpen ? '' : 'recovered',
    siteAware: moment,
    words: '',
  }
  const told = await recordEvent(base, as('investigator', now, site), ask, typed, now)
  const { after, recorded } = demoDone('an event', told)
  const judged = {
    event: recorded[0]?.id ?? '',
    expected: isOpen ? '' : yesOrNo(expected),
    reference: '',
    sponsorAware: { ...moment, time: laterTime(moment) },
    reported: noMoment,
    reason: terminalWords.demoStudy.judged,
  }
  const next = { ...ask, formKey: randomUUID(), seen: after.participant.facts }
  const later = new Date(now.getTime() + 60_000)
  demoDone('a judgement', await judgeEvent(base, as('manager', later), next, judged, later))
}

/** An event to be entered: of whom, as seen when. */
export interface EventEntry {
  readonly ask: ParticipantAsk
  readonly site: number
  readonly fact: Fact
  readonly isOpen: boolean
}

const noMoment: TypedMoment = { day: '', time: '', offset: '' }

function yesOrNo(said: string | boolean | null | undefined): string {
  return said === true ? 'yes' : 'no'
}

/** An hour later on the same day: events of the recipe are of the early evening. */
function laterTime({ time }: TypedMoment): string {
  return Temporal.PlainTime.from(time).add({ hours: 1 }).toString({ smallestUnit: 'minute' })
}
