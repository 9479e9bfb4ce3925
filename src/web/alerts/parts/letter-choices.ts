import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { choiceGroup, oneChoice } from '../../shell/parts/choice-group.ts'

/** In which language the mails come. */
export function languageChoice(page: Page, chosen: string, error?: string): Markup {
  const words = page.words.alerts.form
  return choiceGroup({
    name: 'language',
    kind: 'radio',
    label: words.language,
    error,
    choices: (['en', 'fr'] as const).map((value) => ({
      value,
      label: html`
        <span lang="${value}">${words.languages[value]}</span>
      `,
      chosen: chosen === value,
    })),
  })
}

/** Whether subject lines may name an illness: asked of the owner of the address alone, and no unless they say yes. */
export function subjectChoice(page: Page, chosen: boolean): Markup {
  const words = page.words.alerts.subject
  return html`
    <div class="alert-subject">
      ${oneChoice('subject', 'checkbox', { value: 'yes', label: words.label, chosen })}
      <p class="field-hint">${words.hint}</p>
    </div>
  `
}
