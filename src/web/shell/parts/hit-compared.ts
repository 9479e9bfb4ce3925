import type { Hit } from '../../../finder/catalogue/model/query.ts'
import type { Page } from '../page.ts'

/** "Phase 3: compared with a placebo, by chance": only what the record's fields say. */
export function comparedText(page: Page, study: Hit): string {
  const { compared, byChance } = page.words.results.card
  const kinds = comparators.filter((kind) => study.armTypes.includes(kind))
  const parts = [
    ...kinds.map((kind) => compared[kind]),
    ...(kinds.length > 0 && study.allocation === 'RANDOMIZED' ? [byChance] : []),
  ]
  const stage = phaseText(page, study) ?? typeText(page, study)
  return parts.length === 0 ? stage : page.words.results.card.stage(stage, parts.join(', '))
}

const comparators = [
  'PLACEBO_COMPARATOR',
  'SHAM_COMPARATOR',
  'ACTIVE_COMPARATOR',
  'NO_INTERVENTION',
] as const

/** The phases; undefined where there is none, which says nothing to a reader. */
function phaseText(page: Page, { phases }: Hit): string | undefined {
  const known = page.words.common.phases
  const labels = phases
    .filter((phase) => phase !== 'NA')
    .map((phase) =>
      Object.hasOwn(known, phase) ? known[phase as keyof typeof known].label : phase,
    )
  return labels.length === 0 ? undefined : labels.join(', ')
}

function typeText(page: Page, { studyType = '' }: Hit): string {
  const known = page.words.common.types
  return Object.hasOwn(known, studyType)
    ? known[studyType as keyof typeof known].label
    : page.words.common.unknown
}
