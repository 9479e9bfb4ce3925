import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { dateText } from '../../shell/parts/dates.ts'
import { layout } from '../../shell/parts/layout.ts'
import { minuteText } from '../../shell/parts/minute-text.ts'
import type { State } from './state.ts'
import { paths } from '../../shell/paths.ts'

/** What an operator wants to see in the morning, on one page. */
export function adminPage(page: Page, state: State): Markup {
  const words = page.words.admin
  return layout(page, {
    sheets: ['desk'],
    title: words.title,
    isPrivate: true,
    head: html`
      <link rel="alternate" type="application/json" href="${link(page, paths.adminJson())}" />
    `,
    main: html`
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <div class="admin">
        ${catalogue(page, state)} ${alerts(page, state)} ${mail(page, state)}
        ${suppressions(page, state)} ${records(page, state)}
      </div>
      <p><a href="${link(page, paths.adminClaims())}">${page.words.claims.admin.title}</a></p>
      <p><a href="${link(page, paths.adminJson())}">${words.json}</a></p>
    `,
  })
}

type Value = number | string | Markup

function figures(
  page: Page,
  title: string,
  rows: readonly (readonly [string, Value])[],
  more?: Markup,
): Markup {
  return html`
    <section>
      <h2>${title}</h2>
      <dl class="admin-figures">
        ${rows.map(
          ([name, value]) => html`
            <div>
              <dt>${name}</dt>
              <dd>${typeof value === 'number' ? value.toLocaleString(page.language) : value}</dd>
            </div>
          `,
        )}
      </dl>
      ${more}
    </section>
  `
}

function catalogue(page: Page, { catalogue: { imported, studies, imports } }: State): Markup {
  const words = page.words.admin.imports
  const rows = [
    [words.age, imported ? dateText(page, imported) : page.words.admin.never],
    [words.studies, studies],
  ] as const
  return figures(page, words.title, rows, importTable(page, imports))
}

function importTable(page: Page, imports: State['catalogue']['imports']): Markup {
  const words = page.words.admin.imports
  if (imports.length === 0)
    return html`
      <p>${words.empty}</p>
    `
  return html`
    <section class="wide" tabindex="0" aria-labelledby="imports-caption">
      <table class="admin-table">
        <caption id="imports-caption">${words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">${words.at}</th>
            <th scope="col">${words.new}</th>
            <th scope="col">${words.changed}</th>
            <th scope="col">${words.rejected}</th>
          </tr>
        </thead>
        <tbody>
          ${imports.map(
            (line) => html`
              <tr>
                <th scope="row">${minuteText(line.at)}</th>
                <td>${line.new.toLocaleString(page.language)}</td>
                <td>${line.changed.toLocaleString(page.language)}</td>
                <td>${line.rejected.toLocaleString(page.language)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </section>
  `
}

function alerts(page: Page, { alerts: state }: State): Markup {
  const words = page.words.admin.alerts
  return figures(page, words.title, [
    [words.confirmed, state.confirmed],
    [words.paused, state.paused],
    [words.asked, state.asked],
    [words.pending, state.pending],
    [words.atOnce, state.waiting.atOnce],
    [words.daily, state.waiting.daily],
    [words.weekly, state.waiting.weekly],
    [words.digests, state.digests],
    [words.unmatched, state.unmatchedImports],
    [words.lastMatched, momentOr(state.lastMatched, page.words.admin.none)],
  ])
}

function mail(page: Page, { mail: state }: State): Markup {
  const words = page.words.admin.queue
  const waiting: Readonly<Record<string, string>> = words.waiting
  const failed = Object.values(state.failed).reduce((sum, count) => sum + count, 0)
  return figures(page, words.title, [
    ...Object.entries(state.queued).map(([name, count]) => [waiting[name] ?? name, count] as const),
    [words.heldBack, state.heldBack.mails],
    [words.heldUntil, momentOr(state.heldBack.until, page.words.admin.none)],
    [words.retrying, state.retrying],
    [words.oldest, momentOr(state.oldestAt, page.words.admin.none)],
    [words.sending, state.sending],
    [words.sent, state.sentLastDay],
    [words.failed, failed],
    [words.relay, relay(page, state.relay)],
    [words.resting, state.restingDomains],
  ])
}

function relay(page: Page, state: State['mail']['relay']): Value {
  const words = page.words.admin.queue
  if (state.state === 'good') return words.relayGood
  return html`
    ${words.relayDown} ${minuteText(state.until)} ${state.code && `(${state.code})`}
  `
}

function suppressions(page: Page, { mail: state }: State): Markup {
  const words = page.words.admin.suppressions
  const { bounce, complaint, operator } = state.suppressions
  return figures(page, words.title, [
    [words.bounce, bounce],
    [words.complaint, complaint],
    [words.operator, operator],
  ])
}

function records(page: Page, { records: { backup, audit } }: State): Markup {
  const words = page.words.admin.records
  return figures(page, words.title, [
    [words.backup, momentOr(backup, page.words.admin.never)],
    [words.audit, audit?.lines ?? 0],
    [
      words.head,
      audit
        ? html`
            <code>${audit.head}</code>
          `
        : page.words.admin.none,
    ],
  ])
}

function momentOr(at: string | undefined, none: string): Value {
  return at === undefined ? none : minuteText(at)
}
