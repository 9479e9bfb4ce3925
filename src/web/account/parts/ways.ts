import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can, reach, studyReach } from '../../../people/accounts/model/can.ts'
import type { Page } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'

/** A page that an actor may see, by its name. */
export interface Way {
  readonly path: string
  readonly text: string
}

/** Where an actor may go, the place of their daily work first. */
export function ownWaysOf({ words }: Pick<Page, 'words'>, actor: Actor): readonly Way[] {
  const { ways } = words.account
  const seesParticipants = studyReach(actor).some((place) => can.readParticipants(actor, place))
  const all: readonly (readonly [boolean, Way])[] = [
    [seesParticipants, { path: paths.deskToday(), text: ways.today }],
    [seesParticipants, { path: paths.participants(), text: ways.participants }],
    ...studiesOf(actor).map((study): readonly [boolean, Way] => [
      true,
      { path: paths.studyDesk(study), text: ways.study(study) },
    ]),
    [reach(actor).length > 0, { path: paths.desk(), text: ways.desk }],
    [reach(actor).length > 0, { path: paths.deskPeople(), text: ways.people }],
    [can.operate(actor), { path: paths.admin(), text: ways.admin }],
    [can.manageAccounts(actor), { path: paths.adminAccounts(), text: ways.accounts }],
    [can.decideClaims(actor), { path: paths.adminClaims(), text: ways.claims }],
    [can.readTrail(actor), { path: paths.trail(), text: ways.trail }],
  ]
  return all.filter(([may]) => may).map(([, way]) => way)
}

/** The studies in which an actor has any role, each once. */
export function studiesOf(actor: Pick<Actor, 'roles'>): readonly string[] {
  return [...new Set(studyReach(actor).map(({ study }) => study))]
}

/** Where an actor goes who did not say where to: to a desk, to their study, or else to their account, where all their ways are. */
export function homePathOf(actor: Actor | undefined): string {
  if (!actor) return paths.account()
  if (reach(actor).length > 0) return paths.desk()
  const [only, ...others] = studiesOf(actor)
  return only !== undefined && others.length === 0 ? paths.studyDesk(only) : paths.account()
}
