import type { KeptSetting } from '../../../../study/conduct/set-up/settings.ts'
import { settingInWords } from '../../../../study/in-words/settings.ts'
import { type Telling, tellingOf, titleOf } from '../../../../study/in-words/telling.ts'
import {
  type OperatorSetting,
  partOfSetting,
  type SettingTarget,
} from '../../../../study/protocol/document/settings.ts'
import type { Protocol } from '../../../../study/protocol/document/protocol.ts'
import { leftOpen } from '../../../../study/protocol/left-open.ts'
import { html, line, type Markup } from '../../../shell/markup.ts'
import { link, type Page } from '../../../shell/page.ts'
import {
  type Choice,
  hiddenField,
  selectField,
  textArea,
  textField,
} from '../../../shell/parts/field.ts'
import { paths } from '../../../shell/paths.ts'
import { type StudyFormProblem, problemAt, studyLayout } from '../parts/study-layout.ts'
import type { RunView } from '../parts/study-view.ts'

/** Every kind of setting, in the order of the form. */
export const settingKinds = [
  'visit window',
  'rounding',
  'cap',
  'smallest dose',
  'weight',
  'own consent',
  'assent age',
] as const satisfies readonly OperatorSetting['sets'][]

/** A setting as it was typed. */
export interface TypedOperatorSetting {
  readonly kind: OperatorSetting['sets']
  /** The visit, the regimen or the item. */
  readonly of: string
  readonly early: string
  readonly late: string
  readonly amount: string
  readonly unit: string
  readonly mode: string
  readonly use: string
  readonly years: string
  readonly reason: string
}

/** What the page of settings shows. */
export interface SettingsShown {
  readonly settings: readonly KeptSetting[]
  readonly typed: TypedOperatorSetting
  readonly problems: readonly StudyFormProblem[]
  readonly did?: string | undefined
}

/** What the study has set where its versions are silent, as its own, and the forms to set and to end. */
export function settingsPage(view: RunView, shown: SettingsShown): Markup {
  const { page, run, mayRun, lock } = view
  const words = page.words.runStudy.settings
  const newest = run.versions.at(-1)
  const telling = newest && tellingOf(newest.protocol, page.language)
  return studyLayout(view, {
    tab: 'settings',
    problems: shown.problems,
    did: shown.did,
    main: html`
      <p>${words.lead}</p>
      ${
        shown.settings.length === 0 || !telling
          ? html`
              <p>${words.none}</p>
            `
          : html`
              <ul class="log">
                ${shown.settings.map((one) => settingLine(view, telling, one))}
              </ul>
            `
      }
      ${mayRun && lock === 'open' && telling && setForms(view, telling, shown)}
    `,
  })
}

function settingLine(
  view: RunView,
  telling: Telling,
  { id, setting, setAt, endedAt }: KeptSetting,
): Markup {
  const { page, study, mayRun, lock } = view
  const words = page.words.runStudy.settings
  const { about, text, owner } = settingInWords(telling, setting)
  return html`
    <li>
      ${line`<b>${words.kinds[setting.sets]}, ${about}</b>: ${text}. ${owner}`}
      <span class="small soft">${words.since(setAt.slice(0, 10))}</span>
      ${
        endedAt === null
          ? mayRun &&
            lock === 'open' &&
            html`
              <form class="acts" method="post" action="${link(page, paths.studySettings(study))}">
                ${hiddenField('end', id)}
                ${textField({ name: `why-${id}`, label: words.endReason, value: '', maxLength: 1000 })}
                <button class="button button-quiet" type="submit">${words.end}</button>
              </form>
            `
          : html`
              <b>${words.ended(endedAt.slice(0, 10))}</b>
            `
      }
    </li>
  `
}

function setForms(view: RunView, telling: Telling, { typed, problems }: SettingsShown): Markup {
  const { page, study } = view
  const words = page.words.runStudy.settings
  const choices = targetsOf(view, telling, typed.kind)
  return html`
    <section class="card flow narrow-left" aria-labelledby="set-title">
      <h2 id="set-title">${words.setTitle}</h2>
      <form class="acts" method="get" action="${link(page, paths.studySettings(study))}">
        ${selectField({
          name: 'sets',
          label: words.kind,
          value: typed.kind,
          choices: settingKinds.map((value) => ({ value, label: words.kinds[value] })),
        })}
        <button class="button button-quiet" type="submit">${words.choose}</button>
      </form>
      ${
        choices.length === 0
          ? html`
              <p>${words.nothingOpen}</p>
            `
          : html`
              <form
                class="flow"
                method="post"
                action="${link(page, paths.studySettings(study))}"
                novalidate
              >
                ${hiddenField('kind', typed.kind)}
                ${selectField({ name: 'of', label: words.of, value: typed.of, choices, error: problemAt(problems)('of') })}
                ${valueFields(view, typed, problems)}
                ${textArea({
                  name: 'reason',
                  label: words.reason,
                  hint: words.reasonHint,
                  value: typed.reason,
                  rows: 2,
                  maxLength: 1000,
                  error: problemAt(problems)('reason'),
                })}
                <button class="button" type="submit">${words.set}</button>
              </form>
            `
      }
    </section>
  `
}

function valueFields(
  { page }: RunView,
  typed: TypedOperatorSetting,
  problems: readonly StudyFormProblem[],
): Markup {
  const words = page.words.runStudy.settings
  const field = (name: 'early' | 'late' | 'amount' | 'unit' | 'years'): Markup =>
    textField({
      name,
      label: words.fields[name],
      value: typed[name],
      maxLength: 20,
      error: problemAt(problems)(name),
    })
  if (typed.kind === 'visit window')
    return html`
      ${field('early')} ${field('late')}
    `
  if (typed.kind === 'own consent')
    return html`
      <p class="small">${words.ownConsent}</p>
    `
  if (typed.kind === 'assent age')
    return html`
      ${field('years')}
      <p class="small">${words.assentAge}</p>
    `
  if (typed.kind === 'weight')
    return selectField({
      name: 'use',
      label: words.fields.use,
      value: typed.use,
      choices: (['baseline', 'current'] as const).map((value) => ({
        value,
        label: page.words.rules.settings.weight[value],
      })),
    })
  return html`
    ${field('amount')} ${field('unit')} ${typed.kind === 'rounding' && roundingMode(page, typed)}
  `
}

function roundingMode(page: Page, { mode }: TypedOperatorSetting): Markup {
  const words = page.words.runStudy.settings
  return selectField({
    name: 'mode',
    label: words.fields.mode,
    value: mode,
    choices: (['down', 'nearest half up'] as const).map((value) => ({
      value,
      label: words.modes[value],
    })),
  })
}

/** The parts of the versions that leave this open. */
function targetsOf(
  { run }: RunView,
  telling: Telling,
  kind: OperatorSetting['sets'],
): readonly Choice[] {
  const ids = run.versions.flatMap((version) => {
    const { protocol } = version
    return targetsIn(protocol, kind)
      .filter((target) => leftOpen(protocol, target) === 'open')
      .map(partOfSetting)
  })
  return [...new Set(ids)].map((value) => ({ value, label: titleOf(telling, value) }))
}

function targetsIn(
  { visits, regimens, items }: Protocol,
  kind: OperatorSetting['sets'],
): readonly SettingTarget[] {
  if (kind === 'visit window') return visits.map(({ id }) => ({ sets: kind, visit: id }))
  if (kind === 'assent age') return items.map(({ id }) => ({ sets: kind, item: id }))
  return regimens.map(({ id }) => ({ sets: kind, regimen: id }))
}
