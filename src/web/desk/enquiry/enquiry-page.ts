import { html, line, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import { stateTag } from '../../shell/parts/status-tag.ts'
import { titleMarkup } from '../../shell/parts/study-title.ts'
import { paths } from '../../shell/paths.ts'
import { deskLayout } from '../parts/desk-layout.ts'
import { promiseTag, promiseText } from '../parts/promise-tag.ts'
import { shortSiteName, studyName } from '../parts/study-name.ts'
import { whoText } from '../parts/who-text.ts'
import { answersSection } from './answers.ts'
import { contactCard } from './contact.ts'
import { enrolCard } from './enrol-card.ts'
import { historySection } from './history.ts'
import { messageCard } from './message.ts'
import type { Opened } from './opened.ts'
import { stepCard } from './step-form.ts'
import { assignCard, noteCard, takenText } from './team.ts'

/** One enquiry: what they wrote and answered, what happened, and what can be done next. */
export function enquiryPage(opened: Opened): Markup {
  const { view, enquiry } = opened
  const { page } = view
  const words = page.words.desk
  const who = whoText(page, enquiry.details)
  return deskLayout(view, {
    title: `${enquiry.caseNumber}: ${who}`,
    isMadeUp: enquiry.details.isMadeUp === true,
    main: html`
      ${errorSummary(page, opened.problems)} ${notices(opened)}
      <a class="back" href="${link(page, paths.desk())}">
        <span aria-hidden="true">←</span>
        ${words.enquiry.back}
      </a>
      ${head(opened, who)}
      <div class="desk-two">
        <div class="flow">
          ${messageCard(opened)} ${answersSection(opened)} ${historySection(opened)}
        </div>
        <aside class="flow" aria-label="${words.enquiry.beside}">
          ${stepCard(opened)} ${enrolCard(opened)} ${contactCard(opened)} ${assignCard(opened)}
          ${noteCard(opened)}
        </aside>
      </div>
    `,
  })
}

function head(opened: Opened, who: string): Markup {
  const { view, enquiry } = opened
  const { page, app } = view
  const site = shortSiteName(enquiry.siteLabel)
  return html`
    <div class="bar head-bar">
      <div>
        <p class="eyebrow">
          <span class="num">${enquiry.caseNumber}</span>
          <a href="${link(page, paths.study(enquiry.study))}">
            ${titleMarkup(studyName(page, app, enquiry.study))}
          </a>
          <span><bdi>${site}</bdi></span>
          <span>${takenText(opened)}</span>
        </p>
        <h1>${who}</h1>
      </div>
      <p>${promised(opened)}</p>
    </div>
  `
}

function promised({ view: { page }, enquiry, clock }: Opened): Markup {
  if (enquiry.dueAt === null) return promiseTag(page, enquiry, clock)
  const { look, text } = promiseText(page, enquiry.dueAt, clock, page.words.desk.promised)
  return stateTag(look, text, 'tag')
}

/** Who was faster, and what was done just before. */
function notices({ view: { page }, changed, did }: Opened): Markup {
  const words = page.words.desk
  return line`${
    changed &&
    html`
      <div class="note flow" data-tone="doubt" role="alert">
        <h2>${words.changed.title(changed.by, changed.at)}</h2>
        <p>${words.changed.text}</p>
      </div>
    `
  } ${
    did &&
    html`
      <p class="note" data-tone="open" role="status">
        ${did === 'saved' ? words.steps.saved : words.note.saved}
      </p>
    `
  }`
}
