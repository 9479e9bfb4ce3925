import { titledStudy } from '../../../finder/vocabulary/titled-study.ts'
import type { Enquiry } from '../../../people/enquiries/model/enquiry.ts'
import { masked } from '../../alerts/parts/alert-text.ts'
import type { App } from '../../shell/app.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { fact } from '../../shell/parts/phrases.ts'
import { storedStudy } from '../../shell/parts/stored-study.ts'
import { studyTitle, titleMarkup } from '../../shell/parts/study-title.ts'
import { siteNameMarkup } from '../parts/site-chosen.ts'

/**
 * What who wrote an enquiry knows it by, before anybody said that the address is theirs: study, site, and first letters. It may
 * have been typed wrong, and whoever reads this then learns nobody's name, words or answers.
 */
export function recognised(app: App, page: Page, { study, siteLabel, details, person }: Enquiry) {
  const words = page.words.enquiry
  const letters = firstLetters(details.name ?? '')
  return html`
    <dl class="facts">
      ${fact(words.confirm.study, studyNamed(app, page, study))}
      ${fact(words.confirm.site, siteNameMarkup(page, siteLabel))}
      ${fact(words.confirm.letters, letters === '' ? undefined : letters)}
      ${fact(words.facts.email, masked(person.address()))}
    </dl>
  `
}

/** Its title and its number; the number alone where its record is not there any more. */
function studyNamed(app: App, page: Page, study: string): Markup {
  const stored = storedStudy(app, study)
  return stored
    ? line`${titleMarkup(studyTitle(page, titledStudy(stored.study)))} (${study})`
    : line`${study}`
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** "M. D." of "Marie Dubois"; of more than four words the first four. Empty for a name that has no letters. */
export function firstLetters(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => /[\p{L}\p{N}].*/u.exec(word)?.[0] ?? '')
    .filter((word) => word !== '')
    .slice(0, 4)
    .map((word) => `${[...letters.segment(word)][0]?.segment ?? ''}.`)
    .join(' ')
}
