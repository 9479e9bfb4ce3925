import type { Who } from '../../words/language/who.ts'
import type { Told } from './told.ts'
import { mayCarryChild } from './fitted-rule.ts'
import type { Question } from './question.ts'
import { type QuestionGroup, allQuestions } from './questions.ts'

/** A thing to have ready for a site; a door puts it into words. */
export type ThingToBring =
  | { readonly thing: PlainThing }
  /** Results of these measures of the blood, by code. */
  | { readonly thing: 'bloodTests'; readonly codes: readonly string[] }

/** Things that need no more than their name. */
export type PlainThing =
  | 'age'
  | 'diagnosis'
  | 'weight'
  | 'fever'
  | 'urine'
  | 'heart'
  | 'ecg'
  | 'imaging'
  | 'lungs'
  | 'tissue'
  | 'genes'
  | 'treatments'
  | 'vaccines'
  | 'allergies'
  | 'pregnancy'
  | 'insurance'
  | 'consent'
  | 'consentSelf'
  | 'consentFor'

/** What to have ready for a site, from what the criteria speak of; the age in days. Rule `bring@1`. */
export function thingsToBring(
  groups: readonly QuestionGroup[],
  {
    who,
    ageDays,
    sex,
  }: {
    readonly who: Who
    readonly ageDays: number | undefined
    readonly sex?: Told['sex']
  },
): readonly ThingToBring[] {
  const questions = allQuestions(groups)
  const codes = new Set(questions.flatMap(({ readings }) => readings.flatMap(codesOf)))
  const topics = new Set(
    questions.flatMap(({ readings }) =>
      readings.flatMap((one) => (one.type === 'topic' ? one.topic : [])),
    ),
  )
  const text = questions.map(({ criterion }) => criterion.text).join('\n')
  const blood = [...codes].filter((code) => inBlood.has(code))
  const when = (isSo: boolean, thing: PlainThing): ThingToBring[] => (isSo ? [{ thing }] : [])
  return [
    { thing: 'age' },
    { thing: 'diagnosis' },
    ...when(codes.has('weight') || codes.has('bmi'), 'weight'),
    ...when(codes.has('temperature') || /\bfever|febrile\b/i.test(text), 'fever'),
    ...(blood.length > 0 ? [{ thing: 'bloodTests', codes: blood } as const] : []),
    ...when(/\burin(?:e|ary|alysis)\b/i.test(text), 'urine'),
    ...when(
      codes.has('zScore') || codes.has('lvef') || /echocardiogra|coronary art/i.test(text),
      'heart',
    ),
    ...when(codes.has('qtc') || /\bECG|EKG|electrocardiogra/i.test(text), 'ecg'),
    ...when(/\b(?:radiograph|x-?ray|CT|MRI|scan|imaging|ultraso\w+)\b/i.test(text), 'imaging'),
    ...when(codes.has('fev1') || /spirometr/i.test(text), 'lungs'),
    ...when(/\bbiops|histolog|patholog|cytolog/i.test(text), 'tissue'),
    ...when(/\bgene(?:tic)?\b|mutation|genotyp/i.test(text), 'genes'),
    ...when(
      groups.some(({ group }) => group === 'treatments'),
      'treatments',
    ),
    ...when(/\b(?:vaccin\w*|immuni[sz]ation|tuberculosis|TB)\b/i.test(text), 'vaccines'),
    ...when(/allerg|hypersensitiv|intoleran/i.test(text), 'allergies'),
    ...when(mayCarryChild({ sex, ageDays }) && /pregnan/i.test(text), 'pregnancy'),
    ...when(topics.has('insurance'), 'insurance'),
    ...when(topics.has('consent'), whoConsents[who]),
  ]
}

const whoConsents = { me: 'consentSelf', child: 'consent', other: 'consentFor' } as const

function codesOf(reading: Question['readings'][number]): readonly string[] {
  return reading.type === 'measure' ? reading.codes : []
}

const inBlood = new Set([
  'hba1c',
  'hemoglobin',
  'neutrophils',
  'platelets',
  'lymphocytes',
  'cd4',
  'eosinophils',
  'leukocytes',
  'creatinineClearance',
  'egfr',
  'creatinine',
  'bilirubin',
  'ast',
  'alt',
  'alkalinePhosphatase',
  'ggt',
  'ck',
  'ldh',
  'lipase',
  'amylase',
  'inr',
  'albumin',
  'crp',
  'esr',
  'ferritin',
  'glucose',
  'ldl',
  'hdl',
  'cholesterol',
  'triglycerides',
  'potassium',
  'sodium',
  'calcium',
  'bnp',
  'ntProBnp',
])
