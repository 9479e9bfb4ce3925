import type { EnquiryEvent } from '../../../people/enquiries/model/events.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { lookup } from '../../shell/parts/phrases.ts'
import { timeMarkup } from '../parts/said-moment.ts'
import { quote } from './message.ts'
import type { Opened } from './opened.ts'

/** All that happened, the latest first, by the clocks of the site; with what was written to them or among the team. */
export function historySection(opened: Opened): Markup {
  const { view, enquiry } = opened
  return html`
    <section class="flow" aria-labelledby="history-title">
      <h2 id="history-title">${view.page.words.desk.enquiry.history}</h2>
      <ol class="log" reversed>
        ${enquiry.events.toReversed().map((event) => happened(opened, event))}
      </ol>
    </section>
  `
}

function happened(opened: Opened, event: EnquiryEvent): Markup {
  const { view, clock } = opened
  const isOurs = event.actor === 'site' && event.text !== undefined
  return html`
    <li>
      ${timeMarkup(view.page, event.at, clock.timeZone, 'moment')} ${eventText(opened, event)}
      ${isOurs && quote(opened, event.text ?? '')}
    </li>
  `
}

/** What happened and who did it, in a few words. */
function eventText({ view: { page }, names, others }: Opened, event: EnquiryEvent): Markup {
  const words = page.words.desk.events
  const { kind, details, accountId } = event
  const to = details['to']
  const given = typeof to === 'string' && to !== accountId ? names.get(to) : undefined
  const said = kind === 'taken' && given !== undefined ? words.given(given) : words[kind]
  const more = [
    lookup(page.words.desk.steps.reasons, textOf(details['reason'])),
    partsOf(words, textOf(details['parts'])),
    dateOf(words, textOf(details['consentedOn'])),
    siteOfEvent(words, others, textOf(details['site'])),
  ]
  const by = accountId === null ? undefined : names.get(accountId)
  const parts = [said, ...more, by].filter((part) => part !== undefined)
  return line`${parts.join(' · ')}`
}

type EventWords = Opened['view']['page']['words']['desk']['events']

/** What was put right. */
function partsOf({ parts }: EventWords, names: string | undefined): string | undefined {
  const said = (names ?? '').split(' ').flatMap((name) => lookup(parts, name) ?? [])
  return said.length === 0 ? undefined : said.join(', ')
}

function dateOf(words: EventWords, day: string | undefined): string | undefined {
  return day === undefined ? undefined : words.consented(day)
}

function siteOfEvent(
  words: EventWords,
  others: Opened['others'],
  id: string | undefined,
): string | undefined {
  const name = others.find(({ site }) => site === id)?.name
  return name === undefined ? undefined : words.to(name)
}

function textOf(value: string | number | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
