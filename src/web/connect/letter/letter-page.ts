import { siteLine } from '../../listing/parts/site-line.ts'
import type { StudyPageView } from '../../listing/parts/page-view.ts'
import { isReachable } from '../../../finder/registry/contacts.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { carriedTo } from '../../shell/parts/carried.ts'
import { layout } from '../../shell/parts/layout.ts'
import { own } from '../../shell/parts/phrases.ts'
import { paths } from '../../shell/paths.ts'
import type { ChosenSite } from '../parts/site-chosen.ts'
import { needsEnglish } from '../parts/their-language.ts'

/** A letter to a site on one sheet of A4: what is said of oneself is written by hand, so nobody here knows it. */
export function letterPage(view: StudyPageView, chosen: ChosenSite): Markup {
  const { page, nctId, carried } = view
  const words = page.words.connect.letter
  return layout(page, {
    sheets: ['connect'],
    title: words.title,
    isPrivate: true,
    islands: ['print-button'],
    main: html`
      <div class="narrow flow">
        <div class="no-print flow">
          <a
            class="back"
            href="${carriedTo(page, paths.connect(nctId), carried, { site: chosen.id })}"
          >
            <span aria-hidden="true">←</span>
            ${words.back}
          </a>
          <h1>${words.title}</h1>
          <p>${words.hint}</p>
          ${
            needsEnglish(page, chosen) &&
            html`
              <p>
                <a
                  href="${carriedTo({ ...page, language: 'en' }, paths.letter(nctId), carried, { site: chosen.id })}"
                >
                  ${words.inEnglish}
                </a>
              </p>
            `
          }
          <print-button label="${words.print}"></print-button>
        </div>
        ${letterText(view, chosen)}
      </div>
    `,
  })
}

function letterText(view: StudyPageView, chosen: ChosenSite): Markup {
  const { page, nctId } = view
  const words = page.words.connect.letter
  return html`
    <article class="letter card flow">
      ${addressLines(view, chosen)}
      <p>
        <b>${words.subject(nctId)}</b>
        (${own(page, view.title)})
      </p>
      <p>${words.hello}</p>
      <p>${words.text}</p>
      <p>${words.ask}</p>
      <ul>
        ${words.questions.map(
          (text) => html`
            <li>${text}</li>
          `,
        )}
      </ul>
      <p>${words.reach}</p>
      <ul class="letter-lines">
        ${words.lines.map(
          (text) => html`
            <li>${text}</li>
          `,
        )}
      </ul>
      <p class="letter-space">${words.about}</p>
      <p>${words.thanks}</p>
      <p class="letter-sign">${words.sign}</p>
      <p class="small soft">https://clinicaltrials.gov/study/${nctId}</p>
    </article>
  `
}

function addressLines({ page }: StudyPageView, { site }: ChosenSite): Markup {
  const { location } = site
  const words = page.words.connect.letter
  const [person] = (location.contacts ?? []).filter(isReachable)
  return html`
    <div class="letter-address">
      ${
        person?.name &&
        html`
          <p>${own(page, person.name)}</p>
        `
      }
      <p>${siteLine(page, location)}${location.zip ? `, ${location.zip}` : ''}</p>
      <p class="small soft no-print">${words.unknownAddress}</p>
    </div>
  `
}
