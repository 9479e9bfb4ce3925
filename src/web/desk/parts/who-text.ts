import { capitalized } from '../../../base/capitalized.ts'
import { readSaidAge } from '../../../finder/question/read-values.ts'
import { ageInDays } from '../../../finder/registry/ages.ts'
import type { EnquiryDetails } from '../../../people/enquiries/model/details.ts'
import type { Page } from '../../shell/page.ts'
import { spokenSpan } from '../../shell/parts/ages.ts'

/** Who asks, in words made of what they said alone: "Parent or guardian of a girl, 8 months". */
export function whoText(page: Page, { who, age, sex }: EnquiryDetails): string {
  const words = page.words.desk.who
  const of = words[sex === 'FEMALE' ? 'female' : sex === 'MALE' ? 'male' : 'none']
  const isKnown = sex !== undefined || age !== undefined
  if (!isKnown) return words[who]
  const kind = kindOf(age)
  const aged = (one: string): string =>
    age === undefined ? one : words.withAge(one, spokenSpan(page, age))
  // A grown-up may have a parent who asks: without an age, nobody is called a girl.
  if (who === 'parent') return aged(words.ofChild(of[kind === 'any' ? 'own' : kind]))
  const one = aged(of[kind])
  return who === 'patient' ? capitalized(one) : words.forOne[who](one)
}

/** Eighteen years and more is grown up; what cannot be read as an age is neither. */
function kindOf(age: string | undefined): 'child' | 'adult' | 'any' {
  const read = age === undefined ? undefined : readSaidAge(age)
  if (!read) return 'any'
  return ageInDays(read) >= ageInDays({ value: 18, unit: 'year' }) ? 'adult' : 'child'
}
