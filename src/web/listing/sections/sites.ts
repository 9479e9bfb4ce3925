import { html, html as line } from 'hono/html'
import { labelOf } from '../../../finder/places/label.ts'
import { widePlaceText } from '../../shell/parts/said-question.ts'
import type { Contact } from '../../../finder/registry/study.ts'
import type { Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { contact } from '../parts/contacts.ts'
import { takesNobody } from '../../../finder/registry/status.ts'
import { sitesOf } from '../parts/sites-near.ts'
import { fill, own } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'
import { placeBox } from '../../shell/parts/place-field.ts'
import { siteLists } from './site-list.ts'
import { siteMap } from './site-map.ts'

/** How to reach the people of the study: its own contact, then its sites, the nearest first. */
export function sites(view: StudyView): Markup {
  const { words, stored } = view
  const all = sitesOf(stored, view.near?.places[0])
  return html`
    <section class="study-sites" aria-labelledby="sites">
      <h2 id="sites">${words.sections.sites}</h2>
      ${central(view)} ${all.length > 0 ? placeForm(view) : ''} ${placeFound(view)}
      ${
        all.length > 0
          ? siteLists(view, all)
          : html`
              <p class="none">${words.sites.none}</p>
            `
      }
      ${siteMap(view, all)} ${removed(view)}
    </section>
  `
}

function central(view: StudyView): Markup {
  const { words, protocol } = view
  const people = protocol.contactsLocationsModule?.centralContacts ?? []
  const closed = takesNobody(protocol.statusModule?.overallStatus)
  return html`
    <div class="central-contact">
      ${
        people.length > 0
          ? html`
              <h3>${words.sites.central}</h3>
              ${people.map((person: Contact) => contact(view, person))}
            `
          : ''
      }
      ${
        hasAnyContact(view)
          ? ''
          : html`
              <p>${words.sites.noContacts} ${words.sites.askDoctor}</p>
            `
      }
      ${
        closed
          ? html`
              <p>${words.sites.closed}</p>
            `
          : ''
      }
    </div>
  `
}

function hasAnyContact({ protocol }: StudyView): boolean {
  const module = protocol.contactsLocationsModule
  if (module?.centralContacts?.some(isReachable)) return true
  return module?.locations?.some(({ contacts }) => contacts?.some(isReachable)) ?? false
}

function isReachable({ phone, email }: Contact): boolean {
  return Boolean(phone ?? email)
}

function placeForm(view: StudyView): Markup {
  const { page, words, near } = view
  return html`
    <form class="near-form" method="get" action="${link(page, page.path)}#sites">
      ${placeBox(page, words.sites.place, near?.typed ?? '', words.sites.placeHint)}
      <button class="button" type="submit">${words.sites.find}</button>
      ${
        near
          ? line`<a class="start-over" href="${link(page, page.path)}#sites"> ${words.sites.startOver} </a>`
          : ''
      }
    </form>
  `
}

/** What the typed place was taken for, so that a wrong Paris is seen at once. */
function placeFound(view: StudyView): Markup | string {
  const { page, words, near } = view
  if (!near) return ''
  const [taken, ...others] = near.places
  if (!taken)
    return html`
      <p class="notice notice-warning" role="status">
        ${near.wide ? widePlaceText(page, near.wide) : fill(words.sites.unknownPlace, { place: near.typed })}
      </p>
    `
  if (others.length === 0)
    return html`
      <p role="status">${fill(words.sites.near, { place: labelOf(taken, page.language) })}</p>
    `
  return html`
    <p role="status">
      ${fill(words.sites.which, {
        place: line`<b>${labelOf(taken, page.language)}</b>`,
      })}
    </p>
    <ul class="other-places">
      ${others.slice(0, 5).map((place) => {
        const label = labelOf(place, page.language)
        const address = link(page, page.path, { near: label })
        return html`
          <li><a href="${address}#sites">${label}</a></li>
        `
      })}
    </ul>
  `
}

function removed({ page, words, stored }: StudyView): Markup | undefined {
  const countries = stored.study.derivedSection?.miscInfoModule?.removedCountries ?? []
  if (countries.length === 0) return undefined
  return html`
    <p class="small">
      ${fill(words.sites.removed, { countries: own(page, countries.join(', ')) })}
    </p>
  `
}
