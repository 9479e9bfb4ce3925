import type { Catalogue } from '../../finder/catalogue/model/catalogue.ts'
import { siteOf } from '../../finder/registry/site-id.ts'
import { mayBeAsked, siteStatus } from '../../finder/registry/status.ts'
import type { Location, ProtocolSection } from '../../finder/registry/study.ts'

/** Why a site cannot be asked now. `moved`: the registry gave the study another id. */
export interface NotAsked {
  readonly kind: 'closed'
  readonly reason: 'study-gone' | 'study-moved' | 'study-closed' | 'site-gone' | 'site-closed'
  /** The id that the study has now, where it moved. */
  readonly movedTo?: string
}

/** A site that people may ask to join, as the record has it now. */
export interface SiteToAsk {
  readonly kind: 'open'
  readonly protocol: ProtocolSection
  readonly location: Location
}

/** Whether a site of a study can be asked now, by the catalogue as it is now. Throws where the record is damaged. */
export function siteAskedNow(
  catalogue: Pick<Catalogue, 'study' | 'idsOf'>,
  { study, site }: { readonly study: string; readonly site: string },
): SiteToAsk | NotAsked {
  const stored = catalogue.study(study)
  if (!stored) return goneOrMoved(catalogue, study)
  const protocol = stored.study.protocolSection
  if (!mayBeAsked(protocol.statusModule?.overallStatus))
    return { kind: 'closed', reason: 'study-closed' }
  const location = siteOf(protocol, site)
  if (!location) return { kind: 'closed', reason: 'site-gone' }
  if (!mayBeAsked(siteStatus(location, protocol.statusModule)))
    return { kind: 'closed', reason: 'site-closed' }
  return { kind: 'open', protocol, location }
}

function goneOrMoved(catalogue: Pick<Catalogue, 'idsOf'>, nctId: string): NotAsked {
  const [movedTo] = catalogue.idsOf({ kind: 'study', nctId })
  return movedTo === undefined
    ? { kind: 'closed', reason: 'study-gone' }
    : { kind: 'closed', reason: 'study-moved', movedTo }
}
