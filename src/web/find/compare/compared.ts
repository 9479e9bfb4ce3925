import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import { labelOf } from '../../../finder/places/label.ts'
import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'
import { shownRecord } from '../../listing/parts/shown-record.ts'
import { readStudyId } from '../../../finder/registry/study-id.ts'
import { type ReadPlace, readPlace } from '../../../finder/question/read-place.ts'
import type { Place } from '../../../finder/places/place.ts'

/** The most studies that fit side by side. */
export const mostCompared = 4

/** What was asked for, sorted into what can be shown and what cannot. */
export interface Compared {
  readonly studies: readonly StoredStudy[]
  readonly ids: readonly string[]
  readonly leftOut: readonly string[]
  readonly unknown: readonly string[]
  readonly malformed: readonly string[]
  readonly twice: readonly string[]
  readonly near?: ComparedPlace
}

/** The place that distances of a comparison are measured from, as typed and as read. */
export interface ComparedPlace {
  readonly typed: string
  readonly label: string
  readonly read: ReadPlace
  /** What it turned out to be, where that can be used: distances are measured from it, or sites looked for in its area. */
  readonly place?: Place
}

/** Reads `ids=NCT1,NCT2&add=NCT3&near=Lyon`; nothing asked for is dropped without being named. */
export function readCompared(app: App, page: Page): Compared {
  const query = new URLSearchParams(page.query)
  const asked = [...query.getAll('ids'), query.get('add') ?? '']
    .flatMap((text) => text.split(separators))
    .filter((text) => text !== '')
    .slice(0, mostAsked)
  const sorted = sortIds(app, asked)
  const near = placeOf(app, page, query.get('near') ?? '')
  return { ...sorted, ...(near && { near }) }
}

const separators = /[,;\s]+/
const mostAsked = 50

function sortIds(app: App, asked: readonly string[]): Omit<Compared, 'near'> {
  const found = new Map<string, StoredStudy>()
  const [unknown, malformed, twice, leftOut] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ]
  for (const written of asked) {
    const read = readStudyId(written)
    const [nctId, ...others] = app.catalogue.idsOf(read)
    const isKnown = nctId !== undefined && others.length === 0
    if (!isKnown && 'nctId' in read) unknown.add(read.nctId)
    else if (!isKnown) malformed.add(written.slice(0, 40))
    else if (found.has(nctId)) twice.add(nctId)
    else if (found.size === mostCompared) leftOut.add(nctId)
    else {
      // Read only where there is a place for it: fifty of the longest records would hold up everybody.
      const stored = app.catalogue.study(nctId)
      if (stored) found.set(nctId, shownRecord(stored).stored)
    }
  }
  return {
    studies: [...found.values()],
    ids: [...found.keys()],
    leftOut: [...leftOut],
    unknown: [...unknown],
    malformed: [...malformed],
    twice: [...twice],
  }
}

function placeOf(app: App, page: Page, written: string): ComparedPlace | undefined {
  const typed = written.trim().slice(0, 100)
  if (typed === '') return undefined
  const { language } = page
  const read = readPlace(typed, { places: app.places, language, withAreas: true })
  const isUsable = read.kind === 'found' || (read.kind === 'wide' && read.place.area !== undefined)
  if (!isUsable) return { typed, label: typed, read }
  return { typed, label: labelOf(read.place, language), read, place: read.place }
}
