import {
  openDecisions,
  type AmendmentDecision,
  type SwitchEffect,
} from '../../../../study/conduct/set-up/amendment.ts'
import { isAnyChange } from '../../../../study/conduct/set-up/state-changes.ts'
import type { RunVersion } from '../../../../study/conduct/model/run.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { choiceGroup } from '../../../shell/parts/choice-group.ts'
import { hiddenField, textArea } from '../../../shell/parts/field.ts'
import { paths } from '../../../shell/paths.ts'
import { type StudyFormProblem, problemAt, studyLayout } from '../parts/study-layout.ts'
import type { RunView } from '../parts/study-view.ts'
import { effectCard } from './effect-card.ts'
import type { TypedSwitch } from './versions-page.ts'

/** A switch that is looked at before it is done. */
export interface SwitchShown {
  readonly typed: TypedSwitch
  readonly version: RunVersion
  readonly isFirst: boolean
  readonly decision: AmendmentDecision
  readonly reason: string
  readonly problems: readonly StudyFormProblem[]
  /** What changes for each participant; empty while what is open is not decided. */
  readonly effects: readonly SwitchEffect[]
}

/** What changes for each participant of a site if a version is switched on there, and the form that does it. */
export function switchPage(view: RunView, shown: SwitchShown): Markup {
  const { page, study, run } = view
  const words = page.words.runStudy.switching
  const { typed, isFirst } = shown
  const site = run.sites.find((one) => one.site === typed.site)?.name ?? typed.site
  const lead = isFirst ? words.firstLead : words.lead
  return studyLayout(view, {
    tab: 'versions',
    title: words.title,
    problems: shown.problems,
    main: html`
      <div class="flow">
        <p>${lead(typed.version, site, typed.from)}</p>
        ${isFirst ? firstForm(view, shown) : amendment(view, shown)}
        <p><a href="${link(page, paths.studyVersions(study))}">${words.back}</a></p>
      </div>
    `,
  })
}

function switchFields({ version, site, from }: TypedSwitch): Markup {
  return html`
    ${hiddenField('version', version)} ${hiddenField('site', site)} ${hiddenField('from', from)}
  `
}

function firstForm({ page, study }: RunView, { typed }: SwitchShown): Markup {
  return html`
    <form method="post" action="${link(page, paths.studySwitch(study))}">
      ${switchFields(typed)}
      <button class="button" type="submit">${page.words.runStudy.switching.submit}</button>
    </form>
  `
}

function amendment(view: RunView, shown: SwitchShown): Markup {
  const open = openDecisions(shown.version)
  const isDecided = open.every((name) => shown.decision[name] !== undefined)
  return html`
    ${open.length > 0 && decisionForm(view, shown)}
    ${
      isDecided &&
      html`
        ${effectsOf(view, shown)} ${confirmForm(view, shown)}
      `
    }
  `
}

/** What the document is silent on: decided once for the version, and looked at before anything is done. */
function decisionForm({ page, study }: RunView, shown: SwitchShown): Markup {
  const words = page.words.runStudy.switching
  const open = openDecisions(shown.version)
  const question = shown.version.protocol.amendment?.question
  const { appliesTo, reconsent } = shown.decision
  return html`
    <section class="card flow narrow-left" aria-labelledby="decide-title">
      <h2 id="decide-title">${words.decideTitle}</h2>
      <p>${words.decideLead}</p>
      ${
        question &&
        html`
          <p class="soft">${page.language === 'fr' ? (question.fr ?? question.en) : question.en}</p>
        `
      }
      <form class="flow" method="get" action="${link(page, paths.studySwitch(study))}">
        ${switchFields(shown.typed)}
        ${
          open.includes('appliesTo') &&
          choiceGroup({
            name: 'appliesTo',
            label: words.appliesTo,
            kind: 'radio',
            choices: (['new participants', 'everybody'] as const).map((value) => ({
              value,
              label: words.appliesToChoices[value],
              chosen: appliesTo === value,
            })),
          })
        }
        ${
          open.includes('reconsent') &&
          choiceGroup({
            name: 'reconsent',
            label: words.reconsent,
            kind: 'radio',
            choices: (['yes', 'no'] as const).map((value) => ({
              value,
              label: words.reconsentChoices[value],
              chosen: reconsent !== undefined && reconsent === (value === 'yes'),
            })),
          })
        }
        <button class="button button-quiet" type="submit">${words.show}</button>
      </form>
    </section>
  `
}

function effectsOf(view: RunView, { effects, typed }: SwitchShown): Markup {
  const words = view.page.words.runStudy.switching
  const changed = effects.filter(({ changes }) => isAnyChange(changes))
  const moved = changed.filter(({ changes }) => changes.version !== undefined).length
  const consent = changed.filter(({ changes }) => changes.isConsentDue).length
  const judged = changed.filter(({ changes }) => changes.deviations.length > 0).length
  return html`
    <section class="flow" aria-labelledby="effects-title">
      <h2 id="effects-title">${words.effectsTitle}</h2>
      <p>${words.summary(effects.length, moved, consent)}</p>
      ${
        judged > 0 &&
        html`
          <p class="note" role="note">${words.judgedAnew(judged)}</p>
        `
      }
      <p class="small soft">${words.judgedAt(typed.from)}</p>
      ${changed.map((effect) => effectCard(view, effect))}
      ${
        effects.length > changed.length &&
        html`
          <p>${words.same(effects.length - changed.length)}</p>
        `
      }
    </section>
  `
}

function confirmForm({ page, study }: RunView, shown: SwitchShown): Markup {
  const words = page.words.runStudy.switching
  const { appliesTo, reconsent } = shown.decision
  return html`
    <section class="card flow narrow-left" aria-labelledby="confirm-title">
      <h2 id="confirm-title">${words.confirmTitle}</h2>
      <form class="flow" method="post" action="${link(page, paths.studySwitch(study))}" novalidate>
        ${switchFields(shown.typed)} ${appliesTo && hiddenField('appliesTo', appliesTo)}
        ${reconsent !== undefined && hiddenField('reconsent', reconsent ? 'yes' : 'no')}
        ${textArea({
          name: 'reason',
          label: words.reason,
          hint: words.reasonHint,
          value: shown.reason,
          rows: 3,
          maxLength: 1000,
          error: problemAt(shown.problems)('reason'),
        })}
        <button class="button" type="submit">${words.submit}</button>
      </form>
    </section>
  `
}
