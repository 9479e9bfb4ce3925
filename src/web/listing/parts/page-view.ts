import {
  canBeJoined,
  type ShownState,
  shownState,
  siteStatus,
} from '../../../finder/registry/status.ts'
import type { Carried } from '../../shell/parts/carried.ts'
import { carriedTo } from '../../shell/parts/carried.ts'
import { paths } from '../../shell/paths.ts'
import type { StudyResults } from '../../../finder/registry/study-results.ts'
import type { Site } from './sites-near.ts'
import type { StudyView } from './view.ts'

/** A study's page: its record, and what came along in the address. */
export interface StudyPageView extends StudyView {
  readonly carried?: Carried
  readonly state: ShownState
  /** All sites, the nearest first where a place is known. */
  readonly sites: readonly Site[]
  /** On its own page alone. */
  readonly results?: StudyResults
}

/** True where people can still come to it: open, soon, in doubt, by invitation, paused, or not known. */
export function isAlive({ state }: Pick<StudyPageView, 'state'>): boolean {
  return state !== 'full' && state !== 'finished' && state !== 'stopped'
}

/** The nearest that takes people, or plainly the nearest where none does. */
export function siteToAsk({ sites, protocol }: StudyPageView): Site | undefined {
  return (
    sites.find(({ location }) => canBeJoined(siteStatus(location, protocol.statusModule))) ??
    sites[0]
  )
}

/** The state of the study of a view. */
export function shownStateOf({ protocol, today }: StudyView): ShownState {
  return shownState(protocol.statusModule, today)
}

/** The addresses that belong to a study, with what is carried. */
export function studyPaths(
  view: StudyPageView,
): Readonly<Record<'self' | 'check' | 'sites' | 'history' | 'similar', string>> {
  const { page, carried, nctId } = view
  const to = (path: string): string => carriedTo(page, path, carried)
  return {
    self: to(paths.study(nctId)),
    check: to(paths.check(nctId)),
    sites: to(paths.studySites(nctId)),
    history: to(paths.studyHistory(nctId)),
    similar: to(paths.studySimilar(nctId)),
  }
}
