import type { Context } from 'hono'
import { peekEnquiry } from '../../../../people/enquiries/desk/open-enquiry.ts'
import type { Enquiry } from '../../../../people/enquiries/model/enquiry.ts'
import { type EnrolPlace, enrolPlaces } from '../../../../study/conduct/record/enrol-places.ts'
import { actorOfRequest } from '../../../account/parts/actor.ts'
import type { App } from '../../../shell/app.ts'
import { pageOf } from '../../../shell/page.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import type { DeskView } from '../../parts/desk-layout.ts'

/** Who enrols, where they may, and the enquiry that it begins with. */
export interface EnrolView extends DeskView {
  readonly places: readonly EnrolPlace[]
  readonly enquiry: Enquiry | undefined
}

/**
 * Answers for who is signed in. With an enquiry in the address or the form it must be one of theirs: for all others there is no
 * such page.
 */
export async function withEnrolment(
  c: Context,
  app: App,
  enquiryId: string,
  show: (view: EnrolView) => Response | Promise<Response>,
): Promise<Response> {
  const actor = await actorOfRequest(c, app)
  if (!actor) return faultPage(c, app, 'notFound')
  const { records } = app.people
  const enquiry = enquiryId === '' ? undefined : await peekEnquiry(records, actor, enquiryId)
  if (enquiryId !== '' && !enquiry) return faultPage(c, app, 'notFound')
  const places = await enrolPlaces(records, actor, app.now(), enquiry?.study)
  return show({ page: pageOf(c, app), app, actor, places, enquiry })
}

/** Whether a site said already that this person is to come or has joined. */
export function isReadyToEnrol({ state }: Pick<Enquiry, 'state'>): boolean {
  return state === 'invited' || state === 'joined'
}

/** How a place is named in a form: `NCT02390596.0a1b2c3d4e`. */
export function placeKey({ study, site }: EnrolPlace): string {
  return `${study}.${site.site}`
}
