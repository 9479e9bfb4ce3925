import type { SeekerView } from '../../../people/enquiries/seeker-view.ts'
import type { ShownTitle } from '../../shell/parts/study-title.ts'
import type { Page } from '../../shell/page.ts'
import type { FieldProblem } from '../ask/read-form.ts'
import type { SayMoment } from '../parts/site-clock.ts'
import type { OtherSites } from './next-site.ts'

/** An enquiry for who holds its link, and all that its page is made of. */
export interface Followed {
  readonly page: Page
  readonly view: SeekerView
  /** The link as it was sent. */
  readonly sent: string
  readonly say: SayMoment
  readonly keepDays: number
  /** What the study is called now; undefined where it left the catalogue, or its record is damaged. */
  readonly title: ShownTitle | undefined
  /** The next nearest site that can be written to from here, and whether there are others at all. */
  readonly next: OtherSites['next']
  readonly hasOthers: OtherSites['hasOthers']
  /** What was done just before, by its name among our words. */
  readonly did: string
  readonly wrong?: Wrong
}

/** A form of the page that cannot be taken as it is, with what was typed. */
export interface Wrong {
  readonly form: 'note' | 'fix' | 'pass'
  readonly problems: readonly FieldProblem[]
  readonly typed: URLSearchParams
}

/** What is wrong with a field of one of the forms. */
export function wrongAt(
  { wrong }: Followed,
  form: Wrong['form'],
  field: string,
): string | undefined {
  if (wrong?.form !== form) return undefined
  return wrong.problems.find((one) => one.field === field)?.text
}
