import type { Question } from './question.ts'

/** The parts of a self-check, in the order in which they are asked. */
export const groupNames = ['person', 'illness', 'treatments', 'others', 'practical'] as const

/** A part of a self-check. */
export type Group = (typeof groupNames)[number]

/** Which part a criterion belongs to, by what was read in it, else by its words. Rule `group@2`. */
export function groupOf({
  criterion,
  readings,
  ask,
}: Pick<Question, 'criterion' | 'readings' | 'ask'>): Group {
  const { kind, text, heading = '' } = criterion
  if (isPractical(ask)) return 'practical'
  const words = `${heading} ${text.slice(0, 400)}`
  if (readings.some(({ type }) => type === 'topic') || practical.test(words)) {
    const smokes = readings.some((one) => one.type === 'topic' && one.topic === 'smoking')
    return smokes ? 'person' : 'practical'
  }
  const told = readings.filter((one) => one.type !== 'sex' || one.sex !== 'ALL')
  if (told.length > 0 && told.every(isPersonal)) return 'person'
  if (allergy.test(words)) return 'others'
  if (treatment.test(words) && !asksOfIllness(ask)) return 'treatments'
  if (kind === 'exclusion' && readings.some(({ type }) => type === 'pregnancy')) return 'person'
  return kind === 'exclusion' ? 'others' : 'illness'
}

/** Asked of what a person can do or has at home, whatever else the rule says. */
function isPractical(ask: Question['ask']): boolean {
  if (ask.kind !== 'rule') return false
  if (ask.rule.ask === 'speaks') return true
  return ask.rule.ask === 'set' && ofDaily.has(ask.rule.phrase)
}

const ofDaily: ReadonlySet<string> = new Set([
  'comply',
  'consent',
  'consentAndComply',
  'internet',
  'liveNear',
  'questionnaires',
  'studyLanguage',
  'telephone',
])

/** "A heart disease that needs treatment" is asked of an illness, "measurable disease" of the cancer. */
function asksOfIllness(ask: Question['ask']): boolean {
  if (ask.kind !== 'rule') return false
  const { rule } = ask
  if (rule.ask === 'set') return rule.phrase === 'measurable'
  return (
    rule.ask === 'things' &&
    (rule.frame === 'have' || rule.frame === 'had') &&
    rule.what.things.every((one) => 'name' in one && one.name.kind === undefined)
  )
}

function isPersonal(reading: Question['readings'][number]): boolean {
  if (reading.type === 'measure') return reading.codes.every((code) => personal.has(code))
  return reading.type === 'age' || reading.type === 'sex' || reading.type === 'pregnancy'
}

const personal = new Set([
  'weight',
  'birthWeight',
  'height',
  'bmi',
  'waist',
  'ecog',
  'karnofsky',
  'lansky',
])

const practical =
  /\b(?:consent|assent|insurance|willing|comply|compliance|adhere|available for|visits?|telephone|internet|smartphone|transport\w*|language|guardian\w*|participat\w+ in|live (?:in|within)|resid\w+)\b/i
const allergy = /\b(?:allerg\w+|hypersensitiv\w+|intoleran\w+|anaphyla\w+)\b/i
const treatment =
  /\b(?:treat\w*|therap\w+|biotherap\w+|medication\w*|drugs?|surger\w+|surgical|transplant\w*|chemotherap\w+|radiotherap\w+|radiation|vaccin\w*|infusion\w*|transfusion\w*|antibiotic\w*|steroids?|corticosteroid\w*|receiv\w+|prior use|taking|dose)\b/i
