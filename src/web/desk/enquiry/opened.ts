import type { DeskHolder } from '../../../people/accounts/accounts.ts'
import type { Enquiry } from '../../../people/enquiries/model/enquiry.ts'
import type { ReplyTemplate } from '../../../people/enquiries/desk/templates.ts'
import type { EnquiryEnrolment } from '../../../study/conduct/record/enrol-places.ts'
import type { SiteStep } from '../../../people/enquiries/desk/step.ts'
import type { DeskView } from '../parts/desk-layout.ts'
import type { Clock } from '../parts/promise-tag.ts'

/** An enquiry with all that its page needs. */
export interface Opened {
  readonly view: DeskView
  readonly enquiry: Enquiry
  /** Where the seeker reads mail. */
  readonly address: string
  /** Of everybody named on the page, by the id of their account. */
  readonly names: ReadonlyMap<string, string>
  readonly people: readonly DeskHolder[]
  readonly templates: readonly ReplyTemplate[]
  /** The other sites of the study. */
  readonly others: readonly { readonly site: string; readonly name: string }[]
  readonly clock: Clock
  /** Whether they were enrolled in the study, or may be; undefined where it is not run at this site. */
  readonly enrolment: EnquiryEnrolment | undefined
  /** What was done just before, by its name among our words. */
  readonly did?: 'saved' | 'noted'
  /** What was typed and not saved, with what is wrong. */
  readonly typed?: TypedStep
  readonly typedNote?: string
  readonly problems: readonly { readonly field: string; readonly text: string }[]
  /** Somebody else was faster. */
  readonly changed?: { readonly by: string; readonly at: string }
}

/** A step as it was typed. */
export interface TypedStep {
  readonly step?: SiteStep
  readonly texts: Readonly<Partial<Record<SiteStep, string>>>
  readonly reason: string
  readonly consentedOn: string
  readonly site: string
}
