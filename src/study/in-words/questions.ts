import type { OpenQuestion } from '../protocol/state/answers.ts'
import type { StateNote } from '../protocol/state/question-desk.ts'
import type { SetAside } from '../protocol/facts/reading.ts'
import type { VersionInForce } from '../protocol/state/participant-state.ts'
import { otherUnitText, wantedWhen } from './grounds.ts'
import { namedText, type Telling, titleOf, wordingText } from './telling.ts'
import { momentText, quantityInWords } from './values.ts'

/** A question as a person is asked it: in the document's own words, where it has some. */
export function askedText(telling: Telling, question: OpenQuestion): string {
  const { item, why, ...written } = question.given ?? {}
  const given = Object.entries(written).map(
    ([name, value]) => [name, saidGiven(telling, value)] as const,
  )
  if (question.words) {
    const said = withGiven(wordingText(telling, question.words), given)
    const isOfEndpoint = question.type === 'missing value' || question.type === 'withdrawal'
    // One document asks the same of many endpoints.
    return isOfEndpoint && question.node !== undefined
      ? namedText(telling, titleOf(telling, question.node), said)
      : said
  }
  const otherUnit =
    why === 'unit not convertible' && item !== undefined && otherUnitText(telling, item)
  if (typeof otherUnit === 'string') return telling.words.participant.question.otherUnit(otherUnit)
  const { missing, node, type } = question
  const about = missing?.item ?? node ?? item
  const when = missing ? wantedWhen(telling, missing) : ''
  const name = about === undefined ? '' : titleOf(telling, about)
  return withGiven(telling.words.participant.question.types[type](name, when), given)
}

/** Something worth showing that nobody need answer. */
export function stateNoteText(telling: Telling, { type, node, words, facts }: StateNote): string {
  const about = [
    node === undefined ? '' : titleOf(telling, node),
    words ? wordingText(telling, words) : '',
  ].filter((part) => part !== '')
  const joined = about.length > 0 ? about.join(' – ') : (facts ?? []).join(', ')
  // These go on after it.
  const said = type === 'note' ? joined : joined.replace(/\.$/, '')
  return telling.words.participant.note.types[type](said)
}

/** A fact that nothing was worked out from, and why. */
export function setAsideText(telling: Telling, { item, why }: SetAside): string {
  const otherUnit = why === 'unit not convertible' ? otherUnitText(telling, item) : undefined
  return otherUnit ?? telling.words.participant.setAside[why](titleOf(telling, item))
}

/** Which version a participant is on and why, what may come to apply, and whether new consent is needed. */
export function versionLines(telling: Telling, version: VersionInForce): readonly string[] {
  const words = telling.words.participant.version
  return [
    words.because[version.because],
    ...version.pending.map((each) => words.pending(each.version, momentText(telling, each.from))),
    version.reconsent === 'not needed' ? '' : words.reconsent[version.reconsent],
  ].filter((line) => line !== '')
}

/** A number is written as the language writes it, its unit beside it: nobody may read 24.040 mg as thousands. */
function saidGiven(telling: Telling, written: string): string {
  const [, value, unit = '1'] = /^(-?\d+(?:\.\d+)?)(?: (\S+))?$/.exec(written) ?? []
  return value === undefined ? written : quantityInWords(telling, { value, unit })
}

/** Fills in `{name}`; what has no place in the words follows them. */
function withGiven(words: string, given: readonly (readonly [string, string])[]): string {
  const rest = given.filter(([name]) => !words.includes(`{${name}}`)).map(([, value]) => value)
  const said = given.reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), words)
  return rest.length > 0 ? `${said} (${rest.join(', ')})` : said
}
