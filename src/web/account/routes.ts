import { Hono } from 'hono'
import type { SiteArea } from '../shell/area.ts'
import { paths } from '../shell/paths.ts'
import { ownForms } from '../shell/site/guard.ts'
import { Limiter } from '../../door/limiter.ts'
import { passkeyRoutes } from './passkeys/routes.ts'
import { invitationRoutes } from './people/invitation-routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { selfRoutes } from './self/routes.ts'
import { institutionRoutes } from './sign-in/institution-routes.ts'
import { signInRoutes } from './sign-in/routes.ts'

/** What one household may ask for in an hour; each asks a person by mail. */
const mostRequests = 20
/** Links that lead nowhere: nobody mistypes so many. */
const mostGuesses = 200

/** Made for one site, so that every source is counted once. */
export function accountArea(): SiteArea {
  const limits = {
    requests: new Limiter(mostRequests),
    guesses: new Limiter(mostGuesses),
    challenges: new Limiter(mostGuesses),
    institution: new Limiter(mostGuesses),
  }
  return {
    privacy: 'nowhere',
    referrer: 'origin',
    needs: 'records',
    routes: (app) => {
      const area = new Hono()
      for (const own of ownPatterns) area.use(own, ownForms(app))
      area.route('/', passkeyRoutes(app, limits.challenges))
      area.route('/', institutionRoutes(app, limits.institution))
      area.route('/', signInRoutes(app, limits))
      area.route('/', selfRoutes(app))
      area.route('/', invitationRoutes(app, limits.guesses))
      area.route('/', peopleRoutes(app))
      return area
    },
  }
}

const ownPatterns = [
  paths.signIn.pattern,
  `${paths.signIn.pattern}/*`,
  paths.signOut.pattern,
  paths.account.pattern,
  `${paths.account.pattern}/*`,
  paths.invitation.pattern,
  paths.deskPeople.pattern,
  `${paths.deskPeople.pattern}/*`,
  paths.adminAccounts.pattern,
  `${paths.adminAccounts.pattern}/*`,
]
