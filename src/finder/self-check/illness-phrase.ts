import type { AskedRule } from '../../words/language/asked.ts'
import type { Vocabulary } from '../vocabulary/concept.ts'
import { isNarrowerName } from '../vocabulary/narrower-names.ts'
import { askedRuleOf } from './plain/asked-rule.ts'
import { namedDisease } from './plain/names.ts'
import { isThing } from '../../words/language/is-thing.ts'

/** An illness of a record as a thing to be asked of; undefined where no name in both languages is known that is as narrow. */
export function illnessPhrase(field: string, vocabulary: Vocabulary): AskedRule | undefined {
  const name = withoutAbbreviation(field)
  const concept = vocabulary.byName(name)
  const isWhole = concept !== undefined && !isNarrowerName(name, concept)
  const thing = isWhole ? namedDisease(concept.term) : undefined
  if (!thing) return undefined
  const what = { things: [{ name: thing, like: [], tails: [] }], joint: undefined }
  return { ask: 'things', frame: 'have', isTurned: false, what }
}

/**
 * The same as rules name it, with words for its stage, course or kind ("Advanced Breast Cancer", "Chronic Heart Failure");
 * undefined where a word of it is not known.
 */
export function stagedIllness(name: string, vocabulary: Vocabulary): AskedRule | undefined {
  const rule = askedRuleOf(
    { kind: 'inclusion', text: withoutAbbreviation(name).toLowerCase() },
    [],
    vocabulary,
  )
  if (rule?.ask !== 'things' || rule.frame !== 'have' || rule.isTurned) return undefined
  const [only, ...more] = rule.what.things
  const isOne = only && isThing(only) && only.tails.length + more.length === 0
  if (!isOne || only.name.kind !== undefined) return undefined
  return rule
}

/** "Atrial Fibrillation (AF)", "AF - Atrial Fibrillation": the name, without the letters that stand for it. */
function withoutAbbreviation(field: string): string {
  const { before, after, name = '' } = (abbreviated.exec(field) ?? {}).groups ?? {}
  const letters = (before ?? after ?? '').replaceAll(/[^\p{L}]/gu, '').toLowerCase()
  return letters.length > 1 && standsFor(letters, name.toLowerCase()) ? name : field
}

/** Whether letters come in this order in a name, the first of them first. */
function standsFor(letters: string, name: string): boolean {
  let known = 0
  for (const letter of name) if (letter === letters[known]) known += 1
  return letters[0] === name[0] && known === letters.length
}

const abbreviated =
  /^(?:(?<before>(?=\S*\p{Lu}\S*\p{Lu})[\p{L}\d-]{2,9}) - )?(?<name>\p{L}[^()]{5,}?)\s*(?:\((?<after>(?=[^)]*\p{Lu}[^)]*\p{Lu})[\p{L}\d-]{2,9})\))?$/u

/**
 * The illnesses of one field of a record, where it is a row of them ("Melanoma, Lung Cancer, or Colorectal Cancer") and each
 * has a name in both languages; else the field as it is. Two with but a comma between them may be one ("Hypertension, Pregnancy").
 */
export function illnessesOfField(given: string, vocabulary: Vocabulary): readonly string[] {
  const field = given.replace(edition, '')
  if (vocabulary.byName(field)) return [field]
  const parts = field.split(rowJoint).map((one) => one.trim())
  const isRow = parts.length > 2 || (parts.length === 2 && !bareComma.test(field))
  const isNamed = (part: string): boolean =>
    illnessPhrase(part, vocabulary) !== undefined || stagedIllness(part, vocabulary) !== undefined
  return isRow && parts.every(isNamed) ? parts : [field]
}

/** Which book a stage is of says nothing to a person. */
const edition = /\s+AJCC(?:\s+v?\d+(?:\s+and\s+v?\d+)?)?$/i

const rowJoint = /\s*[,;/]\s*(?:(?:and\/or|and|or)\s+)?|\s+(?:and\/or|and|or|&)\s+/i
const bareComma = /^[^;/&]*,(?!\s*(?:and|or)\b)[^;/&]*$/i

/**
 * The illness that a record's name is of, where other words of it are not known: what it begins or ends with, unless it is
 * said to be in, with or after something else. Undefined where that has no name in both languages.
 */
export function illnessWithin(name: string, vocabulary: Vocabulary): AskedRule | undefined {
  if (ofAnother.test(name)) return undefined
  const whole = name.trim()
  const [found] = vocabulary
    .conceptsInText(whole, 'record')
    .filter(({ start, end }) => start === 0 || end === whole.length)
    .toSorted((a, b) => b.end - b.start - (a.end - a.start))
  return found && illnessPhrase(found.concept.term, vocabulary)
}

const ofAnother =
  /\b(?:of|in|with|without|due|after|following|from|by|to|for|and|or|non|not|no|anti|pre|risk|prevention|screening|induced|related|associated)\b|[/,;:()]/i
