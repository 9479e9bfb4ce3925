import { derivationSteps } from '../../../study/in-words/doses.ts'
import type { Telling } from '../../../study/in-words/telling.ts'
import type { DoseDerivation } from '../../../study/protocol/state/answers.ts'
import { html, type Markup } from '../markup.ts'

/** How a dose was worked out: a table to be checked from top to bottom with a pencil, in the look of its page. */
export function derivationTable(
  telling: Telling,
  dose: DoseDerivation,
  { caption, look }: { readonly caption: string; readonly look: 'derivation' | 'dose-steps' },
): Markup {
  return html`
    <table class="${look}">
      <caption>${caption}</caption>
      <tbody>
        ${derivationSteps(telling, dose).map(
          ({ step, label, text }) => html`
            <tr data-step="${step}">
              <th scope="row">${label}</th>
              <td>${text}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `
}
