import { setImmediate as turn } from 'node:timers/promises'
import { publicRecord } from '../../../finder/catalogue/model/public-record.ts'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { Place } from '../../../finder/places/place.ts'
import { soughtForOf } from '../../../finder/question/sought-for.ts'
import type { ReadQuestion } from '../../../finder/question/read-question.ts'
import { readStudyId } from '../../../finder/registry/study-id.ts'
import { shownRecord } from '../../listing/parts/shown-record.ts'
import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'
import { type Carried, readFound } from '../../shell/parts/carried.ts'
import { mostKept, writtenIds } from '../../shell/parts/my-list.ts'
import { readAsked } from '../../shell/parts/said-question.ts'

/** A list as it was asked for, sorted into what can be shown and what cannot; nothing is dropped without being named. */
export interface AskedList {
  readonly studies: readonly StoredStudy[]
  readonly ids: readonly string[]
  /** Beyond what one list holds. */
  readonly leftOut: readonly string[]
  readonly unknown: readonly string[]
  readonly malformed: readonly string[]
  readonly twice: readonly string[]
  /** The search that the list comes from. */
  readonly said: ReadQuestion
  /** The same, to be carried on. */
  readonly carried: Carried
  /** Where distances are measured from, or an area that sites are looked for in. */
  readonly place?: Place
}

/** Reads `ids=NCT1,NCT2&near=Lyon&age=2y`. The records are read in turns with other requests. */
export async function readList(app: App, page: Page): Promise<AskedList> {
  const query = new URLSearchParams(page.query)
  const said = readAsked(query, page, app)
  const sorted = sortIds(app, writtenIds(query))
  const studies: StoredStudy[] = []
  for (const nctId of sorted.ids) {
    const stored = app.catalogue.study(nctId)
    if (stored) studies.push(shownRecord(publicRecord(stored)).stored)
    await turn()
  }
  const place = usablePlace(said)
  return {
    ...sorted,
    studies,
    said,
    carried: carriedOf(query, said),
    ...(place && { place }),
  }
}

function sortIds(
  app: App,
  asked: readonly string[],
): Pick<AskedList, 'ids' | 'leftOut' | 'unknown' | 'malformed' | 'twice'> {
  const [found, unknown, malformed, twice, leftOut] = [
    new Set<string>(),
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
    else if (found.size === mostKept) leftOut.add(nctId)
    else found.add(nctId)
  }
  return {
    ids: [...found],
    leftOut: [...leftOut],
    unknown: [...unknown],
    malformed: [...malformed],
    twice: [...twice],
  }
}

function usablePlace({ place }: ReadQuestion): Place | undefined {
  if (place?.kind === 'found') return place.place
  return place?.kind === 'wide' && place.place.area !== undefined ? place.place : undefined
}

function carriedOf(query: URLSearchParams, said: ReadQuestion): Carried {
  const found = readFound(query.get('found'))
  return {
    asked: said.applied,
    person: soughtForOf(said),
    inMiles: said.inMiles,
    ...(found !== undefined && { found }),
  }
}
