import { can } from '../../../../people/accounts/model/can.ts'
import type { RunSite } from '../../../../study/conduct/model/run.ts'
import { type Telling, tellingOf } from '../../../../study/in-words/telling.ts'
import type { RunView, StudyDeskView } from '../parts/study-view.ts'

/** The sites of a study whose participants somebody may see. */
export function reviewedSites({ actor, study, run }: RunView): readonly RunSite[] {
  return run.sites.filter(({ site }) => can.readParticipants(actor, { study, site }))
}

/** Whether somebody may see participants of the study at any of its sites. */
export function mayReview({ actor, study, run }: StudyDeskView): boolean {
  const sites = run?.sites ?? []
  return sites.some(({ site }) => can.readParticipants(actor, { study, site }))
}

/** The sites that are shown: all that may be seen, or the one that the address names. */
export function chosenSites(view: RunView): {
  readonly all: readonly RunSite[]
  readonly shown: readonly RunSite[]
  readonly asked: string
} {
  const all = reviewedSites(view)
  const asked = new URLSearchParams(view.page.query).get('site') ?? ''
  const one = all.filter(({ site }) => site === asked)
  return { all, shown: one.length > 0 ? one : all, asked: one.length > 0 ? asked : '' }
}

/** How a study is told where no participant's own version is at hand: by the newest version. */
export function studyTelling({ page, run }: RunView): Telling | undefined {
  const newest = run.versions.at(-1)
  return newest && tellingOf(newest.protocol, page.language)
}
