import { html, type Markup } from '../../shell/markup.ts'
import type { StudyView } from '../parts/view.ts'
import type { RuleLine } from './rule-lines.ts'

/** Rules that came to the same, in a fold that says how many they are. */
export interface RuleFold {
  readonly id: string
  readonly title: string
  readonly lines: readonly RuleLine[]
  readonly isOpen: boolean
  readonly mark: 'yes' | 'no' | 'ask-site' | 'none'
  readonly note?: string
}

/** Each rule as it was asked with why it came to this and what would change it; the team's words are folded beside it. */
export function ruleFold(
  view: StudyView,
  { id, title, lines, isOpen, mark, note }: RuleFold,
): Markup | string {
  if (lines.length === 0) return ''
  const words = view.page.words.check
  return html`
    <details
      class="fold"
      id="${id}"
      ${
        isOpen &&
        html`
          open
        `
      }
    >
      <summary>
        <h2>${title}</h2>
        <span class="hint">${words.result.rules(lines.length)}</span>
      </summary>
      <div class="flow">
        ${
          note !== undefined &&
          html`
            <p>${note}</p>
          `
        }
        <ul class="marks">
          ${alike(lines).map((group) => ruleItem(view, group, mark))}
        </ul>
      </div>
    </details>
  `
}

/** Rules that would be shown in the same words, for the same reason: they are one line, which tells all of them. */
interface AlikeRules {
  readonly shown: RuleLine
  readonly rules: readonly Markup[]
}

function alike(lines: readonly RuleLine[]): readonly AlikeRules[] {
  const groups = new Map<string, { readonly shown: RuleLine; readonly rules: Markup[] }>()
  for (const shown of lines) {
    const { question, rule, why, change = '' } = shown
    const key = [question ?? rule, why, change].map(String).join('\n')
    const group = groups.get(key)
    if (group) group.rules.push(rule)
    else groups.set(key, { shown, rules: [rule] })
  }
  return [...groups.values()]
}

function ruleItem(view: StudyView, { shown, rules }: AlikeRules, mark: RuleFold['mark']): Markup {
  const { question, rule, why, change } = shown
  const words = view.page.words.check
  return html`
    <li class="${mark}">
      ${icon(mark)} ${question ?? rule}
      ${
        rules.length > 1 &&
        html`
          <span class="small">(${words.result.rules(rules.length)})</span>
        `
      }
      <span class="small soft">${why}</span>
      ${
        change &&
        html`
          <span class="small">
            <b>${words.result.change}</b>
            ${change}
          </span>
        `
      }
      ${
        question &&
        html`
          <details class="more">
            <summary>
              ${words.ownRule}
              <span class="unseen">: ${question}</span>
            </summary>
            ${rules.map(
              (own) => html`
                <p class="own" lang="en">${own}</p>
              `,
            )}
          </details>
        `
      }
    </li>
  `
}

const outlines = {
  yes: 'M4 12.5l5.5 5.5L20 6.5',
  no: 'M6 6l12 12M18 6L6 18',
  'ask-site':
    'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4m0 4v.1M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19Z',
  none: 'M5 12h14',
}

function icon(mark: RuleFold['mark']): Markup {
  return html`
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d="${outlines[mark]}" />
    </svg>
  `
}
