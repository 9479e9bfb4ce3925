import type { Telling } from '../../in-words/telling.ts'
import { momentText } from '../../in-words/values.ts'
import type { ConductCase } from '../model/case.ts'
import { surroundingsOf } from './event-says.ts'
import { criteriaOf, detailText, judgedText } from './event-details.ts'
import type { SafetyEvent } from './safety-event.ts'

/**
 * What happened, in plain sentences made from the facts alone: who by their number, what had been given, the event, what
 * people judged of it, and all that was said later. It names nobody; free words stand in quotation marks as they were typed.
 */
export function eventNarrative(
  telling: Telling,
  known: ConductCase,
  event: SafetyEvent,
): readonly string[] {
  return [
    ...whoAndWhat(telling, known, event),
    ...itself(telling, event),
    ...judged(telling, event),
    ...later(telling, event),
  ].filter((line) => line !== '')
}

function whoAndWhat(telling: Telling, known: ConductCase, event: SafetyEvent): readonly string[] {
  const words = telling.words.safety.story
  const { participant, state } = known
  const around = surroundingsOf(telling, known, event)
  const sex = words.sexes[around.sex?.code ?? ''] ?? ''
  const age = around.age === undefined ? '' : words.age(around.age)
  const last = around.doses.at(-1)
  const said = last && momentText(telling, last.at)
  return [
    words.who(participant.number, sex, age, participant.study, state.version.version),
    last && said !== undefined
      ? words.doses(around.doses.length, around.product ?? '', around.lastDose ?? '', said)
      : words.noDose,
  ]
}

function itself(telling: Telling, { newest }: SafetyEvent): readonly string[] {
  const { story, grades } = telling.words.safety
  const details = newest.details ?? {}
  const end = detailText(details, 'end')
  const grade = detailText(details, 'grade')
  const serious = judgedText(details['serious'])
  const criteria = criteriaOf(details).map((one) => telling.words.safety.criteria[one])
  return [
    story.began(String(newest.value), momentText(telling, newest.at)),
    end === '' ? story.notEnded : story.ended(momentText(telling, end)),
    Object.hasOwn(grades, grade) && grade !== ''
      ? story.grade(grades[grade as keyof typeof grades])
      : '',
    serious === 'yes'
      ? story.serious(criteria.join(', '))
      : serious === 'no'
        ? story.notSerious
        : story.seriousUnknown,
  ]
}

function judged(telling: Telling, { newest }: SafetyEvent): readonly string[] {
  const { story, actions, outcomes, notKnown } = telling.words.safety
  const details = newest.details ?? {}
  const action = detailText(details, 'action')
  const outcome = detailText(details, 'outcome')
  const reference = detailText(details, 'reference')
  const moment = (name: string): string => {
    const text = detailText(details, name)
    return text === '' ? notKnown : momentText(telling, text)
  }
  const expected = story.expected[judgedText(details['expected'])]
  return [
    story.related[judgedText(details['related'])],
    reference === '' ? `${expected}.` : `${expected}${story.reference(reference)}`,
    action !== '' && Object.hasOwn(actions, action)
      ? story.action(actions[action as keyof typeof actions])
      : '',
    outcome !== '' && Object.hasOwn(outcomes, outcome)
      ? story.outcome(outcomes[outcome as keyof typeof outcomes])
      : '',
    story.aware(moment('siteAware'), moment('sponsorAware')),
  ]
}

function later(telling: Telling, { versions, newest }: SafetyEvent): readonly string[] {
  const words = telling.words.safety.story
  const own = detailText(newest.details ?? {}, 'words')
  return [
    ...versions
      .slice(1)
      .map(({ recordedAt = '', reason = '' }) =>
        words.news(momentText(telling, recordedAt.slice(0, 10)), reason),
      ),
    own === '' ? '' : words.words(own),
  ]
}
