import type { EnquiryRoute } from '../../../people/enquiries/model/enquiry.ts'
import type { ResponseRate } from '../../../people/enquiries/promise/figures.ts'
import type { StudyPageView } from '../../listing/parts/page-view.ts'
import { link } from '../../shell/page.ts'
import { carriedTo } from '../../shell/parts/carried.ts'
import { paths } from '../../shell/paths.ts'
import { similarQuery } from '../../listing/check/ways.ts'
import type { Receiver } from '../parts/consent.ts'
import type { ChosenSite } from '../parts/site-chosen.ts'
import type { CameAlong } from './check-answers.ts'
import type { FieldProblem, TypedEnquiry } from './read-form.ts'

/** A study somebody may write to, and what came along from its check. */
export interface ConnectView {
  readonly view: StudyPageView
  /** Its sites that people may write to, the nearest first. */
  readonly sites: readonly ChosenSite[]
  readonly answers: CameAlong | 'old' | undefined
  /** True where the reader knows that it may not be open, and asks all the same. */
  readonly isAnyway: boolean
}

/** A site of it that was chosen. */
export interface ConnectSite extends ConnectView {
  readonly chosen: ChosenSite
  readonly route: EnquiryRoute | 'none'
  /** How many days after the last word of a person it is kept. */
  readonly keepDays: number
  /** Until when an answer is promised, or asked for, in words. */
  readonly promised: string
  /** How often the site answered in time; absent where too few tell. */
  readonly rate?: ResponseRate
}

/** The form to write to a site, as it was filled in. */
export interface FilledEnquiry {
  readonly typed: TypedEnquiry
  readonly problems: readonly FieldProblem[]
  /** Nothing was typed yet. */
  readonly isFresh: boolean
}

/** The answers of a check that can go along. */
export function goingAlong({ answers }: ConnectView): CameAlong | undefined {
  return answers === 'old' ? undefined : answers
}

/** Addresses that belong to it, with what is carried. */
export function connectPaths({ view, isAnyway }: ConnectView): Readonly<
  Record<'study' | 'search' | 'choose', string>
> & {
  readonly site: (id: string, more?: Readonly<Record<string, string>>) => string
  readonly letter: (id: string) => string
} {
  const { page, carried, nctId } = view
  const anyway: Readonly<Record<string, string>> = isAnyway ? { anyway: 'yes' } : {}
  return {
    study: carriedTo(page, paths.study(nctId), carried),
    search: link(page, paths.search(), similarQuery(view, carried)),
    choose: carriedTo(page, paths.connect(nctId), carried, anyway),
    site: (id, more = {}) =>
      carriedTo(page, paths.connect(nctId), carried, {
        ...(id && { site: id }),
        ...anyway,
        ...more,
      }),
    letter: (id) => carriedTo(page, paths.letter(nctId), carried, { site: id }),
  }
}

/** To whom a message to the chosen site goes. */
export function receiverOf({ chosen, keepDays }: ConnectSite): Receiver {
  return { name: chosen.name, country: chosen.site.location.country, keepDays }
}
