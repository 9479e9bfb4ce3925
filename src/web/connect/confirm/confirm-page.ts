import type { EnquiryByLink } from '../../../people/enquiries/confirm.ts'
import type { Enquiry } from '../../../people/enquiries/model/enquiry.ts'
import type { App } from '../../shell/app.ts'
import { messagePage } from '../../shell/parts/message-page.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { layout } from '../../shell/parts/layout.ts'
import { fill } from '../../shell/parts/phrases.ts'
import { paths } from '../../shell/paths.ts'
import { said } from '../parts/said.ts'
import type { SayMoment } from '../parts/site-clock.ts'
import { siteNameMarkup } from '../parts/site-chosen.ts'
import { recognised } from './recognised.ts'

type Open = Extract<EnquiryByLink, { kind: 'open' }>

/** By what its writer knows the enquiry, and the one button that sends it. Nothing that was written is shown. */
export function confirmEnquiryPage(
  app: App,
  page: Page,
  { enquiry, others, say }: Open & { readonly say: SayMoment },
): Markup {
  const words = page.words.enquiry.confirm
  return layout(page, {
    sheets: ['connect'],
    title: words.title,
    isPrivate: true,
    main: html`
      <div class="narrow flow">
        <h1>${words.title}</h1>
        <p class="lead">${fill(words.lead, { site: siteNameMarkup(page, enquiry.siteLabel) })}</p>
        <form method="post" action="${link(page, page.path)}" class="flow">
          <section class="card flow" aria-labelledby="what">
            <h2 id="what">${words.recognise}</h2>
            ${recognised(app, page, enquiry)}
            <p class="small">${words.hidden}</p>
          </section>
          ${others.length > 0 && alsoWaiting(page, others)}
          <p class="acts acts-wide">
            <button class="button" type="submit">${words.button}</button>
          </p>
        </form>
        <p>${words.notYou}</p>
        <p class="small soft">${said(words.expires, { day: say(enquiry.keepUntil) })}</p>
      </div>
    `,
  })
}

/** What else was asked with the same address: sent only where it is ticked. */
function alsoWaiting(page: Page, others: readonly Enquiry[]): Markup {
  const words = page.words.enquiry.confirm
  return html`
    <fieldset class="card flow">
      <legend>${words.also}</legend>
      ${others.map(
        (other) => html`
          <label class="choice">
            <input type="checkbox" name="also" value="${other.id}" />
            <span>
              ${fill(words.alsoOne, {
                site: siteNameMarkup(page, other.siteLabel),
                study: other.study,
              })}
            </span>
          </label>
        `,
      )}
    </fieldset>
  `
}

/** The link is too old: nothing was sent. */
export function expiredPage(page: Page): Markup {
  const { expired, expiredText, search } = page.words.enquiry.confirm
  return messagePage(page, {
    title: expired,
    text: expiredText,
    ways: [{ path: paths.search(), text: search }],
  })
}

/** It was confirmed before: the way to its own page. */
export function doneBeforePage(page: Page, ownPage: string): Markup {
  const { done, doneText, doneLink } = page.words.enquiry.confirm
  return messagePage(page, {
    title: done,
    text: doneText,
    ways: [{ path: ownPage, text: doneLink }],
  })
}

/** The site cannot be asked any more: other sites of the study, and open studies. */
export function closedMeanwhilePage(page: Page, study: string): Markup {
  const { closed, closedText, other, search } = page.words.enquiry.confirm
  return messagePage(page, {
    title: closed,
    text: closedText,
    ways: [
      { path: paths.connect(study), text: other },
      { path: paths.search(), text: search },
    ],
  })
}

/** Made up, cut off, taken back or forgotten: all answered alike. */
export function unknownEnquiryPage(page: Page): Markup {
  const { unknown, unknownText, search, home } = page.words.enquiry.confirm
  return messagePage(page, {
    title: unknown,
    text: unknownText,
    ways: [
      { path: paths.search(), text: search },
      { path: paths.home(), text: home },
    ],
  })
}
