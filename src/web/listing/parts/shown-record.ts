import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { ProtocolSection } from '../../../finder/registry/study.ts'

/** A record as far as pages show it. */
export interface ShownRecord {
  readonly stored: StoredStudy
  /** True where something was left out: the registry's page has all of it. */
  readonly isCut: boolean
}

/**
 * How much of a part of a record is shown: the longest text in characters and in lines, since each line may be a list
 * item, the longest list, and all characters together.
 */
interface Bounds {
  readonly text: number
  readonly lines: number
  readonly items: number
  readonly whole: number
}

/** More than the registry's forms let a study team write in one text (32,000 characters), and in one part of a record. */
const ofModule: Bounds = { text: 33_000, lines: 1_500, items: 500, whole: 100_000 }
/** These modules have two long texts that are shown in one stretch. */
const ofTwoTexts: Bounds = { ...ofModule, whole: 50_000 }
const twoTexts: ReadonlySet<string> = new Set(['eligibilityModule', 'ipdSharingStatementModule'])
/** Sites stay all, since the nearest may be the last; what each says is short. */
const ofSites: Bounds = { text: 300, lines: 50, items: 20_000, whole: 4_000_000 }
const ofChanges: Bounds = { text: 3_000, lines: 1_500, items: 100, whole: 100_000 }

/**
 * A record without what no page could show in good time: texts are cut, lists end, each part by itself, so that one
 * endless part takes nothing from the others. The results are left out: the study's own page reads them from the record
 * itself. An ordinary record stays whole.
 */
export function shownRecord(stored: StoredStudy): ShownRecord {
  // Results are unpacked by being looked at.
  const { protocolSection: whole, derivedSection, documentSection, hasResults } = stored.study
  const cut = { any: false }
  const protocolSection = Object.fromEntries(
    Object.entries(whole).map(([name, module]) => [name, moduleOf(name, module, cut)]),
  ) as unknown as ProtocolSection
  return {
    stored: {
      ...stored,
      study: {
        protocolSection,
        ...(hasResults !== undefined && { hasResults }),
        ...(derivedSection && { derivedSection: bounded(derivedSection, ofModule, cut) }),
        ...(documentSection && { documentSection: bounded(documentSection, ofModule, cut) }),
      },
      history: bounded(stored.history, ofChanges, cut),
    },
    isCut: cut.any,
  }
}

interface Cut {
  any: boolean
}

function moduleOf(name: string, module: unknown, cut: Cut): unknown {
  if (twoTexts.has(name)) return bounded(module, ofTwoTexts, cut)
  if (name !== 'contactsLocationsModule' || !isObject(module)) return bounded(module, ofModule, cut)
  const { locations, ...people } = module
  return {
    ...bounded(people, ofModule, cut),
    ...(locations !== undefined && { locations: bounded(locations, ofSites, cut) }),
  }
}

/** The same value, smaller where it is beyond its bounds. */
function bounded<T>(value: T, bounds: Bounds, cut: Cut): T {
  if (charactersIn(value, bounds) <= bounds.whole) return value
  const left = { characters: bounds.whole }
  return shorter(value) as T

  function shorter(part: unknown): unknown {
    if (typeof part === 'string') return text(part)
    if (Array.isArray(part)) return list(part)
    if (!isObject(part)) return part
    return Object.fromEntries(
      Object.entries(part).map(([name, each]) => [name, shorter(each)] as const),
    )
  }

  function text(part: string): string {
    const most = Math.min(endOf(part, bounds), Math.max(0, left.characters))
    left.characters -= Math.min(part.length, most)
    if (part.length <= most) return part
    cut.any = true
    return `${part.slice(0, most)}…`
  }

  /** What has no characters left to show is not worth its place in a list. */
  function list(part: readonly unknown[]): unknown[] {
    const shown: unknown[] = []
    for (const each of part) {
      if (shown.length >= bounds.items || left.characters <= 0) {
        cut.any = true
        break
      }
      shown.push(shorter(each))
    }
    return shown
  }
}

/** How many characters a value has; more than any bound where one text or list is beyond its own. */
function charactersIn(value: unknown, bounds: Bounds): number {
  if (typeof value === 'string')
    return endOf(value, bounds) < value.length ? Infinity : value.length
  if (typeof value !== 'object' || value === null) return 0
  if (Array.isArray(value) && value.length > bounds.items) return Infinity
  let count = 0
  for (const each of Object.values(value)) count += charactersIn(each, bounds)
  return count
}

/** Where a text leaves its bounds; its length where it does not. */
function endOf(text: string, { text: most, lines }: Bounds): number {
  if (text.length <= lines) return text.length
  let end = -1
  for (let line = 0; line < lines; line++) {
    end = text.indexOf('\n', end + 1)
    if (end < 0 || end >= most) return Math.min(most, text.length)
  }
  return end
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
