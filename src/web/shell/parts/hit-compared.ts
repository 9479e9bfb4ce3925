import type { Hit } from '../../../finder/catalogue/model/query.ts'
import type { Page } from '../page.ts'
import { lookup } from './phrases.ts'

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
  const labels = phases
    .filter((phase) => phase !== 'NA')
    .map((phase) => lookup(page.words.common.phases, phase)?.label ?? phase)
  return labels.length === 0 ? undefined : labels.join(', ')
}

function typeText(page: Page, { studyType }: Hit): string {
  return lookup(page.words.common.types, studyType)?.label ?? page.words.common.unknown
}
