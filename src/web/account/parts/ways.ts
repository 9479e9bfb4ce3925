import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can, reach } from '../../../people/accounts/model/can.ts'
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
  const all: readonly (readonly [boolean, Way])[] = [
    [reach(actor).length > 0, { path: paths.desk(), text: ways.desk }],
    [reach(actor).length > 0, { path: paths.deskPeople(), text: ways.people }],
    [can.operate(actor), { path: paths.admin(), text: ways.admin }],
    [can.manageAccounts(actor), { path: paths.adminAccounts(), text: ways.accounts }],
    [can.decideClaims(actor), { path: paths.adminClaims(), text: ways.claims }],
    [can.readTrail(actor), { path: paths.trail(), text: ways.trail }],
  ]
  return all.filter(([may]) => may).map(([, way]) => way)
}

/** Where an actor goes who did not say where to: to a desk, or else to their account, where all their ways are. */
export function homePathOf(actor: Actor | undefined): string {
  return actor && reach(actor).length > 0 ? paths.desk() : paths.account()
}
