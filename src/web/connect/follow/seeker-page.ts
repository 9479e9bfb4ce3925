import { waitsToBeSent } from '../../../people/enquiries/model/reached-site.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import { layout } from '../../shell/parts/layout.ts'
import { lookup } from '../../shell/parts/phrases.ts'
import { titleMarkup } from '../../shell/parts/study-title.ts'
import { paths } from '../../shell/paths.ts'
import { said } from '../parts/said.ts'
import { acts } from './acts.ts'
import type { Followed } from './followed.ts'
import { way } from './way.ts'
import { waysFromStudy } from './ways-from-study.ts'

/** Where a request stands: the state in words, then the day; what happened, what comes, and what one can do. */
export function seekerPage(followed: Followed): Markup {
  const { page, view, wrong } = followed
  const words = page.words.enquiry.status
  const title = words.titles[view.isLate && !view.hasEnded ? 'late' : view.state]
  return layout(page, {
    sheets: ['study', 'connect'],
    title,
    isPrivate: true,
    main: html`
      <div class="narrow flow">
        ${errorSummary(page, wrong?.problems ?? [])} ${notice(followed)} ${eyebrow(followed)}
        <h1>${title}</h1>
        ${lead(followed)} ${view.isLate && !view.hasEnded ? late(followed) : ''} ${way(followed)}
        ${acts(followed)}
        <p class="small soft">${words.yours} ${words.clock}</p>
      </div>
    `,
  })
}

/** What was done just before. */
function notice({ page, did }: Followed): Markup | '' {
  const text = lookup(page.words.enquiry.status.did, did)
  if (text === undefined) return ''
  return html`
    <p class="note" data-tone="open" role="status">${text}</p>
  `
}

function eyebrow({ page, view, title }: Followed): Markup {
  const words = page.words.enquiry.status
  return html`
    <p class="eyebrow">
      <span>
        ${words.request}
        <b class="num">${view.caseNumber}</b>
      </span>
      ${
        title &&
        html`
          <span>
            <a href="${link(page, paths.study(view.study))}">${titleMarkup(title)}</a>
          </span>
        `
      }
    </p>
  `
}

function lead(followed: Followed): Markup {
  const { page, view } = followed
  const words = page.words.enquiry.status
  if (view.isLate && !view.hasEnded)
    return html`
      <p class="lead">${view.route === 'desk' ? words.leads.late : words.lateHoped}</p>
    `
  return html`
    <p class="lead">
      ${untilWhen(followed)} ${words.leads[waitsToBeSent(view) ? 'waits' : view.state]}
    </p>
    ${reason(followed)}
  `
}

/** "It has promised to answer before …", while it owes an answer. */
function untilWhen({ page, view, say }: Followed): Markup | '' {
  if (view.dueAt === null || view.hasEnded) return ''
  const words = page.words.enquiry.status
  const sentence = view.route === 'desk' ? words.promised : words.hoped
  return line`<b>${said(sentence, { when: say(view.dueAt) })}</b>`
}

/** Why it ended: as the site gave it, or as we know it. */
function reason(followed: Followed): Markup | '' {
  const { page, view } = followed
  const words = page.words.enquiry.status
  const last = view.steps.findLast(({ kind }) => kind === view.state)
  const code = String(last?.details['reason'] ?? '')
  if (view.state === 'not-eligible') {
    const text = lookup(words.reasons, code)
    return text === undefined
      ? ''
      : html`
          <p>${said(words.because, { reason: text })}</p>
        `
  }
  const closing = view.state === 'closed' ? closingText(followed, code) : undefined
  return closing === undefined
    ? ''
    : html`
        <p>${closing}</p>
      `
}

/** Who is not here was written to once, and is not reminded. */
function closingText({ page, view }: Followed, code: string): string | undefined {
  const words = page.words.enquiry.status
  const isUnasked = view.route === 'introduction' && code === 'no-answer'
  return isUnasked ? words.unanswered : lookup(words.closings, code)
}

const ourDoing: ReadonlySet<string> = new Set([
  'reminded-site',
  'reminded-manager',
  'offered-other',
])

/** The promised day has passed: what we did about it, and the ways on. */
function late(followed: Followed): Markup {
  const { page, view, say, next } = followed
  const words = page.words.enquiry.status
  const done = view.steps.filter(({ kind }) => ourDoing.has(kind))
  return html`
    <div class="note" data-tone="doubt">
      <ul>
        ${done.map(
          ({ kind, at }) => html`
            <li>${lookup(words.steps, kind)}${page.words.common.colon} ${say(at)}</li>
          `,
        )}
        ${
          done.length === 0 &&
          html`
            <li>${view.route === 'desk' ? words.waitingSoon : words.hopedSoon}</li>
          `
        }
      </ul>
      <p>${next ? line`<a href="#pass">${words.pass}</a>` : waysFromStudy(followed)}</p>
    </div>
  `
}
