import type { Telling } from '../../in-words/telling.ts'
import { momentText } from '../../in-words/values.ts'
import type { ConductCase } from '../model/case.ts'
import { criteriaOf, detailText, judgedText } from './event-details.ts'
import { surroundingsOf } from './event-says.ts'
import { eventNarrative } from './narrative.ts'
import type { SafetyEvent } from './safety-event.ts'

/** The number of a data element of an individual case safety report (ICH E2B(R3)). */
export type ElementNumber = keyof Telling['words']['safety']['elements']

/** A data element of a report, and what is known of it. */
export interface CaseElement {
  readonly number: ElementNumber
  readonly value?: string
}

/**
 * The data elements that a report of an event needs, with what the facts say of each. What is known to others alone, such as
 * the sender's own numbers and the codes of a dictionary, is missing here. Nothing is sent.
 */
export function caseElements(
  telling: Telling,
  known: ConductCase,
  event: SafetyEvent,
): readonly CaseElement[] {
  const said = {
    ...ofReport(telling, known, event),
    ...ofPerson(telling, known, event),
    ...ofEvent(telling, event),
    ...ofMedicine(telling, known, event),
    'H.1': eventNarrative(telling, known, event).join(' '),
  }
  const numbers = Object.keys(telling.words.safety.elements) as ElementNumber[]
  return numbers.map((number) => {
    const value = said[number]
    return { number, ...(value !== undefined && value !== '' && { value }) }
  })
}

type Said = Readonly<Partial<Record<ElementNumber, string | undefined>>>

function ofReport(telling: Telling, known: ConductCase, { newest, versions, state }: SafetyEvent) {
  const { yesNo } = telling.words.safety
  const first = versions
    .map(({ details = {} }) => detailText(details, 'sponsorAware'))
    .find((text) => text !== '')
  const isExpedited = state && state.clocks.some(({ isCertain }) => isCertain)
  const isOpen = state && state.clocks.length > 0
  return {
    'C.1.3': telling.words.safety.study,
    'C.1.4': first && momentText(telling, first),
    'C.1.5': newest.recordedAt && momentText(telling, newest.recordedAt.slice(0, 10)),
    'C.1.7': isExpedited ? yesNo.yes : isOpen ? undefined : yesNo.no,
    'C.5.1.r.1': known.participant.study,
    'C.5.2':
      telling.language === 'fr'
        ? (known.protocol.title.fr ?? known.protocol.title.en)
        : known.protocol.title.en,
    'C.5.4': telling.words.safety.study,
  } satisfies Said
}

function ofPerson(telling: Telling, known: ConductCase, event: SafetyEvent): Said {
  const around = surroundingsOf(telling, known, event)
  const details = event.newest.details ?? {}
  const isDeath = criteriaOf(details).includes('death')
  const end = detailText(details, 'end')
  return {
    'D.1': telling.words.safety.report.masked,
    'D.1.1.4': known.participant.number,
    'D.2.1': around.birth && momentText(telling, around.birth),
    'D.2.2': around.age,
    'D.3': around.weight,
    'D.4': around.height,
    'D.5': around.sex?.text,
    ...(isDeath && end !== '' && { 'D.9.1': momentText(telling, end) }),
  }
}

function ofEvent(telling: Telling, { newest }: SafetyEvent): Said {
  const { criteria, outcomes } = telling.words.safety
  const details = newest.details ?? {}
  const end = detailText(details, 'end')
  const outcome = detailText(details, 'outcome')
  return {
    'E.i.1.1': String(newest.value),
    'E.i.3.2': criteriaOf(details)
      .map((one) => criteria[one])
      .join(', '),
    'E.i.4': momentText(telling, newest.at),
    ...(end !== '' && { 'E.i.5': momentText(telling, end) }),
    ...(outcome !== '' &&
      Object.hasOwn(outcomes, outcome) && {
        'E.i.7': outcomes[outcome as keyof typeof outcomes],
      }),
  }
}

function ofMedicine(telling: Telling, known: ConductCase, event: SafetyEvent): Said {
  const { actions, yesNo, suspect } = telling.words.safety
  const around = surroundingsOf(telling, known, event)
  const details = event.newest.details ?? {}
  const action = detailText(details, 'action')
  const related = judgedText(details['related'])
  const given = known.state.dosesGiven
  const [first, last] = [given[0], given.at(-1)]
  return {
    'G.k.1': suspect,
    'G.k.2.2': around.product,
    'G.k.4.r.1': around.lastDose,
    'G.k.4.r.4': first && momentText(telling, first.at),
    'G.k.4.r.5': last && momentText(telling, last.at),
    'G.k.4.r.10': around.route,
    ...(action !== '' &&
      Object.hasOwn(actions, action) && { 'G.k.8': actions[action as keyof typeof actions] }),
    ...(related !== '' && { 'G.k.9.i.2': yesNo[related] }),
  }
}
