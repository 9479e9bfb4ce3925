import { siteId } from '../../../finder/registry/site-id.ts'
import type { Location } from '../../../finder/registry/study.ts'
import { nextNearestSite } from '../../../people/enquiries/promise/other-site.ts'
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

/** Looks for the next nearest site of the same study. */
export async function sitesToPassTo(
  { catalogue, people, connect }: Pick<App, 'catalogue' | 'people' | 'connect'>,
  { study, site }: { readonly study: string; readonly site: string },
): Promise<OtherSites> {
  const protocol = catalogue.study(study)?.study.protocolSection
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
