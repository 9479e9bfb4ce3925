import type { ConsentForm } from '../../../../study/conduct/model/consent-forms.ts'
import { longestConsentForm } from '../../../../study/conduct/set-up/consent-forms.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { choiceGroup } from '../../../shell/parts/choice-group.ts'
import { hiddenField, selectField, textArea, textField } from '../../../shell/parts/field.ts'
import { paths } from '../../../shell/paths.ts'
import { type StudyFormProblem, problemAt, studyLayout } from '../parts/study-layout.ts'
import type { RunView } from '../parts/study-view.ts'

/** What was typed of a text or its approval. */
export interface TypedForms {
  readonly name: string
  readonly language: 'en' | 'fr'
  readonly text: string
  readonly form: string
  readonly site: string
  readonly from: string
  readonly reconsent: string
}

/** What the page of texts shows beside them. */
export interface FormsShown {
  readonly typed: TypedForms
  readonly problems: readonly StudyFormProblem[]
  readonly did?: string | undefined
}

/** The texts of consent of a study, each with its sites; and the forms for one more and for its approval. */
export function consentFormsPage(
  view: RunView,
  forms: readonly ConsentForm[],
  shown: FormsShown,
): Markup {
  const { page, mayRun } = view
  const words = page.words.consentForms
  return studyLayout(view, {
    tab: 'consentForms',
    problems: shown.problems,
    did: shown.did,
    main: html`
      <p class="prose">${words.lead}</p>
      ${
        forms.length === 0
          ? html`
              <p>${words.none}</p>
            `
          : table(view, forms)
      }
      ${mayRun && forms.length > 0 && approvalForm(view, forms, shown)}
      ${mayRun && addForm(view, shown)}
    `,
  })
}

function table(view: RunView, forms: readonly ConsentForm[]): Markup {
  const words = view.page.words.consentForms
  return html`
    <div class="scroll-x" tabindex="0" role="group" aria-label="${words.caption}">
      <table class="rules">
        <caption class="unseen">${words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">${words.name}</th>
            <th scope="col">${words.words}</th>
            <th scope="col">${words.sites}</th>
          </tr>
        </thead>
        <tbody>${forms.map((form) => row(view, form))}</tbody>
      </table>
    </div>
  `
}

function row({ page, study, run }: RunView, { name, texts, sites }: ConsentForm): Markup {
  const words = page.words.consentForms
  const nameOf = (site: string): string => run.sites.find((one) => one.site === site)?.name ?? site
  return html`
    <tr>
      <td>${name}</td>
      <td data-label="${words.words}">
        ${texts.map(
          ({ language, hash }) => html`
            <p>
              <a href="${link(page, paths.studyConsentForm(study, name), { language })}">
                ${words.read(name, words.languages[language])}
              </a>
              <span class="small soft">${words.mark(hash.slice(0, 12))}</span>
            </p>
          `,
        )}
      </td>
      <td data-label="${words.sites}">
        ${
          sites.length === 0
            ? words.noSite
            : sites.map(
                ({ site, from, reconsent }) => html`
                  <p>
                    ${words.since(nameOf(site), from)}
                    ${
                      reconsent &&
                      html`
                        <span class="small soft">(${words.again})</span>
                      `
                    }
                  </p>
                `,
              )
        }
      </td>
    </tr>
  `
}

function approvalForm(view: RunView, forms: readonly ConsentForm[], shown: FormsShown): Markup {
  const { page, study } = view
  const { typed, problems } = shown
  const words = page.words.consentForms.approve
  const errorAt = problemAt(problems)
  return html`
    <section class="card flow narrow-left" aria-labelledby="approve-title">
      <h2 id="approve-title">${words.title}</h2>
      <form
        class="flow"
        method="post"
        action="${link(page, paths.studyConsentForms(study))}"
        novalidate
      >
        ${hiddenField('act', 'approve')} ${whichFields(view, forms, shown)}
        ${textField({
          name: 'from',
          label: words.from,
          hint: words.fromHint,
          value: typed.from,
          maxLength: 10,
          error: errorAt('from'),
        })}
        ${choiceGroup({
          name: 'reconsent',
          label: words.reconsent,
          kind: 'radio',
          error: errorAt('reconsent'),
          choices: (['yes', 'no'] as const).map((value) => ({
            value,
            label: words[value],
            chosen: typed.reconsent === value,
          })),
        })}
        <p class="acts"><button class="button" type="submit">${words.button}</button></p>
      </form>
    </section>
  `
}

/** Which text, at which site. */
function whichFields(
  { page, run }: RunView,
  forms: readonly ConsentForm[],
  { typed, problems }: FormsShown,
): Markup {
  const words = page.words.consentForms.approve
  const errorAt = problemAt(problems)
  const none = { value: '', label: words.choose }
  return html`
    ${selectField({
      name: 'form',
      label: words.form,
      value: typed.form,
      error: errorAt('form'),
      choices: [none, ...forms.map(({ name }) => ({ value: name, label: name }))],
    })}
    ${selectField({
      name: 'site',
      label: words.site,
      value: typed.site,
      error: errorAt('site'),
      choices: [
        none,
        ...run.sites.map(({ site, number, name }) => ({
          value: site,
          label: `${number} · ${name}`,
        })),
      ],
    })}
  `
}

function addForm({ page, study }: RunView, { typed, problems }: FormsShown): Markup {
  const { add: words, languages } = page.words.consentForms
  const errorAt = problemAt(problems)
  return html`
    <section class="card flow narrow-left" aria-labelledby="add-title">
      <h2 id="add-title">${words.title}</h2>
      <form
        class="flow"
        method="post"
        action="${link(page, paths.studyConsentForms(study))}"
        novalidate
      >
        ${hiddenField('act', 'add')}
        ${textField({
          name: 'name',
          label: words.name,
          hint: words.nameHint,
          value: typed.name,
          maxLength: 60,
          error: errorAt('name'),
        })}
        ${selectField({
          name: 'language',
          label: words.language,
          value: typed.language,
          choices: (['fr', 'en'] as const).map((value) => ({ value, label: languages[value] })),
        })}
        ${textArea({
          name: 'text',
          label: words.text,
          value: typed.text,
          rows: 10,
          maxLength: longestConsentForm,
          error: errorAt('text'),
        })}
        <p class="acts"><button class="button" type="submit">${words.button}</button></p>
      </form>
    </section>
  `
}

/** The words of one text, to read and to print. */
export function consentTextPage(
  view: RunView,
  {
    name,
    language,
    hash,
    text,
  }: {
    readonly name: string
    readonly language: 'en' | 'fr'
    readonly hash: string
    readonly text: string
  },
): Markup {
  const { page, study } = view
  const words = page.words.consentForms
  return studyLayout(view, {
    tab: 'consentForms',
    title: words.read(name, words.languages[language]),
    islands: ['print-button'],
    main: html`
      <p class="small soft">${words.mark(hash)}</p>
      <div class="prose own consent-text" lang="${language}">
        ${text.split(/\n{2,}/).map(
          (part) => html`
            <p>
              ${part.split('\n').map(
                (line) => html`
                  ${line}
                  <br />
                `,
              )}
            </p>
          `,
        )}
      </div>
      <p class="acts no-print">
        <print-button label="${page.words.screening.signature.print}"></print-button>
        <a href="${link(page, paths.studyConsentForms(study))}">${words.back}</a>
      </p>
    `,
  })
}
