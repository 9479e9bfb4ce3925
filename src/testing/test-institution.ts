import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider, type ProviderContext } from 'oidc-provider'
import type { Institution } from '../people/accounts/model/institution.ts'

/** What an institution says of somebody who signs in there. */
export interface TestClaims {
  readonly email?: string
  readonly email_verified?: unknown
}

/** A real provider of OpenID Connect on loopback. Whoever is among its people signs in there, whatever the password. */
export interface TestInstitution {
  /** As the operator sets it. */
  readonly settings: Institution
  /** By the name with which they sign in there. */
  readonly people: Map<string, TestClaims>
  /** What is done to its answers before they leave; nothing where it is undefined. */
  spoil: ((context: ProviderContext) => unknown) | undefined
  /** Signs claims with its own key, as a token; with other words in the head where they are given. */
  signed(claims: object, head?: object): string
  close(): Promise<void>
}

/** How an institution is set, where it is not as most are. */
interface TestInstitutionChoice {
  /** How the site proves itself there. */
  readonly clientAuth?: 'client_secret_basic' | 'client_secret_post'
  /** Whether it says all in the token, and has to be asked no more. */
  readonly inToken?: boolean
}

/** Opens an institution that knows the site at an address. */
export async function openTestInstitution(
  baseUrl: string,
  choice: TestInstitutionChoice = {},
): Promise<TestInstitution> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const settings: Institution = {
    issuer: `http://127.0.0.1:${port}`,
    clientId: 'trialway',
    clientSecret: 'a secret of the tests, with signs: +/&',
    name: 'Hôpital Test',
    mailDomains: [],
  }
  const opened: TestInstitution = {
    settings,
    people: new Map(),
    spoil: undefined,
    signed: (claims, head = {}) => signedToken(privateKey, claims, head),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  const provider: Provider = new Provider(settings.issuer, {
    ...clientsOf(settings, baseUrl, choice),
    ...peopleOf(opened, () => provider),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), ...keyName, use: 'sig' }] },
    cookies: { keys: ['a key of the tests'] },
    conformIdTokenClaims: choice.inToken !== true,
    features: { devInteractions: { enabled: true } },
    pkce: { required: () => true },
    ttl: Object.fromEntries(kept.map((kind) => [kind, 600])),
  })
  provider.use(async (context, next) => {
    await next()
    await opened.spoil?.(context)
  })
  server.on('request', provider.callback())
  return opened
}

const keyName = { kid: 'k1', alg: 'RS256' }
const kept = ['Session', 'Interaction', 'Grant', 'AccessToken', 'IdToken', 'AuthorizationCode']

function clientsOf(
  { clientId, clientSecret }: Institution,
  baseUrl: string,
  { clientAuth = 'client_secret_basic' }: TestInstitutionChoice,
): object {
  const client = {
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uris: [`${baseUrl}/sign-in/institution/return`],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: clientAuth,
  }
  return { clients: [client], clientAuthMethods: [clientAuth] }
}

function peopleOf({ people }: Pick<TestInstitution, 'people'>, provider: () => Provider): object {
  return {
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_: unknown, login: string) => {
      const told = people.get(login)
      return told && { accountId: login, claims: () => ({ sub: login, ...told }) }
    },
    // The institution does not ask its own people whether they agree.
    loadExistingGrant: async ({ oidc: { session, client } }: GrantContext) => {
      const { Grant } = provider()
      const grant = new Grant({ accountId: session.accountId, clientId: client.clientId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  }
}

function signedToken(key: KeyObject, claims: object, head: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ ...keyName, ...head })}.${part(claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
}

interface GrantContext {
  readonly oidc: {
    readonly session: { readonly accountId: string }
    readonly client: { readonly clientId: string }
  }
}

/** Cookies that a browser has of an institution. */
export type Jar = Map<string, string>

/** Signs in at an institution as a browser without scripts does; the address that it leads back to. */
export async function passInstitution(
  address: string,
  login: string,
  jar: Jar = new Map(),
): Promise<string> {
  const { origin } = new URL(address)
  let [at, form]: [string, URLSearchParams | undefined] = [address, undefined]
  for (let step = 0; step < 12; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: form }),
    })
    for (const line of answer.headers.getSetCookie()) keep(jar, line)
    const text = await answer.text()
    const to = answer.headers.get('location')
    if (to !== null) {
      at = new URL(to, at).href
      if (new URL(at).origin !== origin) return at
      form = undefined
      continue
    }
    const [, action] = /<form[^>]* action="([^"]+)"/.exec(text) ?? []
    if (action === undefined)
      throw new Error(`no form at ${at}: ${answer.status} ${text.slice(0, 500)}`)
    at = new URL(action, at).href
    form = new URLSearchParams({ prompt: 'login', login, password: 'x' })
  }
  throw new Error('the institution leads round and round')
}

function keep(jar: Jar, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  if (value === '') jar.delete(name)
  else jar.set(name, value)
}
