import { raw } from 'hono/html'
import { html, line, type Markup } from '../../shell/markup.ts'
import { ageLimit } from '../../shell/parts/ages.ts'
import type { Checklist, ChecklistItem } from '../parts/checklist.ts'
import { registryText } from '../parts/registry-text.ts'
import { fact, lookup, own, ownBlock } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'
import { sexText } from '../parts/sex-text.ts'

/** Ages, sex and the rules as two checklists, with the registry's own text beside them. */
export function eligibilityText(view: StudyView, list: Checklist): Markup {
  const { words, protocol } = view
  return html`
    <div class="study-eligibility">
      <p>${words.eligibility.note}</p>
      <dl class="facts">${limits(view)}</dl>
      ${rules(view, list, protocol.eligibilityModule?.eligibilityCriteria)}
    </div>
  `
}

function limits({ page, words, protocol }: StudyView): Markup {
  const module = protocol.eligibilityModule
  if (!module) return line`${fact(words.eligibility.ages, page.words.common.notGiven)}`
  const { healthyVolunteers: healthy } = module
  const population = module.studyPopulation
  return line`${fact(words.ages.youngest, ageLimit(page, module.minimumAge))} ${fact(words.ages.oldest, ageLimit(page, module.maximumAge))} ${fact(words.eligibility.sex, sexText(page, module.sex))} ${fact(words.eligibility.gender, module.genderDescription && own(page, module.genderDescription))} ${fact(words.eligibility.healthy, healthyText(page, healthy))} ${fact(words.eligibility.population, population && ownBlock(page, registryText(population)))} ${fact(words.eligibility.sampling, lookup(words.sampling, module.samplingMethod))}`
}

function healthyText(page: StudyView['page'], healthy: boolean | undefined): string {
  const words = page.words.study.eligibility
  if (healthy === undefined) return page.words.common.notGiven
  return healthy ? words.healthyYes : words.healthyNo
}

function rules(view: StudyView, list: Checklist, text: string | undefined): Markup {
  const { page, words } = view
  if (!text?.trim())
    return html`
      <p class="none">${words.eligibility.none}</p>
    `
  const whole = ownBlock(page, registryText(text))
  if (list.inclusion.length + list.exclusion.length === 0)
    return html`
      <p>${words.eligibility.unread}</p>
      ${whole}
    `
  return html`
    <div class="checklists">
      ${checklist(view, words.eligibility.inclusion, 'inclusion', list.inclusion)}
      ${checklist(view, words.eligibility.exclusion, 'exclusion', list.exclusion)}
      ${checklist(view, words.eligibility.other, 'unspecified', list.unspecified)}
    </div>
    <details class="own-text">
      <summary>${words.eligibility.own}</summary>
      ${whole}
    </details>
  `
}

function checklist(
  view: StudyView,
  heading: string,
  kind: string,
  items: readonly ChecklistItem[],
): Markup | undefined {
  if (items.length === 0) return undefined
  return html`
    <div class="checklist ${kind}">
      <h3>${heading}</h3>
      ${itemList(view, items)}
    </div>
  `
}

function itemList(view: StudyView, items: readonly ChecklistItem[]): Markup {
  const list = line`${items.map((item) => checklistItem(view, item))}`
  return view.page.language === 'en'
    ? html`
        <ul>
          ${list}
        </ul>
      `
    : html`
        <ul class="own" lang="en">
          ${list}
        </ul>
      `
}

/** A rule with its medical words explained at their first use. */
export function explained(view: StudyView, text: string): Markup {
  return raw(view.explain(text))
}

function checklistItem(view: StudyView, item: ChecklistItem): Markup {
  const children = item.items.map((child) => checklistItem(view, child))
  return html`
    <li class="${item.type}">
      ${explained(view, item.text)}${
        children.length > 0
          ? html`
              <ul>
                ${children}
              </ul>
            `
          : ''
      }
    </li>
  `
}
