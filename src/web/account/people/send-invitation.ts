import type { Context } from 'hono'
import { invite } from '../../../people/accounts/invitations.ts'
import type { Actor, Role } from '../../../people/accounts/model/actor.ts'
import { readMailAddress } from '../../../people/records/address.ts'
import type { App } from '../../shell/app.ts'
import { pageOf } from '../../shell/page.ts'
import type { InviteProblem, TypedInvitation } from './invite-form.ts'

/** What a form says, as it was typed. */
export function typedInvitation(form: URLSearchParams): TypedInvitation {
  const said = (name: string): string => (form.get(name) ?? '').slice(0, 400)
  return {
    email: said('email'),
    role: said('role'),
    place: said('place'),
    language: said('language') === 'fr' ? 'fr' : 'en',
  }
}

/** Invites who was typed to a role, or says what is wrong with it. */
export async function sendInvitation(
  c: Context,
  app: App,
  actor: Actor,
  { typed, role }: { readonly typed: TypedInvitation; readonly role: Role | undefined },
): Promise<readonly InviteProblem[]> {
  const say = pageOf(c, app).words.account.people.problems
  const address = readMailAddress(typed.email)
  if (!address) return [{ field: 'email', text: say.email }]
  if (!role) return [{ field: 'role', text: say.role }]
  const language = typed.language === 'fr' ? 'fr' : 'en'
  const done = await invite(app.people, actor, { address, role, language }, app.now())
  if (done === 'refused') return [{ field: 'role', text: say.role }]
  return done === 'enough' ? [{ field: 'email', text: say.enough }] : []
}
