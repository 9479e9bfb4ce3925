import { can } from '../../../../people/accounts/model/can.ts'
import type { LockStep, StudySignature } from '../../../../study/conduct/review/lock-history.ts'
import type { LockConcern } from '../../../../study/conduct/review/lock-concerns.ts'
import type { LockNeed } from '../../../../study/conduct/review/lock-needs.ts'
import { tellingOf, titleOf } from '../../../../study/in-words/telling.ts'
import { html, line, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { hiddenField, selectField, textArea } from '../../../shell/parts/field.ts'
import { paths } from '../../../shell/paths.ts'
import { type StudyFormProblem, problemAt, studyLayout } from '../parts/study-layout.ts'
import type { RunView } from '../parts/study-view.ts'

/** What may be done to the data. */
export type LockAct = 'freeze' | 'unfreeze' | 'lock' | 'unlock'

/** What the page of the lock shows. */
export interface LockShown {
  readonly needs: readonly LockNeed[]
  readonly concerns: readonly LockConcern[]
  readonly steps: readonly LockStep[]
  readonly signatures: readonly StudySignature[]
  /** Names of accounts by their ids. */
  readonly names: ReadonlyMap<string, string>
  /** Participants by their numbers, to freeze one alone, and which of them are frozen. */
  readonly participants: readonly { readonly id: string; readonly number: string }[]
  /** The signer proved who they are within 15 minutes. */
  readonly isFresh: boolean
  readonly proveAddress: string
  readonly act: LockAct | undefined
  readonly reason: string
  readonly problems: readonly StudyFormProblem[]
  readonly did?: string | undefined
}

/** What the data of a study may take: frozen for a review, locked with a signature, or opened again, each with its reason. */
export function lockPage(view: RunView, shown: LockShown): Markup {
  const { page, mayRun } = view
  const words = page.words.runStudy.lock
  return studyLayout(view, {
    tab: 'lock',
    problems: shown.problems,
    did: shown.did,
    main: html`
      <p><b>${page.words.runStudy.lockStates[view.lock]}</b></p>
      ${view.lock !== 'locked' && needsList(view, shown)}
      ${view.lock !== 'locked' && shown.concerns.length > 0 && concernList(view, shown)}
      ${mayRun && forms(view, shown)} ${shown.signatures.length > 0 && signatureList(view, shown)}
      <h2>${words.history}</h2>
      ${
        shown.steps.length === 0
          ? html`
              <p>${words.noHistory}</p>
            `
          : history(view, shown)
      }
    `,
  })
}

function needsList(view: RunView, { needs }: LockShown): Markup {
  const { page, study, run, mayRun } = view
  const words = page.words.runStudy.lock
  const newest = run.versions.at(-1)
  const telling = newest && tellingOf(newest.protocol, page.language)
  const textOf = ({ kind, details }: LockNeed): string => {
    const said = kind === 'set' && telling ? details.map((set) => titleOf(telling, set)) : details
    return words.needs[kind](said.join(', '))
  }
  return html`
    <section class="card flow" aria-labelledby="needs-title">
      <h2 id="needs-title">${words.needsTitle}</h2>
      ${
        needs.length === 0
          ? html`
              <p>${words.noNeeds}</p>
            `
          : html`
              <ul>
                ${needs.map(
                  (need) => html`
                    <li>${line`${numberLink(view, need)}: ${textOf(need)}`}</li>
                  `,
                )}
              </ul>
              ${
                mayRun &&
                html`
                  <p><a href="${link(page, paths.studySets(study))}">${words.toSets}</a></p>
                `
              }
            `
      }
    </section>
  `
}

/** The number of a participant, with their page for who reads participants. */
function numberLink(
  { page, actor, study }: RunView,
  { participantId, number }: { readonly participantId: string; readonly number: string },
): Markup | string {
  if (!can.readParticipants(actor, { study, site: null })) return number
  return line`<a href="${link(page, paths.participant(participantId))}">${number}</a>`
}

/** What a lock would end early, with each participant’s page. */
function concernList(view: RunView, { concerns }: LockShown): Markup {
  const { page } = view
  const words = page.words.runStudy.lock
  const of = Map.groupBy(concerns, ({ kind }) => kind)
  return html`
    <section class="card flow" aria-labelledby="concerns-title">
      <h2 id="concerns-title">${words.concernsTitle}</h2>
      <p>${words.concernsText}</p>
      <ul>
        ${[...of].map(
          ([kind, all]) => html`
            <li>
              ${words.concerns[kind]}
              ${all.map(
                (one) => html`
                  ${numberLink(view, one)}
                `,
              )}
            </li>
          `,
        )}
      </ul>
    </section>
  `
}

function forms(view: RunView, shown: LockShown): Markup {
  const { lock } = view
  if (lock === 'locked') return signedForm(view, shown, 'unlock')
  return html`
    ${plainForm(view, shown, lock === 'frozen' ? 'unfreeze' : 'freeze')}
    ${shown.needs.length === 0 && signedForm(view, shown, 'lock')}
  `
}

/** To freeze and to open again needs a reason alone; a lock and its end need a proof of who does it as well. */
function plainForm(view: RunView, shown: LockShown, act: 'freeze' | 'unfreeze'): Markup {
  const { page, study } = view
  const words = page.words.runStudy.lock
  const whole = { value: '', label: words.whole }
  const one = shown.participants.map(({ id, number }) => ({ value: id, label: number }))
  return html`
    <section class="card flow narrow-left" aria-labelledby="${act}-title">
      <h2 id="${act}-title">${words.titles[act]}</h2>
      <p>${words.leads[act]}</p>
      <form class="flow" method="post" action="${link(page, paths.studyLock(study))}" novalidate>
        ${
          act === 'unfreeze'
            ? hiddenField('act', 'unfreeze')
            : html`
                ${selectField({
                  name: 'act',
                  label: words.what,
                  value: 'freeze',
                  choices: [
                    { value: 'freeze', label: words.titles.freeze },
                    { value: 'unfreeze', label: words.titles.unfreeze },
                  ],
                })}
                ${selectField({ name: 'participant', label: words.whom, value: '', choices: [whole, ...one] })}
              `
        }
        ${reasonField(view, shown, act)}
        <button class="button button-quiet" type="submit">${words.do[act]}</button>
      </form>
    </section>
  `
}

function signedForm(view: RunView, shown: LockShown, act: 'lock' | 'unlock'): Markup {
  const { page, study, actor } = view
  const words = page.words.runStudy.lock
  return html`
    <section class="card flow narrow-left" aria-labelledby="${act}-title">
      <h2 id="${act}-title">${words.titles[act]}</h2>
      <p>${words.leads[act]}</p>
      ${
        shown.isFresh
          ? html`
              <form
                class="flow"
                method="post"
                action="${link(page, paths.studyLock(study))}"
                novalidate
              >
                ${hiddenField('act', act)} ${reasonField(view, shown, act)}
                <p>${words.signedAs(actor.name, words.meanings[act])}</p>
                <button class="button" type="submit">${words.do[act]}</button>
              </form>
            `
          : html`
              <p><a class="button" href="${shown.proveAddress}">${words.prove}</a></p>
            `
      }
    </section>
  `
}

function reasonField(view: RunView, shown: LockShown, act: LockAct): Markup {
  const words = view.page.words.runStudy.lock
  const isOwn = shown.act === act || (act === 'freeze' && shown.act === 'unfreeze')
  const name = act === 'lock' ? 'lockReason' : 'reason'
  return textArea({
    name,
    label: words.reason,
    hint: words.reasonHint,
    value: isOwn ? shown.reason : '',
    rows: 2,
    maxLength: 1000,
    error: problemAt(shown.problems)(name),
  })
}

function signatureList({ page }: RunView, { signatures }: LockShown): Markup {
  const words = page.words.runStudy.lock
  return html`
    <section class="card flow" aria-labelledby="signatures-title">
      <h2 id="signatures-title">${words.signatures}</h2>
      <ul>
        ${signatures.map(
          ({ name, role, signedAt, hash, voidAt }) => html`
            <li>
              ${words.signed(name, page.words.account.roles[role as 'manager'] ?? role, shortMoment(signedAt))}
              <code class="hash">${hash}</code>
              ${
                voidAt !== undefined &&
                html`
                  <b>${words.isVoid(shortMoment(voidAt))}</b>
                `
              }
            </li>
          `,
        )}
      </ul>
    </section>
  `
}

function history({ page }: RunView, { steps, names }: LockShown): Markup {
  const words = page.words.runStudy.lock
  return html`
    <ol class="log">
      ${steps.map(
        ({ kind, number, reason, at, by, hash }) => html`
          <li>
            <time datetime="${at}">${shortMoment(at)} (UTC)</time>
            · ${words.steps[kind]} ${number ?? words.whole} · ${names.get(by) ?? by}
            <p class="said">${reason}</p>
            ${
              hash &&
              html`
                <p class="small"><code class="hash">${hash}</code></p>
              `
            }
          </li>
        `,
      )}
    </ol>
  `
}

/** `2026-11-29 18:00` */
function shortMoment(at: string): string {
  return at.slice(0, 16).replace('T', ' ')
}
