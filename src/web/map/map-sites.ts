import { setImmediate as turn } from 'node:timers/promises'
import type { StoredStudy } from '../../finder/catalogue/model/stored.ts'
import { isOpen, siteStatus } from '../../finder/registry/status.ts'
import { isStudyId } from '../../finder/registry/study-id.ts'
import { isPlace } from '../listing/parts/sites-near.ts'
import type { App } from '../shell/app.ts'
import type { Page } from '../shell/page.ts'
import { storedStudy } from '../shell/parts/stored-study.ts'
import { siteAndTown } from '../shell/parts/known-site.ts'

/** More studies than this are on no page that has a map. */
const mostStudies = 50
/** Sites of all studies together; each has an even share. */
const mostSites = 4000
const longestName = 120

/**
 * The sites of the studies `ids=NCT…,NCT…` for the large map, in the order asked for, with its words. With `from=21` the
 * studies have numbers that begin there. What is no study here has no sites.
 */
export async function mapSites(app: App, page: Page): Promise<object> {
  const query = new URLSearchParams(page.query)
  const ids = (query.get('ids') ?? '').slice(0, 2000).split(',').slice(0, mostStudies)
  const first = /^\d{1,6}$/.test(query.get('from') ?? '') ? Number(query.get('from')) : undefined
  const share = Math.floor(mostSites / Math.max(1, ids.length))
  const studies: object[] = []
  let isCut = false
  for (const [at, id] of ids.entries()) {
    const sites = isStudyId(id) ? sitesTold(storedStudy(app, id)) : []
    if (sites.length > share) isCut = true
    const number = first === undefined ? {} : { number: first + at }
    studies.push({ ...number, sites: sites.slice(0, share) })
    await turn()
  }
  return { words: wordsOf(page), studies, ...(isCut && { mostSites: share }) }
}

type Told = readonly [lat: number, lon: number, name: string, isOpen: boolean]

/** Those where people can join come first. */
function sitesTold(stored: StoredStudy | undefined): readonly Told[] {
  if (!stored) return []
  const { contactsLocationsModule, statusModule } = stored.study.protocolSection
  const told = (contactsLocationsModule?.locations ?? []).flatMap((location, at): Told[] => {
    const point = stored.points[at]
    if (!isPlace(point)) return []
    const name = siteAndTown(location)
    const open = isOpen(siteStatus(location, statusModule))
    return [[short(point.lat), short(point.lon), name.slice(0, longestName), open]]
  })
  return told.toSorted((a, b) => Number(b[3]) - Number(a[3]))
}

/** A thousandth of a degree is a hundred metres: the record knows the town. */
function short(degrees: number): number {
  return Math.round(degrees * 1000) / 1000
}

function wordsOf(page: Page): object {
  const { close, keys, shown, group, numbered, study, toStudy, notOpen, more } = page.words.map
  return { close, keys, shown, group, numbered, study, toStudy, notOpen, more }
}
