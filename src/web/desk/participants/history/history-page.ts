import { type AuditAction } from '../../../../people/audit/actions.ts'
import { readDetails } from '../../../../people/audit/details.ts'
import type { AuditEvent } from '../../../../people/audit/event.ts'
import { zoneOf } from '../../../../study/conduct/model/case.ts'
import type { KeptFact } from '../../../../study/conduct/model/facts.ts'
import { recordedText } from '../../../../study/in-words/facts.ts'
import { titleOf } from '../../../../study/in-words/telling.ts'
import { momentText } from '../../../../study/in-words/values.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { lookup } from '../../../shell/parts/phrases.ts'
import { timeMarkup } from '../../parts/said-moment.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import { factPath } from '../parts/fact-path.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** What was done of a participant, as the trail says it, the oldest line first. */
export interface History {
  readonly lines: readonly AuditEvent[]
  readonly names: ReadonlyMap<string, string>
  /** Why an arm was opened in an emergency, by the number of the line. */
  readonly reasons: ReadonlyMap<number, string>
}

/** All facts and acts of a participant in order, to be read or printed. */
export function historyPage(view: ParticipantView, history: History): Markup {
  const { page, of } = view
  const words = page.words.record.history
  const facts = new Map(of.facts.map((fact) => [fact.id, fact]))
  return participantLayout(view, {
    title: words.title,
    islands: ['print-button'],
    main: html`
      <div class="bar">
        <h1>${words.title}</h1>
        <print-button label="${words.print}"></print-button>
      </div>
      <p class="small soft">${words.lead}</p>
      <section class="scroll-x" tabindex="0" aria-labelledby="history-caption">
        <table class="history-table">
          <caption class="unseen" id="history-caption">${words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">${words.recorded}</th>
              <th scope="col">${words.by}</th>
              <th scope="col">${words.what}</th>
              <th scope="col">${words.value}</th>
              <th scope="col">${words.happened}</th>
            </tr>
          </thead>
          <tbody>${history.lines.map((line) => row(view, history, line, facts))}</tbody>
        </table>
      </section>
    `,
  })
}

function row(
  view: ParticipantView,
  { names, reasons }: History,
  line: AuditEvent,
  facts: ReadonlyMap<string, KeptFact>,
): Markup {
  const { page, of, telling } = view
  const { by, role, fact: factId } = readDetails(line).codes
  const fact =
    typeof factId === 'string' && line.action.startsWith('fact.') ? facts.get(factId) : undefined
  return html`
    <tr>
      <td>${timeMarkup(page, line.at, zoneOf(of), 'moment')}</td>
      <td>${whoText(view, names, by, role)}</td>
      <td>${fact ? factLink(view, fact) : actText(view, line)}</td>
      <td>${fact ? valueCell(view, fact, facts) : reasons.get(Number(line.seq))}</td>
      <td>${fact && momentText(telling, fact.at)}</td>
    </tr>
  `
}

function whoText(
  { page }: ParticipantView,
  names: ReadonlyMap<string, string>,
  by: string | undefined,
  role: string | undefined,
): string {
  const words = page.words.record.fact
  if (!by?.startsWith('account/')) return words.system
  const name = names.get(by.slice('account/'.length)) ?? words.formerly
  const as = role === undefined ? undefined : lookup(page.words.account.roles, role)
  return as === undefined ? name : `${name}, ${as}`
}

function factLink({ page, of, telling }: ParticipantView, fact: KeptFact): Markup {
  return html`
    <a href="${link(page, factPath(of, fact.id))}">${titleOf(telling, fact.item)}</a>
  `
}

/** The value with its reason, and what it corrects, which stays to read beside it. */
function valueCell(
  { page, telling }: ParticipantView,
  fact: KeptFact,
  facts: ReadonlyMap<string, KeptFact>,
): Markup {
  const words = page.words.record
  const old = fact.corrects === undefined ? undefined : facts.get(fact.corrects)
  const notDone = fact.details?.['notDone']
  return html`
    ${typeof notDone === 'string' ? words.fact.notDone(notDone) : recordedText(telling, fact)}
    ${
      old &&
      html`
        <span class="soft">${words.history.before(recordedText(telling, old))}</span>
      `
    }
    ${
      fact.reason !== undefined &&
      html`
        <span class="soft">${fact.reason}</span>
      `
    }
  `
}

function actText({ page }: ParticipantView, { action }: AuditEvent): string {
  return lookup(page.words.record.history.acts, action as AuditAction) ?? action
}
