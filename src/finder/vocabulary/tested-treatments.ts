import type { Intervention, Study } from '../registry/study.ts'
import { tokens } from './fold.ts'
import {
  type TriedTreatment,
  bareName,
  isControl,
  isExamination,
  isMedicine,
  saidTreatment,
} from './treatment-names.ts'

/** What a record lists as given or done, apart by what it is for. */
export interface TestedTreatments<T extends TriedTreatment> {
  /** Those that the registry's title names, where they are surely what is tested. */
  readonly titled: readonly T[] | undefined
  /** All that is tried, those of the title first, then medicines, devices and rays. */
  readonly tested: readonly T[]
  /** Samples, scans and questionnaires that go with it; none where nothing else is listed. */
  readonly examinations: readonly T[]
}

/**
 * Rule `tested-treatments@1`: what a study tries, without what it is compared with (placebo, usual care) and without the
 * examinations that go with it: registries list all of them in the order of the alphabet.
 */
export function testedTreatments<T extends TriedTreatment>(
  title: string,
  treatments: readonly T[],
): TestedTreatments<T> {
  const tried = treatments.filter(({ name = '' }) => name.trim() !== '' && !isControl(name))
  const given = tried.filter(({ name = '' }) => !isExamination(name))
  const shown = given.length > 0 ? given : tried
  const titled = shown.length > 1 ? placedIn(title, shown) : []
  const byRank = shown.toSorted((one, other) => rankOf(one) - rankOf(other))
  // A title that names the first medicine of the list names those that are tested; another may name what they are compared with.
  const main = shown.find(({ type = '' }) => isMedicine(type) || type === 'DEVICE')
  return {
    titled: main && titled.includes(main) ? titled : undefined,
    tested: [...new Set([...titled, ...byRank])],
    examinations: tried.filter((one) => !shown.includes(one)),
  }
}

/**
 * Rule `only-compared@1`: what is given, without what only groups of placebo or sham get ("sodium chloride"): that is what others
 * are compared with, whatever it is called.
 */
export function triedIn(
  module: Study['protocolSection']['armsInterventionsModule'],
): readonly Intervention[] {
  const { armGroups = [], interventions = [] } = module ?? {}
  const inert = new Set(armGroups.flatMap(({ type, label }) => (isInert(type) && label) || []))
  const isCompared = ({ armGroupLabels: of = [] }: Intervention): boolean =>
    of.length > 0 && of.every((label) => inert.has(label))
  const tried = interventions.filter((one) => !isCompared(one))
  const isReal = ({ name = '', type = '' }: Intervention): boolean =>
    isMedicine(type) && !isControl(name)
  // A record that lists its one medicine under the placebo alone has mixed them up.
  return tried.some(isReal) || !interventions.some(isReal) ? tried : interventions
}

/** Whether the registry's kind of a group is one that gets nothing that works. */
export function isInert(type: string | undefined): boolean {
  return type === 'PLACEBO_COMPARATOR' || type === 'SHAM_COMPARATOR'
}

/** Medicines, devices and the like come before what is done with them. */
function rankOf({ type = 'OTHER' }: TriedTreatment): number {
  return type === 'PROCEDURE' || type === 'DIAGNOSTIC_TEST' || type === 'OTHER' ? 1 : 0
}

/** The treatments that a title names, in its order; by another name only beside one that it names as the list does. */
function placedIn<T extends TriedTreatment>(title: string, treatments: readonly T[]): readonly T[] {
  const words = ` ${tokens(title).join(' ')} `
  const placed = treatments.map((treatment) => {
    const own = placeOf(words, ownNames(treatment))
    return { treatment, own, at: own >= 0 ? own : placeOf(words, treatment.otherNames ?? []) }
  })
  if (placed.every(({ own }) => own < 0)) return []
  return placed
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => one.at - other.at)
    .map(({ treatment }) => treatment)
}

function ownNames(treatment: TriedTreatment): readonly string[] {
  const said = saidTreatment(treatment, 'en')
  const bare = bareName(treatment.name ?? '', true)
  return [bare, ...(said.kind === 'names' ? said.names : []), ...bare.split('/').filter(isLong)]
}

const isLong = (name: string): boolean => name.trim().length > 3

function placeOf(words: string, names: readonly string[]): number {
  const places = names
    .map((name) => tokens(name).join(' '))
    .flatMap((name) => (name === '' ? [] : [words.indexOf(` ${name} `)]))
  return places.find((at) => at >= 0) ?? -1
}
