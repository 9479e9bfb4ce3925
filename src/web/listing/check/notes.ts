import type { Criterion } from '../../../finder/eligibility/criteria.ts'
import { phrasesIn } from '../../../finder/eligibility/phrases.ts'
import type { Told } from '../../../finder/self-check/told.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { ageInWords } from '../../shell/parts/ages.ts'
import { titleMarkup } from '../../shell/parts/study-title.ts'
import type { StudyView } from '../parts/view.ts'
import { ownWords } from './own-rule.ts'
import { spokenDate } from '../../../words/dates.ts'

/** Which study, and that nothing is kept. */
export function aboutStudy(view: StudyView): Markup {
  return html`
    <p class="soft">${titleMarkup(view.everyday)}. ${view.page.words.check.kept}</p>
  `
}

/** For whom the check is, as it was carried, and the one way to change it. */
export function personNote(view: StudyView, told: Told, change: string): Markup {
  const words = view.page.words.check
  return html`
    <p class="note" id="person">
      <b>${checkedPersonText(view, told)}</b>
      <a class="no-print" href="${change}">${words.person.change}</a>
    </p>
  `
}

/** "Your daughter, 8 months". */
export function checkedPersonText(view: StudyView, told: Told): string {
  const words = view.page.words.check.person
  const age = spokenAge(view, told)
  const who = words[told.who][told.sex ?? 'ANY']
  return age === undefined ? words.noAge(who) : words.withAge(who, age)
}

/** The age a person gave, in the reader's language. */
export function spokenAge({ page }: StudyView, { age, born }: Told): string | undefined {
  if (born) return spokenDate(page.language, born)
  return age && ageInWords(page, age)
}

/** Rules that cannot apply are not asked, but named. */
export function notAskedNote(view: StudyView, criteria: readonly Criterion[]): Markup | string {
  if (criteria.length === 0) return ''
  const words = view.page.words.check
  const topics = new Set(criteria.flatMap(({ text }) => topicsOf(text)))
  const named = [...topics].map((topic) => words.topics[topic])
  return html`
    <p class="small soft">${words.notAsked(criteria.length, named)}</p>
  `
}

type Topic = 'pregnancy' | 'contraception' | 'nursing' | 'age' | 'sex'

function topicsOf(text: string): readonly Topic[] {
  const found = phrasesIn(text).flatMap((one): Topic[] => {
    if (one.type === 'sex') return ['sex']
    if (one.type !== 'pregnancy') return []
    if (one.about === 'contraception') return ['contraception']
    return one.about === 'lactating' ? ['nursing'] : ['pregnancy']
  })
  return found.length > 0 ? found : /\b(?:age[ds]?|years?|months|old)\b/i.test(text) ? ['age'] : []
}

/** Rules that no plain question was made of, in the team's words, their medical words explained: the site asks. */
export function siteRules(view: StudyView, criteria: readonly Criterion[]): Markup | string {
  if (criteria.length === 0) return ''
  const words = view.page.words.check
  return html`
    <details class="fold" id="site-rules">
      <summary>
        <h2>${words.siteRules.title}</h2>
        <span class="hint">${words.siteRules.count(criteria.length)}</span>
      </summary>
      <div class="flow">
        <p>${words.siteRules.text}</p>
        ${criteria.map((one) => ownWords(view, one))}
      </div>
    </details>
  `
}
