import type { Actor } from '../../../../people/accounts/model/actor.ts'
import { can } from '../../../../people/accounts/model/can.ts'
import type { RunSite, StudyRun } from '../../../../study/conduct/model/run.ts'
import { type Telling, tellingOf } from '../../../../study/in-words/telling.ts'
import type { Page } from '../../../shell/page.ts'

/** How studies that are run here, their sites and the parts of their protocols are named on a page. */
export interface RunNames {
  /** "01 Bicêtre" */
  readonly site: (at: { readonly study: string; readonly site: string }) => string
  /** The clocks of a site, IANA's name. */
  readonly zone: (at: { readonly study: string; readonly site: string }) => string
  /** The clocks of the sponsor. */
  readonly sponsorZone: (study: string) => string
  /** The newest version of a study that names a part, to tell of it; of a study without a version there is none. */
  readonly telling: (study: string, node: string) => Telling | undefined
}

/** The sites of these studies whose participants somebody may see, in order. */
export function ownSites(actor: Actor, runs: readonly StudyRun[]): readonly RunSite[] {
  return runs.flatMap(({ study, sites }) =>
    sites.filter(({ site }) => can.readParticipants(actor, { study, site })),
  )
}

/** The names of these studies in the language of a page. */
export function namesOfRuns(page: Page, runs: readonly StudyRun[]): RunNames {
  const of = new Map(runs.map((run) => [run.study, run]))
  const tellings = new Map(
    runs.map(({ study, versions }) => [
      study,
      versions.map(({ protocol }) => tellingOf(protocol, page.language)).toReversed(),
    ]),
  )
  const siteOf = ({ study, site }: { readonly study: string; readonly site: string }) =>
    of.get(study)?.sites.find((one) => one.site === site)
  return {
    site: (at) => {
      const found = siteOf(at)
      return found ? `${found.number} ${found.name}` : at.site
    },
    zone: (at) => siteOf(at)?.timeZone ?? 'UTC',
    sponsorZone: (study) => of.get(study)?.timeZone ?? 'UTC',
    telling: (study, node) => {
      const all = tellings.get(study) ?? []
      return all.find(({ titles }) => titles.has(node)) ?? all[0]
    },
  }
}
