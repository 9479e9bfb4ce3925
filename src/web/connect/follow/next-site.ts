import { siteIdIn, siteOf } from '../../../finder/registry/site-id.ts'
import { mayBeAsked, siteStatus } from '../../../finder/registry/status.ts'
import type { Location } from '../../../finder/registry/study.ts'
import { nextNearestSite } from '../../../people/enquiries/promise/other-site.ts'
import type { SeekerView } from '../../../people/enquiries/seeker-view.ts'
import { routeOf } from '../../../people/enquiries/routing.ts'
import type { App } from '../../shell/app.ts'
import { storedStudy } from '../../shell/parts/stored-study.ts'

/** The other sites of a study that may be asked, as far as a page needs to know. */
export interface OtherSites {
  /** The nearest to the one that was asked that can be written to from here. */
  readonly next: { readonly id: string; readonly site: Location } | undefined
  /** Whether there are others at all; unknown where the record of the study cannot be read. */
  readonly hasOthers: boolean | 'unknown'
}

/** So many are tried: of the rest their own pages tell. */
const mostTried = 5

/** Looks for the site of the same study that was offered, or else the next nearest. */
export async function sitesToPassTo(
  app: Pick<App, 'catalogue' | 'people' | 'connect'>,
  { study, site, steps }: Pick<SeekerView, 'study' | 'site' | 'steps'>,
): Promise<OtherSites> {
  const { people, connect } = app
  const protocol = storedStudy(app, study)?.study.protocolSection
  if (!protocol) return { next: undefined, hasOthers: 'unknown' }
  const offered = steps.findLast(({ kind }) => kind === 'offered-other')?.details['site']
  const wanted = typeof offered === 'string' ? siteOf(protocol, offered) : undefined
  if (
    wanted &&
    mayBeAsked(siteStatus(wanted, protocol.statusModule)) &&
    (await routeOf(people.records, protocol, siteIdIn(protocol, wanted), connect)) !== 'none'
  )
    return { next: { id: siteIdIn(protocol, wanted), site: wanted }, hasOthers: true }
  const tried: string[] = []
  while (tried.length < mostTried) {
    const next = nextNearestSite(protocol, site, tried)
    if (!next) break
    const id = siteIdIn(protocol, next)
    if ((await routeOf(people.records, protocol, id, connect)) !== 'none')
      return { next: { id, site: next }, hasOthers: true }
    tried.push(id)
  }
  return { next: undefined, hasOthers: tried.length > 0 }
}
