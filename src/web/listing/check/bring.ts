import type { Page } from '../../shell/page.ts'
import type { QuestionGroup } from '../../../finder/self-check/questions.ts'
import { isNamed } from '../../shell/parts/spoken.ts'
import type { Who } from '../../../words/language/who.ts'
import type { Question } from '../../../finder/self-check/question.ts'

/** What to have ready for a site, from what the criteria speak of. Rule `bring@1`. */
export function thingsToBring(
  page: Page,
  groups: readonly QuestionGroup[],
  { who, ageDays }: { readonly who: Who; readonly ageDays: number | undefined },
): readonly string[] {
  const words = page.words.check.bring
  const questions = groups.flatMap((group) => group.questions.flatMap(withChildren))
  const codes = new Set(questions.flatMap(({ readings }) => readings.flatMap(codesOf)))
  const topics = new Set(
    questions.flatMap(({ readings }) =>
      readings.flatMap((one) => (one.type === 'topic' ? one.topic : [])),
    ),
  )
  const text = questions.map(({ criterion }) => criterion.text).join('\n')
  const blood = bloodTests(page, codes)
  const mayBePregnant = ageDays === undefined || ageDays >= puberty
  return [
    words.age,
    words.diagnosis,
    codes.has('weight') || codes.has('bmi') ? words.weight : undefined,
    codes.has('temperature') || /\bfever|febrile\b/i.test(text) ? words.fever : undefined,
    blood,
    /\burin(?:e|ary|alysis)\b/i.test(text) ? words.urine : undefined,
    codes.has('zScore') || codes.has('lvef') || /echocardiogra|coronary art/i.test(text)
      ? words.heart
      : undefined,
    codes.has('qtc') || /\bECG|EKG|electrocardiogra/i.test(text) ? words.ecg : undefined,
    /\b(?:radiograph|x-?ray|CT|MRI|scan|imaging|ultraso\w+)\b/i.test(text)
      ? words.imaging
      : undefined,
    codes.has('fev1') || /spirometr/i.test(text) ? words.lungs : undefined,
    /\bbiops|histolog|patholog|cytolog/i.test(text) ? words.tissue : undefined,
    /\bgene(?:tic)?\b|mutation|genotyp/i.test(text) ? words.genes : undefined,
    groups.some(({ group }) => group === 'treatments') ? words.treatments : undefined,
    /\b(?:vaccin\w*|immuni[sz]ation|tuberculosis|TB)\b/i.test(text) ? words.vaccines : undefined,
    /allerg|hypersensitiv|intoleran/i.test(text) ? words.allergies : undefined,
    mayBePregnant && /pregnan/i.test(text) ? words.pregnancy : undefined,
    topics.has('insurance') ? words.insurance : undefined,
    topics.has('consent') ? (who === 'me' ? words.consentSelf : words.consent) : undefined,
  ].filter((thing) => thing !== undefined)
}

/** Eight years: before it nobody is asked about pregnancy. */
const puberty = 8 * 365.25

function bloodTests(page: Page, codes: ReadonlySet<string>): string | undefined {
  const words = page.words.check
  const names = [...codes].flatMap((code) =>
    inBlood.has(code) && isNamed(page, code) ? words.measures[code].name : [],
  )
  if (names.length === 0) return undefined
  return words.bring.bloodNamed.replace('{names}', names.join(', '))
}

function codesOf(reading: Question['readings'][number]): readonly string[] {
  return reading.type === 'measure' ? reading.codes : []
}

function withChildren(question: Question): Question[] {
  return [question, ...question.children.flatMap(withChildren)]
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
