import { visitLines, visitName } from '../study/in-words/visits.ts'
import {
  versionLines,
  askedText,
  setAsideText,
  stateNoteText,
} from '../study/in-words/questions.ts'
import { deviationLines, endpointLines, safetyLines, setText } from '../study/in-words/outcomes.ts'
import { settingInWords } from '../study/in-words/settings.ts'
import { judgedLines } from '../study/in-words/grounds.ts'
import { type Telling, titleOf, wordingText } from '../study/in-words/telling.ts'
import { momentText } from '../study/in-words/values.ts'
import type { OperatorSetting } from '../study/protocol/document/settings.ts'
import type { ParticipantState } from '../study/protocol/state/participant-state.ts'
import { indented, labelled } from './columns.ts'
import { criteriaInWords } from './criteria-in-words.ts'
import { dosesGivenInWords, nextDosesInWords } from './doses-in-words.ts'

/** Whose state is explained, from how many facts, and what the operator has set. */
export interface ExplainedParticipant {
  readonly participant?: string
  readonly facts: number
  readonly settings: readonly OperatorSetting[]
}

/**
 * A participant's state for a clinician who checks it by hand: the next dose with every step first, then what a person is
 * asked, what is due, each criterion with the source's words, and the rest. In lines of 80 signs, without colour.
 */
export function explanationInWords(
  telling: Telling,
  state: ParticipantState,
  explained: ExplainedParticipant,
): string {
  const { parts } = telling.words.explain
  return [
    ...headInWords(telling, state, explained),
    ...part(telling, parts.nextDose, nextDosesInWords(telling, state)),
    ...part(telling, parts.questions, questionsInWords(telling, state)),
    ...part(telling, parts.visits, visitsInWords(telling, state)),
    ...part(telling, parts.eligibility, criteriaInWords(telling, state.eligibility)),
    ...part(telling, parts.doses, dosesGivenInWords(telling, state)),
    ...part(telling, parts.endpoints, endpointsInWords(telling, state)),
    ...part(telling, parts.safety, safetyInWords(telling, state)),
    ...part(telling, parts.deviations, deviationsInWords(telling, state)),
    ...part(telling, parts.settings, settingsInWords(telling, explained.settings)),
    ...part(telling, parts.notes, notesInWords(telling, state)),
    ...part(telling, parts.setAside, setAsideInWords(telling, state)),
    '',
    ...indented(telling.words.explain.onlyAdvice, 0),
    '',
  ].join('\n')
}

/** Where the text beside a label begins. */
const beside = { from: 2, to: 20 }

function headInWords(
  telling: Telling,
  state: ParticipantState,
  explained: ExplainedParticipant,
): string[] {
  const { explain } = telling.words
  const { study, version } = state.version
  const at = momentText(telling, state.now)
  return [
    ...indented(explain.title(study, version), 0),
    ...indented(wordingText(telling, telling.protocol.title), 0),
    ...versionLines(telling, state.version).flatMap((line) => indented(line, 2)),
    ...indented(explain.participant(explained.participant, explained.facts, at), 0),
  ]
}

/** A part with its heading; nothing where it says nothing. */
function part({ language }: Telling, title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title.toLocaleUpperCase(language), ...lines]
}

function questionsInWords(telling: Telling, state: ParticipantState): readonly string[] {
  const { waits } = telling.words.explain
  // Those of a dose stand under it.
  const asked = new Set(state.nextDoses.flatMap(({ asks }) => asks))
  const questions = state.questions.filter(({ id }) => !asked.has(id))
  // What a decision waits for comes first.
  const sorted = questions.toSorted((one, other) => Number(other.blocks) - Number(one.blocks))
  return sorted.flatMap((question) => {
    const text = `${askedText(telling, question)}${question.blocks ? ` (${waits})` : ''}`
    return labelled('?', text, { from: 2, to: 4 })
  })
}

function visitsInWords(telling: Telling, { visits }: ParticipantState): readonly string[] {
  return visits.flatMap((visit) => {
    const [standing = '', ...more] = visitLines(telling, visit)
    return [
      ...labelled(standing, visitName(telling, visit), beside),
      ...more.flatMap((line) => indented(line, beside.to)),
    ]
  })
}

function endpointsInWords(telling: Telling, state: ParticipantState): readonly string[] {
  const named = state.endpoints.flatMap((endpoint) => {
    const [answer = '', ...more] = endpointLines(telling, endpoint)
    const level = telling.words.participant.endpoint.level[endpoint.level]
    return [
      ...labelled(answer, `${titleOf(telling, endpoint.id)} (${level.toLowerCase()})`, beside),
      ...[...more, ...judgedLines(telling, endpoint)].flatMap((line) => indented(line, beside.to)),
    ]
  })
  return [...named, ...state.sets.flatMap((set) => indented(setText(telling, set), 2))]
}

function safetyInWords(telling: Telling, { safety }: ParticipantState): readonly string[] {
  return safety.flatMap((event) => {
    const [first = '', ...more] = safetyLines(telling, event)
    return [...indented(first, 2), ...more.flatMap((line) => indented(line, 4))]
  })
}

function deviationsInWords(telling: Telling, { deviations }: ParticipantState): readonly string[] {
  return deviations.flatMap((deviation) => {
    const [what = '', ...more] = deviationLines(telling, deviation)
    return [
      ...labelled('!', what, { from: 2, to: 4 }),
      ...more.flatMap((line) => indented(line, 6)),
    ]
  })
}

function settingsInWords(
  telling: Telling,
  settings: readonly OperatorSetting[],
): readonly string[] {
  return settings.flatMap((setting) => {
    const { about, text, owner } = settingInWords(telling, setting)
    return [...labelled(about, text, beside), ...indented(owner, beside.to)]
  })
}

function notesInWords(telling: Telling, { notes }: ParticipantState): readonly string[] {
  return notes.flatMap((note) => labelled('-', stateNoteText(telling, note), { from: 2, to: 4 }))
}

function setAsideInWords(telling: Telling, { setAside }: ParticipantState): readonly string[] {
  return setAside.flatMap((aside) => {
    return labelled('-', `${setAsideText(telling, aside)} (${aside.fact})`, { from: 2, to: 4 })
  })
}
