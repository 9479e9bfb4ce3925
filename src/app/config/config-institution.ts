import { z } from 'zod'
import type { Institution } from '../../people/accounts/model/institution.ts'
import { isThisMachine } from '../../door/from-here.ts'
import { lineOfText } from './setting-kinds.ts'

/** What may be set about signing in by the word of an institution. */
export const institutionSettings = {
  OIDC_ISSUER: z
    .string()
    .refine(isIssuer, {
      error:
        'must be the address of an issuer that begins with https://, as its own documents give it, without /.well-known/…',
    })
    .optional()
    .describe(
      'Lets people sign in by their institution (OpenID Connect): its issuer, such as https://login.example.org. With the three settings below. Its registration needs BASE_URL/sign-in/institution/return as the address to come back to.',
    ),
  OIDC_CLIENT_ID: lineOfText(200).describe('The name under which the institution knows this site.'),
  OIDC_CLIENT_SECRET: lineOfText(1000).describe(
    'The secret that the institution gave to this site.',
  ),
  OIDC_NAME: lineOfText(60).describe(
    'What the button on the sign-in page calls the institution, such as University Hospital.',
  ),
  OIDC_MAIL_DOMAINS: z
    .string()
    .regex(/^[a-z\d][a-z\d.-]{0,252}(?:\s*,\s*[a-z\d][a-z\d.-]{0,252})*$/i, {
      error: 'must be domains with commas between, such as hospital.example.org, example.org',
    })
    .optional()
    .describe(
      'The institution is believed for mail addresses of these domains only, such as hospital.example.org, example.org. Without it, for every address that it says it verified.',
    ),
} as const

/** The settings about the institution as they are read, before they are put in shape. */
type InstitutionRead = z.infer<z.ZodObject<typeof institutionSettings>>

/** The institution by whose word people sign in; undefined where none is set. */
export function institutionOf(read: InstitutionRead): Institution | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_NAME: name } = read
  const { OIDC_CLIENT_SECRET: clientSecret, OIDC_MAIL_DOMAINS: domains } = read
  if (!issuer || !clientId || !clientSecret || !name) return undefined
  const mailDomains = (domains ?? '').toLowerCase().split(',')
  return {
    issuer,
    clientId,
    clientSecret,
    name,
    mailDomains: mailDomains.map((domain) => domain.trim()).filter((domain) => domain !== ''),
  }
}

/** Settings about the institution that make sense alone and not together. */
export function institutionProblems(read: InstitutionRead): string[] {
  const all = [read.OIDC_ISSUER, read.OIDC_CLIENT_ID, read.OIDC_CLIENT_SECRET, read.OIDC_NAME]
  const given = all.filter((value) => value !== undefined).length
  const isAlone = given === 0 && read.OIDC_MAIL_DOMAINS !== undefined
  return isAlone || (given > 0 && given < all.length)
    ? ['OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_NAME must be set together.']
    : []
}

/** Without TLS, only one of this machine itself is believed. */
function isIssuer(text: string): boolean {
  const url = URL.parse(text)
  if (!url || url.username || url.search || url.hash || url.pathname.includes('/.well-known/'))
    return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(text))
}
