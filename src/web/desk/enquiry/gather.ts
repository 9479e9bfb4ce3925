import { accountsAt } from '../../../people/accounts/accounts.ts'
import { accountNames } from '../../../people/accounts/names.ts'
import { saidTimeZones } from '../../../people/enquiries/desk/names.ts'
import { templatesAt } from '../../../people/enquiries/desk/templates.ts'
import { enrolmentFrom } from '../../../study/conduct/record/enrol-places.ts'
import type { Enquiry } from '../../../people/enquiries/model/enquiry.ts'
import type { App } from '../../shell/app.ts'
import type { DeskView } from '../parts/desk-layout.ts'
import { storedSites } from '../../shell/parts/stored-study.ts'
import { siteClock } from '../parts/study-name.ts'
import type { Opened } from './opened.ts'
import { siteAndTown } from '../../shell/parts/known-site.ts'

/** What is shown with an enquiry beside itself. */
export type Beside = Pick<Opened, 'did' | 'typed' | 'typedNote' | 'problems' | 'changed'>

/** Reads all that the page of an enquiry needs: a fixed number of queries. */
export async function gatherEnquiry(
  view: DeskView,
  enquiry: Enquiry,
  beside: Partial<Beside> = {},
): Promise<Opened> {
  const { app } = view
  const { db, keys } = app.people.records
  const [people, templates, zones, enrolment] = await Promise.all([
    accountsAt({ db }, enquiry),
    templatesAt(db, enquiry),
    saidTimeZones(db, [enquiry]),
    enrolmentFrom(app.people.records, view.actor, enquiry),
  ])
  const named = enquiry.events.flatMap(({ accountId, details }) => [
    accountId,
    typeof details['to'] === 'string' ? details['to'] : null,
  ])
  const ids = [...named, enquiry.takenBy, ...people.map(({ accountId }) => accountId)]
  return {
    view,
    enquiry,
    address: enquiry.person.address(),
    names: await accountNames(db, keys, ids),
    people,
    templates,
    others: otherSites(app, enquiry),
    clock: siteClock(app, enquiry, zones),
    enrolment,
    problems: [],
    ...beside,
  }
}

/** The other sites of the study as the record has them now. */
export function otherSites(
  app: App,
  { study, site: here }: Pick<Enquiry, 'study' | 'site'>,
): Opened['others'] {
  const named = [...storedSites(app, study)].map(([site, location]) => ({
    site,
    name: siteAndTown(location),
  }))
  return named.filter(({ site }) => site !== here)
}
