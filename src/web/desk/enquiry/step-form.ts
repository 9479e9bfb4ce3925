import {
  ineligibleReasons,
  longestReply,
  type SiteStep,
  stepsFrom,
} from '../../../people/enquiries/desk/step.ts'
import { hasEnded } from '../../../people/enquiries/model/enquiry.ts'
import { wordsOf } from '../../../words/words.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { hiddenField, selectField, textArea, textField } from '../../shell/parts/field.ts'
import { paths } from '../../shell/paths.ts'
import type { Opened } from './opened.ts'

/** What the site did, with the words that they will read: one form for every step, in which the chosen step opens its part. */
export function stepCard(opened: Opened): Markup {
  const { view, enquiry } = opened
  const { page } = view
  const words = page.words.desk.steps
  const possible = stepsFrom(enquiry.state)
  return html`
    <section class="card flow next-step" aria-labelledby="step-title">
      <h2 id="step-title">${words.title}</h2>
      ${
        possible.length === 0
          ? html`
              <p>${words.ended}</p>
            `
          : html`
              ${
                hasEnded(enquiry) &&
                html`
                  <p class="small soft">${words.again}</p>
                `
              }
              <form
                class="flow"
                method="post"
                action="${link(page, paths.deskStep(enquiry.id))}"
                novalidate
              >
                ${hiddenField('version', String(enquiry.version))}
                <fieldset class="choice-group">
                  <legend class="unseen">${words.legend}</legend>
                  ${problemOf(opened, 'step')}
                  ${possible.map((step, at) => choice(opened, step, at === 0))}
                </fieldset>
                ${possible.map((step) => part(opened, step))}
                <button class="button" type="submit">${words.button}</button>
              </form>
            `
      }
    </section>
  `
}

function choice(opened: Opened, step: SiteStep, isFirst: boolean): Markup {
  const { page } = opened.view
  const checked =
    opened.typed?.step === step &&
    html`
      checked
    `
  const name = page.words.desk.steps.names[step]
  return html`
    <label class="choice">
      <input
        type="radio"
        name="step"
        value="${step}"
        id="${isFirst ? 'step' : `step-${step}`}"
        ${checked}
      />
      <span>${name}</span>
    </label>
  `
}

/** What belongs to one step. Without a choice, or in a browser that cannot open it by the sheet alone, all of them stand there. */
function part(opened: Opened, step: SiteStep): Markup {
  const { page } = opened.view
  const words = page.words.desk.steps
  return html`
    <div class="step-part flow" data-step="${step}" role="group" aria-label="${words.names[step]}">
      ${step === 'not-eligible' && reasonField(opened)} ${step === 'joined' && consentField(opened)}
      ${step === 'offered-other' && siteField(opened)} ${replyField(opened, step)}
    </div>
  `
}

function reasonField({ view: { page }, typed, problems }: Opened): Markup {
  const words = page.words.desk.steps
  return selectField({
    name: 'reason',
    label: words.reason,
    value: typed?.reason ?? '',
    error: errorOf(problems, 'reason'),
    choices: [
      { value: '', label: words.chooseReason },
      ...ineligibleReasons.map((reason) => ({ value: reason, label: words.reasons[reason] })),
    ],
  })
}

function consentField({ view: { page }, typed, problems }: Opened): Markup {
  const words = page.words.desk.steps
  return html`
    ${textField({
      name: 'consentedOn',
      label: words.consentedOn,
      hint: words.consentedHint,
      value: typed?.consentedOn ?? '',
      maxLength: 10,
      error: errorOf(problems, 'consentedOn'),
    })}
    <p class="small soft">${words.joinedNote}</p>
  `
}

function siteField({ view: { page }, typed, others, problems }: Opened): Markup {
  const words = page.words.desk.steps
  if (others.length === 0)
    return html`
      <p class="small">${words.noSites}</p>
    `
  return html`
    ${selectField({
      name: 'site',
      label: words.site,
      value: typed?.site ?? '',
      error: errorOf(problems, 'site'),
      choices: [
        { value: '', label: words.chooseSite },
        ...others.map(({ site, name }) => ({ value: site, label: name })),
      ],
    })}
    <p class="small soft">${words.passNote}</p>
  `
}

/** The words for one step: what was typed, or the first template of the site for it, or else ours, in the seeker's language. */
function replyField(opened: Opened, step: SiteStep): Markup {
  const { view, enquiry, templates, typed, problems } = opened
  const { page } = view
  const words = page.words.desk.steps
  const fitting = templates.filter((one) => one.step === step && one.language === enquiry.language)
  const [first] = fitting
  const said = wordsOf(enquiry.language).desk.replies[step]
  const language = page.words.desk.enquiry.languages[enquiry.language]
  return html`
    ${textArea({
      name: `text-${step}`,
      label: words.text,
      isHintBelow: true,
      hint: `${words.textHint(language)} ${first ? words.template(first.name) : ''}`.trim(),
      value: typed?.texts[step] ?? first?.text ?? said,
      maxLength: longestReply,
      rows: 5,
      language: enquiry.language,
      error: typed?.step === step ? errorOf(problems, `text-${step}`) : undefined,
    })}
    ${
      fitting.length > 1 &&
      html`
        <details class="more">
          <summary>${words.otherTemplates}</summary>
          ${fitting.slice(1).map(
            (one) => html`
              <p>
                <b>${one.name}:</b>
                <span lang="${one.language}">${one.text}</span>
              </p>
            `,
          )}
        </details>
      `
    }
  `
}

function problemOf({ problems }: Opened, field: string): Markup | false {
  const text = errorOf(problems, field)
  return (
    text !== undefined &&
    html`
      <p class="wrong" id="${field}-error">${text}</p>
    `
  )
}

function errorOf(problems: Opened['problems'], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.text
}
