import { siteIdIn } from '../../../finder/registry/site-id.ts'
import { mayBeAsked, siteStatus } from '../../../finder/registry/status.ts'
import type { SiteLabel } from '../../../people/enquiries/model/enquiry.ts'
import type { StudyPageView } from '../../listing/parts/page-view.ts'
import type { Site } from '../../listing/parts/sites-near.ts'
import type { Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { own } from '../../shell/parts/phrases.ts'

/** A site of a study by its id, and what people call it. */
export interface ChosenSite {
  readonly id: string
  readonly site: Site
  /** As the registry writes it, or our words where it has no name. */
  readonly name: string
}

/** Sites that people may write to, the nearest first where a place is known. */
export function sitesToAsk(view: StudyPageView): readonly ChosenSite[] {
  return view.sites
    .filter(({ location }) => mayBeAsked(siteStatus(location, view.protocol.statusModule)))
    .map((site) => chosen(view, site))
}

/** The site with an id; undefined where the record has none of that id. */
export function siteChosen(view: StudyPageView, id: string): ChosenSite | undefined {
  const site = view.sites.find(({ location }) => siteIdIn(view.protocol, location) === id)
  return site && chosen(view, site)
}

function chosen({ page, protocol }: StudyPageView, site: Site): ChosenSite {
  return { id: siteIdIn(protocol, site.location), site, name: siteNameOf(page, site.location) }
}

/** What a site is called: its name, or else its town, or that it has none. */
export function siteNameOf(page: Page, { facility, city }: SiteLabel): string {
  return facility?.trim() || city?.trim() || page.words.connect.unnamedSite
}

/** The same to be put into a page, marked as the registry's own words where it is. */
export function siteNameMarkup(page: Page, { facility, city }: SiteLabel): Markup | string {
  const name = facility?.trim() || city?.trim()
  return name ? own(page, name) : page.words.connect.unnamedSite
}
