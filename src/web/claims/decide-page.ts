import { remembering } from '../../base/lru.ts'
import { siteOf } from '../../finder/registry/site-id.ts'
import type { Study } from '../../finder/registry/study.ts'
import { waitReasons } from '../../people/accounts/claims/claim.ts'
import type { ShownClaim } from '../../people/accounts/claims/claims-list.ts'
import { namedContacts } from '../../people/accounts/claims/named-contacts.ts'
import type { App } from '../shell/app.ts'
import { html, type Markup } from '../shell/markup.ts'
import { link, type Page } from '../shell/page.ts'
import { hiddenField } from '../shell/parts/field.ts'
import { siteText } from '../shell/parts/known-site.ts'
import { layout } from '../shell/parts/layout.ts'
import { minuteText } from '../shell/parts/minute-text.ts'
import { lookup } from '../shell/parts/phrases.ts'
import { paths } from '../shell/paths.ts'
import { studyNamed } from './listing.ts'

/** What an operator reads of claims. */
export interface ClaimsView {
  readonly waiting: readonly ShownClaim[]
  readonly decided: readonly ShownClaim[]
  /** What the last press came to. */
  readonly did?: 'done' | 'gone' | undefined
}

/** Claims that wait, each with whom the record names now, and those that were decided last. */
export function decidePage(page: Page, app: App, view: ClaimsView): Markup {
  const words = page.words.claims.admin
  const recordOf: RecordOf = remembering(
    mostRecords,
    (study) => study,
    (study) => studyNamed(app, study),
  )
  return layout(page, {
    sheets: ['desk'],
    title: words.title,
    isPrivate: true,
    main: html`
      <h1>${words.title}</h1>
      ${
        view.did &&
        html`
          <p class="notice" role="status">${words.did[view.did]}</p>
        `
      }
      <p class="lead">${words.lead}</p>
      <h2 id="waiting">${words.waiting}</h2>
      ${waiting(page, view.waiting, recordOf)}
      <h2 id="decided">${words.decided}</h2>
      ${decided(page, view.decided, recordOf)}
    `,
  })
}

/** The record of a study as the catalogue has it now: to read one takes some milliseconds, and many claims are of one study. */
type RecordOf = (study: string) => Study | undefined

/** So many are kept at once while the page is written. */
const mostRecords = 20

function waiting(page: Page, claims: readonly ShownClaim[], recordOf: RecordOf): Markup {
  const words = page.words.claims.admin
  if (claims.length === 0)
    return html`
      <p>${words.none}</p>
    `
  return table(
    'waiting',
    [words.who, words.listing, words.why, words.proved, words.act],
    claims.map(
      (claim) => html`
        <tr>
          <th scope="row">${who(claim)}</th>
          <td>${listing(page, claim, recordOf)} ${namedNow(page, claim, recordOf)}</td>
          <td>${reason(page, claim)}</td>
          <td>${claim.proved_at && minuteText(claim.proved_at)}</td>
          <td>${button(page, claim, 'grant')} ${button(page, claim, 'refuse')}</td>
        </tr>
      `,
    ),
  )
}

function decided(page: Page, claims: readonly ShownClaim[], recordOf: RecordOf): Markup {
  const words = page.words.claims.admin
  if (claims.length === 0)
    return html`
      <p>${words.noneDecided}</p>
    `
  return html`
    <p>${words.undoText}</p>
    ${table(
      'decided',
      [words.who, words.listing, words.state, words.at, words.act],
      claims.map(
        (claim) => html`
          <tr>
            <th scope="row">${who(claim)}</th>
            <td>${listing(page, claim, recordOf)}</td>
            <td>
              ${lookup(words.states, claim.state)},
              ${claim.decided_by === 'system' ? words.bySystem : words.byOperator}
            </td>
            <td>${claim.decided_at && minuteText(claim.decided_at)}</td>
            <td>${claim.state === 'granted' ? button(page, claim, 'undo') : ''}</td>
          </tr>
        `,
      ),
    )}
  `
}

function table(labelledBy: string, heads: readonly string[], rows: readonly Markup[]): Markup {
  return html`
    <section class="wide" tabindex="0" aria-labelledby="${labelledBy}">
      <table class="claim-table">
        <thead>
          <tr>
            ${heads.map(
              (head) => html`
                <th scope="col">${head}</th>
              `,
            )}
          </tr>
        </thead>
        <tbody>${rows}</tbody>
      </table>
    </section>
  `
}

function who({ name, address }: ShownClaim): Markup {
  return html`
    <bdi>${name ?? ''}</bdi>
    <br />
    <span class="small">${address}</span>
  `
}

function listing(page: Page, { study, site }: ShownClaim, recordOf: RecordOf): Markup {
  const words = page.words.claims.admin
  return html`
    <a href="${link(page, paths.study(study))}">${study}</a>
    : ${site === null ? words.whole : (siteIn(recordOf(study), site) ?? words.gone)}
  `
}

function siteIn(record: Study | undefined, site: string): string | undefined {
  const found = record && siteOf(record.protocolSection, site)
  return found && siteText(found)
}

/** Whom the operator may ask: the contacts that the record has today. */
function namedNow(page: Page, { study, site }: ShownClaim, recordOf: RecordOf): Markup {
  const words = page.words.claims.admin
  const record = recordOf(study)
  const named = record ? namedContacts(record, site) : []
  const addresses = named.map(({ address }) => address.written)
  return html`
    <p class="small">${words.namedNow} ${addresses.join(', ') || words.namesNobody}</p>
  `
}

function reason(page: Page, claim: ShownClaim): string {
  const known = waitReasons.find((one) => one === claim.reason)
  return known ? page.words.claims.waits.reasons[known] : ''
}

function button(page: Page, claim: ShownClaim, decision: 'grant' | 'refuse' | 'undo'): Markup {
  const words = page.words.claims.admin
  const label = words.of(words[decision], claim.name ?? claim.address)
  return html`
    <form method="post" action="${link(page, paths.adminClaims())}">
      ${hiddenField('claim', claim.id)} ${hiddenField('decision', decision)}
      <button class="button button-quiet" type="submit" aria-label="${label}">
        ${words[decision]}
      </button>
    </form>
  `
}
