import type {
  ClientAuth,
  Configuration,
  CustomFetch,
  IDToken,
  TokenEndpointResponseHelpers,
  UserInfoResponse,
} from 'openid-client'
import { type MailAddress, readMailAddress } from '../../records/address.ts'
import { boundedFetch } from './bounded-fetch.ts'
import type { AttemptSecrets } from './attempts.ts'
import { InstitutionFault, type Unproven, unprovenBy } from './faults.ts'
import type { Institution } from '../model/institution.ts'

// The library for OpenID Connect is read in by the first who signs in so. It looks at the machine's own clock to see
// whether a token ran out. What an institution says of itself is asked anew each time: few ask, and keys change.

/** What an institution said of who came back from it. */
export interface Proven {
  readonly kind: 'proven'
  /** Theirs, as the institution verified it; undefined where it did not, or is not believed for that domain. */
  readonly address: MailAddress | undefined
  /** When they signed in there; undefined where it does not say. */
  readonly provedAt: Date | undefined
}

/** The address at an institution where a visitor signs in and comes back from, with PKCE, state and nonce. */
export async function addressAtInstitution(
  institution: Institution,
  asked: {
    readonly secrets: AttemptSecrets
    readonly returnTo: string
    readonly isAgain: boolean
  },
): Promise<{ readonly kind: 'address'; readonly address: string } | Unproven> {
  const { state, nonce, codeVerifier } = asked.secrets
  return orUnproven(async () => {
    const client = await import('openid-client')
    const opened = await openInstitution(institution)
    const address = client.buildAuthorizationUrl(opened, {
      redirect_uri: asked.returnTo,
      scope: 'openid email',
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...(asked.isAgain && { prompt: 'login', max_age: '0' }),
    })
    return { kind: 'address', address: address.href }
  })
}

/** What an institution says of who came back to `returned`: the code is given for a token, whose every claim and signature is checked. */
export async function provenByInstitution(
  institution: Institution,
  { returned, secrets }: { readonly returned: URL; readonly secrets: AttemptSecrets },
): Promise<Proven | Unproven> {
  return orUnproven(async () => {
    const client = await import('openid-client')
    const opened = await openInstitution(institution)
    const tokens = await client.authorizationCodeGrant(opened, returned, {
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
      pkceCodeVerifier: secrets.codeVerifier,
      idTokenExpected: true,
    })
    const claims = claimsOf(tokens)
    const told =
      claims['email'] === undefined && opened.serverMetadata().userinfo_endpoint !== undefined
        ? await client.fetchUserInfo(opened, tokens.access_token, claims.sub)
        : claims
    const { auth_time: seconds } = claims
    return {
      kind: 'proven',
      address: verifiedAddress(institution, told),
      provedAt: seconds === undefined ? undefined : new Date(seconds * 1000),
    }
  })
}

function claimsOf(tokens: TokenEndpointResponseHelpers): IDToken {
  const claims = tokens.claims()
  if (!claims) throw new InstitutionFault('NO_ID_TOKEN')
  return claims
}

/** Only what was verified, and only as it is written: signs that are read as others could be somebody else's. */
function verifiedAddress(
  { mailDomains }: Institution,
  { email, email_verified: isVerified }: IDToken | UserInfoResponse,
): MailAddress | undefined {
  if (isVerified !== true || typeof email !== 'string') return undefined
  if (email !== email.trim().normalize('NFKC')) return undefined
  const address = readMailAddress(email)
  if (!address) return undefined
  return mailDomains.length === 0 || mailDomains.includes(address.domain) ? address : undefined
}

/** Reads what an institution says of itself. All that is asked of it by what this gives ends within seconds. */
async function openInstitution({
  issuer,
  clientId,
  clientSecret,
}: Institution): Promise<Configuration> {
  const client = await import('openid-client')
  const until = AbortSignal.timeout(mostMs)
  const bounded: CustomFetch = (url, options) => boundedFetch(url, options, until)
  const prove: ClientAuth = (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const way = methods.includes('client_secret_basic')
      ? client.ClientSecretBasic
      : client.ClientSecretPost
    way(clientSecret)(server, ...rest)
  }
  const opened = await client.discovery(new URL(issuer), clientId, undefined, prove, {
    [client.customFetch]: bounded,
    execute: [
      client.enableNonRepudiationChecks,
      // The settings take such an issuer only of this machine.
      ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
    ],
  })
  // The library lets some large providers answer for many issuers; here it is the one that the operator named.
  if (new URL(opened.serverMetadata().issuer).href !== new URL(issuer).href)
    throw new InstitutionFault('OTHER_ISSUER')
  return opened
}

/** Whatever is wrong with an answer is thrown by the library. */
async function orUnproven<T>(ask: () => Promise<T>): Promise<T | Unproven> {
  try {
    return await ask()
  } catch (error) {
    return unprovenBy(error)
  }
}

/** So long an institution may take for all that is asked of it at once. */
const mostMs = 8000
