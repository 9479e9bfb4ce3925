import {
  type Actor,
  studyRoles,
  type DeskPlace,
  type Role,
} from '../../../people/accounts/model/actor.ts'
import { reach } from '../../../people/accounts/model/can.ts'
import { siteText } from '../../shell/parts/known-site.ts'
import { storedSites } from '../../shell/parts/stored-study.ts'
import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'
import type { Choice } from '../../shell/parts/field.ts'
import { recordedSiteName } from '../parts/role-text.ts'

/** Where somebody may be invited by an actor: the studies and sites of their own desk, each site of a whole study among them. */
export function placeChoices(page: Page, app: App, actor: Actor): readonly Choice[] {
  const words = page.words.account
  return reach(actor).flatMap(({ study, site }) => {
    if (site !== null)
      return [
        {
          value: `${study}.${site}`,
          label: words.siteOf(recordedSiteName(app, study, site), study),
        },
      ]
    const whole = { value: study, label: words.wholeStudy(study) }
    return [whole, ...sitesOf(app, study)]
  })
}

function sitesOf(app: App, study: string): readonly Choice[] {
  return [...storedSites(app, study)].map(([id, location]) => ({
    value: `${study}.${id}`,
    label: siteText(location),
  }))
}

/** A role of a desk as a form says it; undefined where it is none. */
export function readDeskRole(typed: {
  readonly role: string
  readonly place: string
}): Role | undefined {
  const role = studyRoles.find((name) => name === typed.role)
  const place = readPlace(typed.place)
  return role && place && { role, ...place }
}

function readPlace(written: string): DeskPlace | undefined {
  const [, study, site] = /^(NCT\d{8})(?:\.([\da-f]{10}))?$/.exec(written) ?? []
  return study === undefined ? undefined : { study, site: site ?? null }
}
