import type { Hit } from '../../../finder/catalogue/model/query.ts'
import type { SoughtFor } from '../../../finder/question/sought-for.ts'
import { type Age, ageSpanFits } from '../../../finder/registry/ages.ts'
import { takesNobody } from '../../../finder/registry/status.ts'
import { html, line, type Markup } from '../markup.ts'
import type { Page } from '../page.ts'
import { paths } from '../paths.ts'
import { ageInWords, ageRange } from './ages.ts'
import { type Carried, carriedTo } from './carried.ts'
import { hitIcon } from './hit-icons.ts'
import { comparedText } from './hit-compared.ts'
import { hitStatus, shortWhere } from './hit.ts'
import { keepSlot } from './keep-slot.ts'
import { fill } from './phrases.ts'
import { studyTitle, titleMarkup } from './study-title.ts'
import { tellMeWhenOpen } from './tell-me.ts'
import { whyTexts } from './why.ts'

/** How a study is shown in a list. */
export interface ShownHit {
  /** `yyyy-MM-dd` */
  readonly today: string
  /** Why it cannot fit, in words. */
  readonly misfits?: readonly string[]
  /** Whom the list is for. */
  readonly person?: SoughtFor
  /** The list's search, which goes along to the study. */
  readonly carried?: Pick<Carried, 'asked' | 'found'>
  /** Its number in a list of which studies can be kept: the map has it too. */
  readonly number?: number
}

/** One study in a list: what it is, whether it is open, how far, for whom, what is compared, and why it is here. */
export function hit(page: Page, study: Hit, shown: ShownHit): Markup {
  const { today, misfits = [], carried, number } = shown
  const title = studyTitle(page, study)
  return html`
    <li
      class="hit"
      ${
        number !== undefined &&
        html`
          id="hit-${number}"
        `
      }
    >
      <h3>
        <a href="${carriedTo(page, paths.study(study.nctId), carried)}">${titleMarkup(title)}</a>
      </h3>
      ${
        title.isPlain &&
        html`
          <p class="hit-official" lang="en"><bdi>${study.briefTitle}</bdi></p>
        `
      }
      <p class="hit-state">${hitStatus(page, study, today)}</p>
      ${number !== undefined && keepSlot(page, study.nctId, title.text)}
      ${
        misfits.length > 0 &&
        html`
          <p class="hit-misfit"><strong>${misfits.join(' ')}</strong></p>
        `
      }
      <ul class="hit-facts">
        <li>
          ${hitIcon('place')}
          <span>${shortWhere(page, study, shown.person?.place)}</span>
        </li>
        <li>
          ${hitIcon('person')}
          <span>${who(page, study, shown)}</span>
        </li>
        <li>
          ${hitIcon('test')}
          <span>${comparedText(page, study)}</span>
        </li>
      </ul>
      ${why(page, study)} ${foot(page, study, carried)}
    </li>
  `
}

/** Its ages and sexes, and whether the age that was asked for is within them. */
function who(page: Page, study: Hit, { person, misfits = [] }: ShownHit): Markup {
  const words = page.words.results.card
  const ages = ageRange(page, study) ?? page.words.common.unknown
  const said = `${ages}, ${sexText(page, study.sex)}`
  const fits = misfits.length > 0 ? undefined : fitText(page, study, person)
  if (fits === undefined) return line`${said}`
  return fill(words.whoFits, { who: said, fits: line`<b>${fits}</b>` })
}

function sexText({ words }: Page, sex: string | undefined): string {
  const { anySex, onlyWomen, onlyMen, sexNotSaid } = words.results.card
  if (sex === 'FEMALE') return onlyWomen
  if (sex === 'MALE') return onlyMen
  return sex === 'ALL' ? anySex : sexNotSaid
}

/** By the registry's limits of age alone; undefined where no age was asked for, or it is not within them. */
function fitText(page: Page, study: Hit, person: SoughtFor | undefined): string | undefined {
  if (!person?.age) return undefined
  const { minimumAge, maximumAge } = study
  const limits = { ...(minimumAge && { minimumAge }), ...(maximumAge && { maximumAge }) }
  const { fits, unsure, groupFits, groupUnsure } = page.words.results.card
  const { age, span } = person.age
  const verdict = ageSpanFits(limits, span)
  if (verdict === 'not met') return undefined
  // Of a child of any age, or of whoever is in their sixties, more is open than at one age.
  if (!age) return verdict === 'met' ? groupFits : groupUnsure
  return verdict === 'met' ? fits(spokenAge(page, age)) : unsure(spokenAge(page, age))
}

/** "8 months"; years alone are said as English does: "52". */
function spokenAge(page: Page, age: Age): string {
  return page.language === 'en' && age.unit === 'year' ? String(age.value) : ageInWords(page, age)
}

function why(page: Page, study: Hit): Markup | '' {
  const reasons = whyTexts(page, study.why)
  if (reasons.length === 0) return ''
  return html`
    <p class="hit-why small">
      ${page.words.search.hit.why}
      <bdi>${reasons.join('; ')}.</bdi>
    </p>
  `
}

function foot(page: Page, study: Hit, carried: ShownHit['carried']): Markup {
  const { nctId, acronym, leadSponsor, siteCount, hasResults } = study
  const names = [acronym, leadSponsor].filter((name) => name !== undefined)
  const parts = [
    line`${nctId}`,
    ...(names.length > 0 ? [line`<bdi>${names.join(', ')}</bdi>`] : []),
    ...(siteCount > 0 ? [line`${page.words.common.sites(siteCount)}`] : []),
    ...(hasResults ? [line`${page.words.results.card.results}`] : []),
  ]
  return html`
    <p class="hit-foot">
      <span>${parts.map((part, at) => (at === 0 ? part : line` · ${part}`))}</span>
      ${tellMeWhenOpen(page, study)}
      ${
        !takesNobody(study.overallStatus) &&
        html`
          <a href="${carriedTo(page, paths.check(nctId), carried)}">
            ${page.words.check.link}
            <span class="unseen">(${nctId})</span>
          </a>
        `
      }
    </p>
  `
}
