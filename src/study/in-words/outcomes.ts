import type { EndpointState, ProtocolDeviation, SetState } from '../protocol/state/answers.ts'
import type { SafetyState } from '../protocol/state/safety-state.ts'
import { momentText, shownText } from './values.ts'
import { type Telling, namedText, titleOf, wordingText } from './telling.ts'

/** What an endpoint came to: the answer, then why, and when it is final. */
export function endpointLines(telling: Telling, state: EndpointState): readonly string[] {
  const words = telling.words.participant.endpoint
  const answer = words.answers[state.answer]
  return [
    state.pending ? `${answer} (${words.pending})` : answer,
    state.because === undefined ? '' : words.because[state.because],
    state.pending && state.readyAt !== undefined
      ? words.readyAt(momentText(telling, state.readyAt))
      : '',
    ...state.values.map(({ name, value }) =>
      namedText(telling, nameOfValue(telling, state.id, name), shownText(telling, value)),
    ),
  ].filter((line) => line !== '')
}

function nameOfValue(telling: Telling, endpoint: string, name: string): string {
  const { values } = telling.protocol.endpoints.find(({ id }) => id === endpoint) ?? {}
  const title = values?.find((one) => one.name === name)?.title
  return title ? wordingText(telling, title) : name
}

/** Whether a participant is in an analysis set. */
export function setText(telling: Telling, { id, member }: SetState): string {
  return namedText(telling, titleOf(telling, id), telling.words.participant.endpoint.member[member])
}

/** The clocks of one adverse event. */
export function safetyLines(telling: Telling, state: SafetyState): readonly string[] {
  const words = telling.words.participant.safety
  const dated = (say: (day: string) => string, day: string | undefined): string =>
    day === undefined ? '' : say(momentText(telling, day))
  return [
    words.expedited[state.expedited],
    dated(words.day0, state.day0),
    dated(words.due, state.due),
    dated(words.followUpDue, state.followUpDue),
    dated(words.ifUnexpectedDue, state.ifUnexpectedDue),
    ...olderClocks(state).map(({ days, due = '' }) =>
      words.also(String(days), momentText(telling, due)),
    ),
    dated(words.reported, state.clocks.find(({ reported }) => reported !== undefined)?.reported),
    state.missing.length === 0
      ? ''
      : words.missing(state.missing.map((name) => words.missingNames[name] ?? name).join(', ')),
    words.law,
  ].filter((line) => line !== '')
}

/** Clocks that go on beside the foremost one. */
function olderClocks({ clocks, due, ifUnexpectedDue }: SafetyState): SafetyState['clocks'] {
  return clocks.filter(
    (clock) => clock.isCertain && clock.due !== undefined && clock.due !== (due ?? ifUnexpectedDue),
  )
}

/** What was not done as the version says: what, about which part, when, and what was found and expected. */
export function deviationLines(telling: Telling, deviation: ProtocolDeviation): readonly string[] {
  const words = telling.words.participant.deviation
  const { node, item, dose, day, at, found, expected } = deviation
  const about = [
    titleOf(telling, node),
    item === undefined ? '' : titleOf(telling, item),
    dose === undefined ? '' : telling.words.doses.number(String(dose)),
    day ?? '',
    momentText(telling, at),
  ].filter((part) => part !== '')
  return [
    words.types[deviation.type],
    about.join(', '),
    found ? words.found(shownText(telling, found)) : '',
    expected ? words.expected(shownText(telling, expected)) : '',
  ].filter((line) => line !== '')
}
