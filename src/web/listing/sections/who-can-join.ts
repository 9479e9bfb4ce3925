import { html, line, type Markup } from '../../shell/markup.ts'
import { ageRange } from '../../shell/parts/ages.ts'
import { fill } from '../../shell/parts/phrases.ts'
import { type Checklist, type ChecklistItem, checklistOf } from '../parts/checklist.ts'
import { icon } from '../parts/icons.ts'
import { isAlive, type StudyPageView, studyPaths } from '../parts/page-view.ts'
import { sexText } from '../parts/sex-text.ts'
import { eligibilityText, explained } from './eligibility.ts'

/** Who can join: four lines a side, then the check; all rules in the team's words are folded below. */
export function whoCanJoin(view: StudyPageView): Markup {
  const words = view.page.words.listing.who
  const text = view.protocol.eligibilityModule?.eligibilityCriteria
  const list = checklistOf(text ?? '')
  return html`
    <section class="flow" aria-labelledby="eligibility">
      <h2 id="eligibility">${isAlive(view) ? words.heading : words.headingPast}</h2>
      ${view.page.language === 'en' ? twoSides(view, list) : facts(view, list)}
      ${
        isAlive(view) &&
        text &&
        html`
          <p class="acts">
            <a class="button button-quiet" href="${studyPaths(view).check}">${words.checkAll}</a>
          </p>
        `
      }
      ${
        !text?.trim() &&
        html`
          <p>${words.none}</p>
        `
      }
      ${
        (text?.trim() || hasUnread(view)) &&
        html`
          <details class="more">
            <summary>${words.all}</summary>
            <div id="rules">${eligibilityText(view, list)}</div>
          </details>
        `
      }
    </section>
  `
}

/** Limits that cannot be read are quoted in full below. */
function hasUnread({ page, protocol }: StudyPageView): boolean {
  return (
    protocol.eligibilityModule !== undefined &&
    ageRange(page, protocol.eligibilityModule) === undefined
  )
}

/** The rules of the record as they are, short ones first come: of a long one only its beginning. */
function twoSides(view: StudyPageView, list: Checklist): Markup {
  const words = view.page.words.listing.who
  const known = limits(view)
  const yes = topRules(list.inclusion).filter(({ text }) => !repeatsAge(text, view))
  const no = topRules(list.exclusion)
  return html`
    <div class="two">
      ${side(view, words.yes, 'yes', [...known, ...yes.map((rule) => ruleText(view, rule))])}
      ${
        no.length > 0
          ? side(
              view,
              words.no,
              'no',
              no.map((rule) => ruleText(view, rule)),
            )
          : ''
      }
    </div>
  `
}

const mostLines = 4

function side(
  { page }: StudyPageView,
  heading: string,
  kind: 'yes' | 'no',
  lines: readonly (Markup | string)[],
): Markup {
  const rest = lines.length - mostLines
  return html`
    <div class="flow">
      <h3>${heading}</h3>
      <ul class="marks">
        ${lines.slice(0, mostLines).map(
          (text) => html`
            <li class="${kind}">${icon(kind)}${text}</li>
          `,
        )}
      </ul>
      ${
        rest > 0 &&
        html`
          <p class="small"><a href="#rules">+ ${page.words.listing.who.more(rest)}</a></p>
        `
      }
    </div>
  `
}

/** Age, sex and health, which every record says in fields of their own. */
function limits({ page, protocol }: StudyPageView): readonly Markup[] {
  const module = protocol.eligibilityModule
  const words = page.words.listing.who
  const ages = ageRange(page, module) ?? page.words.study.short.agesUnclear
  const healthy = module?.healthyVolunteers
  return [
    fill(words.age, { ages }),
    ...(module?.sex === 'ALL' ? [] : [fill(words.sex, { sex: sexText(page, module?.sex) })]),
    ...(healthy === true ? [line`${words.healthyYes}`] : []),
  ]
}

/** Whether a line says no more than the ages that the record's own fields give, which stand above it. */
function repeatsAge(text: string, { protocol }: StudyPageView): boolean {
  const { minimumAge = '', maximumAge = '' } = protocol.eligibilityModule ?? {}
  const limits = `${minimumAge} ${maximumAge}`
  const known = numbersIn(limits)
  const said = numbersIn(text)
  return (
    limits.includes('Year') &&
    onlyAge.test(text) &&
    said.length === known.length &&
    said.every((one) => known.includes(one))
  )
}

function numbersIn(text: string): readonly string[] {
  return text.match(/\d+/g) ?? []
}

/** "Age ≥ 18 years", "Adults aged 18 to 75 years". */
const onlyAge =
  /^(?=.*(?:\bage|years?\b))(?:\s|[-–.,:;()]|[≥≤><=]|\d+|\b(?:age[ds]?|adults?|children|patients?|participants?|subjects?|individuals?|years?|yrs?|old|older|or|and|of|at|least|from|between|to|over|above|up|the|time|consent|enrollment|inclusion|must|be|who|are|is|inclusive)\b)+$/i

function facts(view: StudyPageView, list: Checklist): Markup {
  const words = view.page.words.listing.who
  const rules = list.inclusion.length + list.exclusion.length + list.unspecified.length
  const { healthyVolunteers } = view.protocol.eligibilityModule ?? {}
  return html`
    <ul class="marks">
      ${limits(view).map(
        (text) => html`
          <li class="yes">${icon('yes')}${text}</li>
        `,
      )}
      ${
        healthyVolunteers === false &&
        html`
          <li class="no">${icon('no')}${words.healthyNo}</li>
        `
      }
    </ul>
    ${
      rules > 0 &&
      html`
        <p>${words.inEnglish}</p>
      `
    }
  `
}

function topRules(items: readonly ChecklistItem[]): readonly ChecklistItem[] {
  return items.filter(({ type }) => type === 'criterion')
}

const longest = 110

function ruleText(view: StudyPageView, { text, items }: ChecklistItem): Markup {
  const isWhole = text.length <= longest && items.length === 0
  const shown = text.length <= longest ? text : text.slice(0, longest - 10).replace(/\s+\S*$/, '')
  return isWhole
    ? line`<span>${explained(view, shown)}</span>`
    : line`<span>${explained(view, shown)}<a href="#rules">…</a></span>`
}
