import { didNotice } from '../../account/parts/did-notice.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { type DeskView, deskLayout } from '../parts/desk-layout.ts'
import { saidMoment } from '../parts/said-moment.ts'
import { studyTabsNav } from '../today/parts/study-tabs.ts'

/** What the page knows of the address: when it was made, what was done just before, and the address right after it was made. */
interface CalendarShown {
  readonly madeAt: string | undefined
  readonly did: string
  readonly address?: string
}

/** What the calendar is, and the ways to make and end its address. */
export function calendarPage(view: DeskView, shown: CalendarShown): Markup {
  const { page } = view
  const { madeAt, did, address } = shown
  const words = page.words.today.calendar
  return deskLayout(view, {
    title: words.title,
    main: html`
      <div class="desk flow">
        <h1>${words.title}</h1>
        ${studyTabsNav(view, 'calendar')} ${didNotice(words.did, did)}
        <p>${words.intro}</p>
        <p>${words.secret}</p>
        ${address !== undefined && shownOnce(words, address)}
        ${
          address === undefined &&
          html`
            <p>${standing(view, madeAt)}</p>
          `
        }
        <div class="acts">
          <form method="post" action="${link(page, paths.calendarPage())}">
            <button class="button" type="submit">
              ${madeAt === undefined ? words.make : words.again}
            </button>
          </form>
          ${
            madeAt !== undefined &&
            html`
              <form method="post" action="${link(page, paths.calendarEnd())}">
                <button class="button button-quiet" type="submit">${words.end}</button>
              </form>
            `
          }
        </div>
        ${
          madeAt !== undefined &&
          address === undefined &&
          html`
            <p class="small soft">${words.againNote}</p>
          `
        }
      </div>
    `,
  })
}

function standing({ page }: DeskView, madeAt: string | undefined): string {
  const words = page.words.today.calendar
  return madeAt === undefined ? words.none : words.made(saidMoment(page, madeAt, 'UTC', 'date'))
}

function shownOnce(words: DeskView['page']['words']['today']['calendar'], address: string): Markup {
  return html`
    <div class="card flow" role="status">
      <p>${words.shown}</p>
      <div class="field">
        <label for="address">${words.copy}</label>
        <input id="address" type="text" readonly value="${address}" />
      </div>
    </div>
  `
}
