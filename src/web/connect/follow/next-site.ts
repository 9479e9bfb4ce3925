import { siteId, siteOf } from '../../../finder/registry/site-id.ts'
import { mayBeAsked, siteStatus } from '../../../finder/registry/status.ts'
import type { Location } from '../../../finder/registry/study.ts'
import { nextNearestSite } from '../../../people/enquiries/promise/other-site.ts'
import type { SeekerView } from '../../../people/enquiries/seeker-view.ts'
import { routeOf } from '../../../people/enquiries/routing.ts'
import type { App } from '../../shell/app.ts'

/** The other sites of a study that may be asked, as far as a page needs to know. */
export interface OtherSites {
  /** The nearest to the one that was asked that can be written to from here. */
  readonly next: Location | undefined
  /** Whether there are others at all. */
  readonly hasOthers: boolean
}

/** So many are tried: of the rest their own pages tell. */
const mostTried = 5

/** Looks for the site of the same study that was offered, or else the next nearest. */
export async function sitesToPassTo(
  { catalogue, people, connect }: Pick<App, 'catalogue' | 'people' | 'connect'>,
  { study, site, steps }: Pick<SeekerView, 'study' | 'site' | 'steps'>,
): Promise<OtherSites> {
  const protocol = catalogue.study(study)?.study.protocolSection
  const offered = steps.findLast(({ kind }) => kind === 'offered-other')?.details['site']
  const wanted = protocol && typeof offered === 'string' ? siteOf(protocol, offered) : undefined
  if (
    protocol &&
    wanted &&
    mayBeAsked(siteStatus(wanted, protocol.statusModule)) &&
    (await routeOf(people.records, protocol, siteId(wanted), connect)) !== 'none'
  )
    return { next: wanted, hasOthers: true }
  const tried: string[] = []
  while (protocol && tried.length < mostTried) {
    const next = nextNearestSite(protocol, site, tried)
    if (!next) break
    const id = siteId(next)
    if ((await routeOf(people.records, protocol, id, connect)) !== 'none')
      return { next, hasOthers: true }
    tried.push(id)
  }
  return { next: undefined, hasOthers: tried.length > 0 }
}
