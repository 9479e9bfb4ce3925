import { type Age, ageLimitsInDays, isNoLimit, parseAge } from '../../../finder/registry/ages.ts'
import type { EligibilityModule } from '../../../finder/registry/study.ts'
import { codedConcept, saidConcept } from './concepts.ts'
import { genderSystem, unitSystem } from './code-systems.ts'
import type { SharedCharacteristic, SharedConcept, SharedQuantity } from './shapes.ts'
import { plainLine, plainLines, spokenWord } from './texts.ts'

/** The id of the group of those who can join, inside every study. */
export const eligibilityId = 'eligibility'

/** Who can join, in plain lines: the criteria, or else what is known of age and sex. Never empty: apps fail without it. */
export function criteriaDisplay(eligibility: EligibilityModule | undefined): string {
  const criteria = plainLines(eligibility?.eligibilityCriteria)
  if (criteria !== undefined) return criteria
  const [youngest, oldest] = [
    plainLine(eligibility?.minimumAge),
    plainLine(eligibility?.maximumAge),
  ]
  const lines = [
    ['Sex', spokenWord(eligibility?.sex)],
    ['Minimum age', youngest],
    ['Maximum age', oldest],
    ['Study population', plainLine(eligibility?.studyPopulation)],
  ]
  const said = lines.flatMap(([label, value]) =>
    value === undefined ? [] : [`${label}: ${value}`],
  )
  return said.length > 0 ? said.join('\n') : 'The record gives no eligibility criteria.'
}

/** What the record says of who can join in fields of its own: sex, age, health. */
export function characteristicsOf(
  eligibility: EligibilityModule | undefined,
): SharedCharacteristic[] {
  if (!eligibility) return []
  const { sex, healthyVolunteers, genderDescription } = eligibility
  const gender = genders.get(sex ?? '')
  const ages = ageRange(eligibility)
  return [
    ...(gender ? [{ code: { text: 'Sex' }, valueCodeableConcept: gender, exclude: false }] : []),
    ...saidConcept(genderDescription).map((said) => ({
      code: { text: 'Gender' },
      valueCodeableConcept: said,
      exclude: false,
    })),
    ...(ages ? [{ code: { text: 'Age' }, valueRange: ages, exclude: false }] : []),
    ...(healthyVolunteers === undefined
      ? []
      : [
          {
            code: { text: 'Accepts healthy volunteers' },
            valueBoolean: healthyVolunteers,
            exclude: false,
          },
        ]),
  ]
}

const genders: ReadonlyMap<string, SharedConcept> = new Map([
  ['FEMALE', codedConcept(genderSystem, 'female', 'Female')],
  ['MALE', codedConcept(genderSystem, 'male', 'Male')],
])

/** Both limits as the record has them; none where it has none, and where the lower is above the upper. */
function ageRange(
  eligibility: EligibilityModule,
): { low?: SharedQuantity; high?: SharedQuantity } | undefined {
  const [low, high] = [ageOf(eligibility.minimumAge), ageOf(eligibility.maximumAge)]
  if (!low && !high) return undefined
  const { minDays = 0, maxDays = Infinity } = ageLimitsInDays(eligibility)
  if (low && high && minDays > maxDays) return undefined
  return { ...(low && { low: quantityOf(low) }), ...(high && { high: quantityOf(high) }) }
}

function ageOf(text: string | undefined): Age | undefined {
  return isNoLimit(text) ? undefined : parseAge(text)
}

function quantityOf({ value, unit }: Age): SharedQuantity {
  return {
    value,
    unit: value === 1 ? unit : `${unit}s`,
    system: unitSystem,
    code: unitCodes[unit],
  }
}

const unitCodes = {
  year: 'a',
  month: 'mo',
  week: 'wk',
  day: 'd',
  hour: 'h',
  minute: 'min',
} as const satisfies Readonly<Record<Age['unit'], string>>

/** A number of participants as FHIR takes it: whole, not negative, of 31 bits; undefined for any other. */
export function participantCount(count: number | undefined): number | undefined {
  return count !== undefined && Number.isInteger(count) && count >= 0 && count < 2 ** 31
    ? count
    : undefined
}
