import type { Alert } from '../../../people/alerts/model/alert.ts'
import { describeAlert } from '../../../people/alerts/model/describe.ts'
import { eventsOf, type Event } from '../../../people/alerts/model/events.ts'
import { searchParams } from '../../../people/alerts/model/saved-search.ts'
import type { App } from '../../shell/app.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { dateText } from '../../shell/parts/dates.ts'
import { fact, own } from '../../shell/parts/phrases.ts'
import { askedOf } from '../../../finder/question/asked.ts'
import { registryTitle } from '../terms/read-what.ts'
import { filtersOf } from '../terms/what-fields.ts'
import { ageText, distanceText } from '../terms/typed-terms.ts'
import { paths } from '../../shell/paths.ts'

/** What an alert is for on one line, as in the mails. */
export function alertName({ language, vocabulary }: Page, alert: Alert, today: string): string {
  return describeAlert(alert, language, vocabulary, today)
}

/** The rest of it: the title of the study, the filters, of which events and how often. */
export function alertFacts(page: Page, alert: Alert, { catalogue }: App): Markup {
  const words = page.words.alerts
  const { study } = alert.search
  const labels = study === undefined ? words.form.event : words.form.eventStudy
  const site = alert.place || alert.area ? words.manage.siteNear : words.manage.siteAnywhere
  const saidOf = (event: Event): string => (event === 'site' ? site : labels[event])
  return html`
    <dl class="facts">
      ${study !== undefined && fact(words.manage.study, own(page, registryTitle(catalogue, study)))}
      ${fact(words.manage.also, alsoFits(page, alert))}
      ${fact(words.manage.events, eventList(eventsOf(alert.events).map(saidOf)))}
      ${fact(words.manage.often, words.form.frequency[alert.frequency])}
      ${fact(words.manage.since, dateText(page, alert.requestedAt.slice(0, 10)))}
    </dl>
  `
}

function eventList(lines: readonly string[]): Markup {
  return html`
    <ul>
      ${lines.map(
        (line) => html`
          <li>${line}</li>
        `,
      )}
    </ul>
  `
}

const saidInTheName = ['category', 'tree', 'cond', 'intr', 'title', 'spons', 'elig']

function alsoFits(page: Page, { search }: Alert): string | undefined {
  if (search.study !== undefined) return undefined
  const filters = filtersOf(page, askedOf(searchParams(search)))
  return filters
    .filter(({ name }) => !saidInTheName.includes(name))
    .map(({ label }) => label)
    .join(', ')
}

/** Where one sees what fits today: the search's page, or the study's. */
export function alertAddress(page: Page, alert: Alert, today: string): string {
  const { search, said, place, area, sex } = alert
  if (search.study !== undefined) return link(page, paths.study(search.study))
  const params = searchParams(search, said)
  if (place) {
    params.set('near', place.name)
    params.set('within', distanceText(place.withinKm))
  }
  if (area) params.set('near', area.name)
  const age = ageText(alert, page.language, today)
  if (age !== '') params.set('age', age)
  if (sex) params.set('sex', sex.toLowerCase())
  return link(page, paths.search(), params)
}

/** `a…@example.org`: enough to know one's own, too little for who looks over a shoulder. */
export function masked(address: string): string {
  const [first = ''] = address
  return `${first}…${address.slice(address.lastIndexOf('@'))}`
}
