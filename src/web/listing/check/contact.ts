import { isReachable } from '../../../finder/registry/contacts.ts'
import type { Location } from '../../../finder/registry/study.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { contact } from '../parts/contacts.ts'
import { takesNobody } from '../../../finder/registry/status.ts'
import { own } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'
import { siteAndTown } from '../../shell/parts/known-site.ts'

/** A few people to call or write to, and the way to the rest. */
export function whoToAsk(view: StudyView, study: string): Markup {
  const words = view.page.words.check.result
  const { centralContacts = [], locations = [] } = view.protocol.contactsLocationsModule ?? {}
  const central = centralContacts.filter(isReachable)
  const sites = locations.filter(({ contacts }) => contacts?.some(isReachable))
  const isClosed = takesNobody(view.protocol.statusModule?.overallStatus)
  return html`
    <h3>${words.contact}</h3>
    ${
      isClosed &&
      html`
        <p>${words.nobody}</p>
      `
    }
    ${
      central.length + sites.length === 0 &&
      html`
        <p>${words.noContact}</p>
      `
    }
    ${central.slice(0, 2).map((person) => contact(view, person))}
    ${central.length === 0 && sites.slice(0, 3).map((site) => siteContact(view, site))}
    <p class="no-print">
      <a href="${study}#sites">${words.contactAll}</a>
    </p>
  `
}

function siteContact(view: StudyView, site: Location): Markup {
  const { contacts = [] } = site
  const [person] = contacts.filter(isReachable)
  return html`
    <p>${own(view.page, siteAndTown(site))}</p>
    ${person && contact(view, person)}
  `
}
