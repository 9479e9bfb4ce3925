import type { EnquiryEvent } from '../../../people/enquiries/model/events.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { lookup } from '../../shell/parts/phrases.ts'
import { siteLine } from '../../listing/parts/site-line.ts'
import { said } from '../parts/said.ts'
import type { Followed } from './followed.ts'

/** Where it stands: what happened, each with its day, what is awaited now, and what may come. */
export function way(followed: Followed): Markup {
  const { page, view } = followed
  return html`
    <section class="card" aria-labelledby="way">
      <h2 class="unseen" id="way">${page.words.enquiry.status.way}</h2>
      <ol class="way">
        ${view.steps.map((step) => stepItem(followed, step))} ${waiting(followed)}
        ${toCome(followed)}
      </ol>
    </section>
  `
}

function stepItem(followed: Followed, step: EnquiryEvent): Markup | '' {
  const { page, view, say } = followed
  const words = page.words.enquiry.status
  const name = step.kind === 'note' && step.actor === 'site' ? 'site-note' : step.kind
  const text = lookup(words.steps, name)
  // What else is noted says nothing to who asked.
  if (text === undefined) return ''
  return html`
    <li class="done">
      <b>${text}</b>
      <p class="small soft">
        <time datetime="${step.at}">${say(step.at)}</time>
        ${step.kind === 'sent' && line`– ${siteLine(page, view.siteLabel)}`}
      </p>
      ${written(followed, step)}
    </li>
  `
}

/** What either side wrote with it. */
function written({ page }: Followed, { actor, text }: EnquiryEvent): Markup | '' {
  if (text === undefined || text === '') return ''
  const words = page.words.enquiry.status
  return html`
    <p class="small">
      ${actor === 'site' ? words.theirWords : words.yourWords}${page.words.common.colon}
    </p>
    <blockquote class="typed-words" dir="auto">${text}</blockquote>
  `
}

function waiting({ page, view, say }: Followed): Markup | '' {
  if (view.hasEnded || view.dueAt === null) return ''
  const words = page.words.enquiry.status
  const [soon, until] =
    view.route === 'desk'
      ? [words.waitingSoon, words.waitingUntil]
      : [words.hopedSoon, words.hopedUntil]
  return html`
    <li class="now" aria-current="step">
      <b>${words.waiting}</b>
      <p class="small">${view.isLate ? soon : said(until, { when: say(view.dueAt) })}</p>
    </li>
  `
}

const beforeScreening: ReadonlySet<string> = new Set(['sent', 'seen', 'contacted', 'not-reached'])

function toCome({ page, view }: Followed): Markup | '' {
  if (!beforeScreening.has(view.state)) return ''
  const words = page.words.enquiry.status
  return html`
    <li>
      <b class="soft">${words.screening}</b>
      <p class="small soft">${words.screeningText}</p>
    </li>
  `
}
