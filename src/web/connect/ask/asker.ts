import { labelOf } from '../../../finder/places/label.ts'
import { saidAgeOf } from '../../../people/enquiries/model/answers-of-check.ts'
import type { EnquiryDetails } from '../../../people/enquiries/model/details.ts'
import type { Who } from '../../../words/language/who.ts'
import type { StudyPageView } from '../../listing/parts/page-view.ts'
import { ageInWords, soughtAgeText } from '../../shell/parts/ages.ts'
import { spokenDate } from '../../../words/dates.ts'
import type { ChosenSite } from '../parts/site-chosen.ts'
import type { CameAlong } from './check-answers.ts'

/** For whom it is and where they live, as far as it came along: asked nowhere twice. */
export interface AskedFor {
  /** As the page says it. */
  readonly ageText?: string
  readonly details: Pick<EnquiryDetails, 'age' | 'sex' | 'place'>
  /** Who asks, where a check said for whom it was. */
  readonly asker?: EnquiryDetails['who']
}

/** Gathers whom it is for from the answers of a check, or else from the search in the address. */
export function askedFor(
  view: StudyPageView,
  { site }: ChosenSite,
  answers: CameAlong | undefined,
): AskedFor {
  const place = placeOf(view, site.km)
  const age = answers ? ageToldOf(view, answers) : ageSoughtOf(view)
  const sex = answers?.told.sex ?? view.carried?.person.sex
  return {
    ...(age && { ageText: age.text }),
    details: {
      ...(age && { age: age.said }),
      ...(sex && { sex }),
      ...(place && { place }),
    },
    ...(answers && { asker: askerOf[answers.told.who] }),
  }
}

const askerOf: Readonly<Record<Who, EnquiryDetails['who']>> = {
  me: 'patient',
  child: 'parent',
  other: 'other',
}

interface SaidAge {
  readonly text: string
  readonly said: string
}

function ageToldOf({ page }: StudyPageView, { told }: CameAlong): SaidAge | undefined {
  const said = saidAgeOf(told)
  if (said === undefined) return undefined
  const text = told.age ? ageInWords(page, told.age) : spokenDate(page.language, told.born)
  return { said, text: text ?? said }
}

function ageSoughtOf({ page, carried }: StudyPageView): SaidAge | undefined {
  const age = carried?.person.age
  if (!age) return undefined
  const said = age.age ? saidAgeOf({ age: age.age }) : age.typed
  return { said: said ?? age.typed, text: soughtAgeText(page, age) }
}

function placeOf(
  { page, carried }: StudyPageView,
  km: number | undefined,
): EnquiryDetails['place'] | undefined {
  const place = carried?.person.place
  if (!place) return undefined
  return {
    name: labelOf(place.place, page.language),
    ...(km !== undefined && { km: Math.round(km) }),
  }
}
