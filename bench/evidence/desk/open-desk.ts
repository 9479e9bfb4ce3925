import { makeDemoAccounts } from '../../../src/cli/demo-accounts.ts'
import { type DemoStudyPeople, readDemoStudyPeople } from '../../../src/cli/demo-people-file.ts'
import { type DemoTeam, demoTeam } from '../../../src/cli/demo-team.ts'
import { formWith, typedInto } from '../../../src/testing/page-forms.ts'
import { signedIn } from '../../../src/testing/test-accounts.ts'
import { openTestApp, type TestApp } from '../../../src/testing/test-site.ts'
import { type Answer, type Visitor, visitor } from '../../../src/testing/visitor.ts'
import { createSite } from '../../../src/web/site.ts'

/** A site of real parts in which a study is run, visited by its forms alone. */
export interface Desk {
  readonly app: TestApp
  readonly team: DemoTeam
  /** A page as somebody sees it at a moment. Throws where it is not there for them. */
  readonly page: (who: Who, path: string, now: Date) => Promise<string>
  /** Fills the form of a page that has all fields that are typed, and sends it: answers where it leads. Throws what is refused. */
  readonly send: (who: Who, path: string, typed: Typed, now: Date) => Promise<string>
  close(): Promise<void>
}

/** Somebody of the team by their role, and at which site. */
export interface Who {
  readonly role: DemoStudyPeople['accounts'][number]['role']
  readonly site?: number
}

/** What is typed, by the names of the fields. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

const places = ['site', 'otherSite', 'thirdSite'] as const

/** Opens it with the people of the demonstration as of a moment, and nothing recorded yet. */
export async function openDesk(began: Date): Promise<Desk> {
  const app = await openTestApp()
  const visit = visitor(createSite({ ...app, isDemonstration: true }), app.baseUrl)
  const people = readDemoStudyPeople()
  const siteAt = (place: (typeof places)[number]): string => `site-${places.indexOf(place) + 1}`
  const accounts = await makeDemoAccounts(app.people, { people, siteAt }, began)
  const sites = places.map((place, at) => ({
    site: siteAt(place),
    name: people[place].facility,
    number: `0${at + 1}`,
  }))
  const team = demoTeam(app.people, { people, sites }, accounts)
  const cookieOf = async ({ role, site }: Who, now: Date): Promise<string> => {
    const at = site === undefined ? 'study' : places[site]
    const account = people.accounts.find(
      (one) => one.role === role && (one.at === at || one.at === 'study'),
    )
    app.clock = now
    return (await signedIn(app.people.records, [], account?.address, now)).cookie
  }
  const page = async (who: Who, path: string, now: Date): Promise<string> =>
    (await got(visit, path, await cookieOf(who, now))).text
  return {
    app,
    team,
    page,
    send: async (who, path, typed, now) => {
      const cookie = await cookieOf(who, now)
      const { text } = await got(visit, path, cookie)
      const form = formWith(text, ...Object.keys(typed))
      const [to = path] = (form.action === '' ? path : form.action).split('#')
      const answer = await visit.send(
        to,
        { body: typedInto(form, typed) },
        { from: '127.0.0.1', headers: { cookie, origin: app.baseUrl } },
      )
      if (answer.status === 303) return answer.to
      throw new Error(`${to} answers ${answer.status}: ${wrongOf(answer)}`)
    },
    close: () => app.close(),
  }
}

async function got(visit: Visitor, path: string, cookie: string): Promise<Answer> {
  const answer = await visit.raw(path, { headers: { cookie } })
  if (answer.status === 200) return answer
  throw new Error(`${path} answers ${answer.status} ${answer.to}`)
}

/** What a page says is wrong, in its own words. */
function wrongOf({ text }: Answer): string {
  const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'))
  const [, summary = main] = /class="error-summary[^>]*>([\s\S]*?)<\/section>/.exec(main) ?? []
  return summary
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 500)
}
