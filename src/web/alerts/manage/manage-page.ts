import type { Alert } from '../../../people/alerts/model/alert.ts'
import { stopLink } from '../../../people/alerts/model/links.ts'
import type { App } from '../../shell/app.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { type Page, link } from '../../shell/page.ts'
import { layout } from '../../shell/parts/layout.ts'
import { alertAddress, alertFacts, alertName, masked } from '../parts/alert-text.ts'
import { languageChoice, subjectChoice } from '../parts/letter-choices.ts'
import { notice } from './notice.ts'
import type { Managed } from './managed.ts'
import { paths } from '../../shell/paths.ts'

/** All alerts of a person, and everything they can do with them. */
export function managePage(page: Page, app: App, managed: Managed): Markup {
  const words = page.words.alerts.manage
  return layout(page, {
    sheets: ['alerts'],
    title: words.title,
    isPrivate: true,
    main: html`
      <div class="alerts">
        ${notice(page, app, managed)}
        <h1>${words.title}</h1>
        <p class="lead">${words.to(masked(managed.person.address()))}</p>
        ${list(page, app, managed)}
        <p class="no-print">
          <a class="button" href="${link(page, paths.alertsNew())}">${words.more}</a>
        </p>
        ${letters(page, managed)} ${data(page, managed)} ${stop(page, app, managed)}
        <p class="small">${words.keep}</p>
      </div>
    `,
  })
}

function list(page: Page, app: App, managed: Managed): Markup {
  const words = page.words.alerts.manage
  if (managed.alerts.length === 0)
    return html`
      <p class="notice">${words.none}</p>
    `
  return html`
    <section aria-labelledby="list-title">
      <h2 id="list-title">${words.list}</h2>
      <ul class="alert-list">
        ${managed.alerts.map((alert) => item(page, app, managed, alert))}
      </ul>
    </section>
  `
}

function item(page: Page, app: App, { sent }: Managed, alert: Alert): Markup {
  const words = page.words.alerts.manage
  const name = alertName(page, alert, app.today())
  const isPaused = alert.pausedAt !== null
  const state = isPaused ? 'paused' : 'on'
  return html`
    <li class="alert-item">
      <h3><bdi>${name}</bdi></h3>
      <p><span class="alert-state" data-state="${state}">${words.state[state]}</span></p>
      ${alertFacts(page, alert, app)}
      <div class="alert-actions no-print">
        <a href="${alertAddress(page, alert, app.today())}">
          ${alert.search.study === undefined ? words.see : words.seeStudy}
          <span class="unseen">(${name})</span>
        </a>
        <a href="${link(page, paths.alert(sent, alert.id))}">
          ${words.change}
          <span class="unseen">(${name})</span>
        </a>
        <form method="post" action="${link(page, paths.alertPause(sent, alert.id))}">
          <input type="hidden" name="rest" value="${isPaused ? 'no' : 'yes'}" />
          <button class="button button-quiet" type="submit">
            ${isPaused ? words.resume : words.pause}
            <span class="unseen">(${name})</span>
          </button>
        </form>
        <a href="${link(page, paths.alertDeletion(sent, alert.id))}">
          ${words.delete}
          <span class="unseen">(${name})</span>
        </a>
      </div>
    </li>
  `
}

function letters(page: Page, { person, sent }: Managed): Markup {
  const words = page.words.alerts.manage
  return html`
    <section class="no-print" aria-labelledby="letters-title">
      <h2 id="letters-title">${words.letters}</h2>
      <form method="post" action="${link(page, paths.alertsLetters(sent))}">
        ${languageChoice(page, person.language)} ${subjectChoice(page, person.namesTopic)}
        <button class="button button-quiet" type="submit">${words.lettersButton}</button>
      </form>
    </section>
  `
}

function data(page: Page, { sent }: Managed): Markup {
  const words = page.words.alerts.manage
  return html`
    <section class="no-print" aria-labelledby="data-title">
      <h2 id="data-title">${words.data}</h2>
      <p>${words.dataText}</p>
      <p><a href="${link(page, paths.alertsData(sent))}">${words.dataLink}</a></p>
    </section>
  `
}

function stop(page: Page, { people }: App, { person }: Managed): Markup {
  const words = page.words.alerts.manage
  const way = stopLink(people.records.keys, person.id)
  return html`
    <section class="no-print" aria-labelledby="stop-title">
      <h2 id="stop-title">${words.stop}</h2>
      <p>${words.stopText}</p>
      <p>
        <a class="button button-quiet" href="${link(page, paths.alertsStop(way))}">
          ${words.stopLink}
        </a>
      </p>
    </section>
  `
}
