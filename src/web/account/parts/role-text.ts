import type { Role } from '../../../people/accounts/model/actor.ts'
import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'
import { knownSite, siteText } from '../../shell/parts/known-site.ts'

/** A role and where it is held, as its holder reads it. */
export function roleText(page: Page, app: App, { role, study, site }: Role): string {
  const words = page.words.account
  const name = words.roles[role]
  if (study === null) return name
  if (site === null) return words.roleAt(name, words.wholeStudy(study))
  return words.roleAt(name, words.siteOf(recordedSiteName(app, study, site), study))
}

/** A site as the record names it; its id where the record does not, or not any more. */
export function recordedSiteName(app: App, study: string, site: string): string {
  // Who signs in sees what they may, though the record be damaged.
  const known = knownSite(app, { study, site })
  return (known && siteText(known.label)) || site
}
