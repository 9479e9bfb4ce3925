import { longestReply, steps } from '../../../people/enquiries/desk/step.ts'
import {
  longestTemplateName,
  type ReplyTemplate,
  type TypedTemplate,
} from '../../../people/enquiries/desk/templates.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import { hiddenField, selectField, textArea, textField } from '../../shell/parts/field.ts'
import { paths } from '../../shell/paths.ts'
import { type DeskView, deskLayout, deskTabsNav } from '../parts/desk-layout.ts'
import { keyOf, siteAndStudy, siteChoice } from '../parts/site-choice.ts'
import type { DeskSite } from '../parts/study-name.ts'

/** The templates of a site, the one that is changed or was typed, and what is wrong with it. */
export interface TemplatesShown {
  readonly at: DeskSite
  readonly templates: readonly ReplyTemplate[]
  readonly typed?: TypedTemplate
  readonly problem?: { readonly field: string; readonly text: string }
}

/** What a site writes often: each text with its step and language, and a form for a new one or the one that is changed. */
export function templatesPage(view: DeskView, shown: TemplatesShown): Markup {
  const { page } = view
  const words = page.words.desk.templates
  return deskLayout(view, {
    title: words.title,
    main: html`
      ${errorSummary(page, shown.problem ? [shown.problem] : [])}
      <div class="desk flow">
        <h1>${words.title}</h1>
        ${deskTabsNav(view, 'templates')} ${siteChoice(view, paths.deskTemplates(), shown.at)}
        <p class="soft">${siteAndStudy(view, shown.at)}</p>
        <p>${words.lead}</p>
        ${shown.templates.map((one) => oneTemplate(view, shown.at, one))}
        <section class="card flow narrow-left" aria-labelledby="form-title">
          <h2 id="form-title">${shown.typed?.id === undefined ? words.new : words.change}</h2>
          ${templateForm(view, shown)}
        </section>
      </div>
    `,
  })
}

function oneTemplate({ page }: DeskView, at: DeskSite, one: ReplyTemplate): Markup {
  const words = page.words.desk
  const query = { at: keyOf(at), change: one.id }
  return html`
    <section class="card flow" aria-label="${one.name}">
      <p>
        <b>${one.name}</b>
        <span class="soft">
          ${words.steps.names[one.step]}, ${words.enquiry.languages[one.language]}
        </span>
      </p>
      <blockquote class="said own" lang="${one.language}">${one.text}</blockquote>
      <div class="acts">
        <a href="${link(page, paths.deskTemplates(), query)}#form-title">
          ${words.templates.change}
          <span class="unseen">${one.name}</span>
        </a>
        <form method="post" action="${link(page, paths.deskTemplateDeletion())}">
          ${hiddenField('at', keyOf(at))} ${hiddenField('id', one.id)}
          <button class="as-link" type="submit">
            ${words.templates.drop}
            <span class="unseen">${one.name}</span>
          </button>
        </form>
      </div>
    </section>
  `
}

function templateForm({ page }: DeskView, { at, typed, problem }: TemplatesShown): Markup {
  const words = page.words.desk
  const errorAt = (field: string): string | undefined =>
    problem?.field === field ? problem.text : undefined
  return html`
    <form class="flow" method="post" action="${link(page, paths.deskTemplates())}" novalidate>
      ${hiddenField('at', keyOf(at))} ${typed?.id !== undefined && hiddenField('id', typed.id)}
      ${textField({
        name: 'name',
        label: words.templates.name,
        value: typed?.name ?? '',
        maxLength: longestTemplateName,
        error: errorAt('name'),
      })}
      ${selectField({
        name: 'step',
        label: words.templates.step,
        value: typed?.step ?? 'contacted',
        choices: steps.map((step) => ({ value: step, label: words.steps.names[step] })),
      })}
      ${selectField({
        name: 'language',
        label: words.enquiry.language,
        value: typed?.language ?? page.language,
        choices: (['en', 'fr'] as const).map((language) => ({
          value: language,
          label: words.enquiry.languages[language],
        })),
      })}
      ${textArea({
        name: 'text',
        label: words.steps.text,
        value: typed?.text ?? '',
        maxLength: longestReply,
        rows: 5,
        error: errorAt('text'),
      })}
      <button class="button" type="submit">${words.templates.keep}</button>
    </form>
  `
}
