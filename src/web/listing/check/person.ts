import { ageInDays } from '../../../finder/registry/ages.ts'
import { isSaidOfOther } from '../../../finder/question/said-sex.ts'
import { nothingTold } from '../../../finder/self-check/read-answers.ts'
import type { Told } from '../../../finder/self-check/told.ts'
import { type Who, whos } from '../../../words/language/who.ts'
import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'
import { type Carried, readCarried } from '../../shell/parts/carried.ts'

/** Whom a check is for, as far as its address tells. */
export interface AddressedPerson {
  readonly told: Told
  readonly carried: Carried | undefined
  /** True where the person is to be asked for first. */
  readonly isAsked: boolean
  /** True where an age was typed that cannot be read. */
  readonly hasError: boolean
  /** True where the address has an age in two fields, as a form sends it: it is to be said as a search says it. */
  readonly isToTidy: boolean
}

/** Reads the person of a check out of its address: age and sex as a search carries them, and for whom it is. */
export function addressedPersonOf(
  page: Page,
  params: URLSearchParams,
  app: Pick<App, 'places' | 'vocabulary' | 'today'>,
  usual: Who,
): AddressedPerson {
  const unit = params.get('unit') ?? ''
  const typed = params.get('age') ?? ''
  const isToTidy = params.has('unit')
  const tidy = new URLSearchParams(params)
  if (isToTidy && typed !== '') tidy.set('age', `${typed.trim()}${shortUnits[unit] ?? 'y'}`)
  const carried = readCarried(page, tidy, app)
  const age = carried?.person.age?.age
  const hasError = isToTidy && typed.trim() !== '' && age === undefined
  const sex = carried?.person.sex
  const who =
    whos.find((one) => one === params.get('who')) ??
    whoOf(age && ageInDays(age), params.get('q') ?? '', usual)
  const isNew = !params.has('who') && (age === undefined || sex === undefined)
  const base = nothingTold(who)
  const told: Told = {
    ...base,
    typed: age
      ? { age: String(age.value), unit: age.unit, born: '' }
      : { ...base.typed, age: typed },
    ...(age && { age }),
    ...(sex && { sex }),
  }
  return {
    told,
    carried,
    isAsked: hasError || isNew || params.get('person') === 'ask',
    hasError,
    isToTidy,
  }
}

/** As a search writes them: `8mo`. */
const shortUnits: Readonly<Record<string, string>> = { year: 'y', month: 'mo', week: 'w', day: 'd' }

/** A child cannot be who reads this, nor can "my mother" of the search. */
function whoOf(ageDays: number | undefined, words: string, usual: Who): Who {
  if (ageDays === undefined) return usual
  if (ageDays < 15 * 365.25) return 'child'
  return isSaidOfOther(words) ? 'other' : 'me'
}
