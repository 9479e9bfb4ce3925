import { siteIdIn } from '../../../finder/registry/site-id.ts'
import { mayBeAsked, siteStatus } from '../../../finder/registry/status.ts'
import type { Location, ProtocolSection } from '../../../finder/registry/study.ts'
import type { Page } from '../../shell/page.ts'
import { type Carried, carriedTo } from '../../shell/parts/carried.ts'
import { paths } from '../../shell/paths.ts'

/** A study that a page shows, and what it carries along. */
interface ShownStudy {
  readonly page: Page
  readonly protocol: ProtocolSection
  readonly nctId: string
  readonly carried?: Carried
}

/**
 * The address where a site of a study is written to, or where one is chosen; undefined where people may not ask. It asks
 * nothing of the records: how the site is reached is found there.
 */
export function connectHref(
  { page, protocol, nctId, carried }: ShownStudy,
  location?: Location,
): string | undefined {
  const { statusModule } = protocol
  const status = location ? siteStatus(location, statusModule) : statusModule?.overallStatus
  if (!mayBeAsked(statusModule?.overallStatus) || !mayBeAsked(status)) return undefined
  return carriedTo(
    page,
    paths.connect(nctId),
    carried,
    location && { site: siteIdIn(protocol, location) },
  )
}
