import { z } from 'zod'
import type { Institution } from '../../people/accounts/model/institution.ts'
import { readMailAddress } from '../../people/records/address.ts'
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
    .transform((text, context) => {
      const domains = text.split(',').map(mailDomain)
      if (domains.every((domain) => domain !== undefined)) return domains
      const message =
        'must be domains with commas between, such as hospital.example.org, example.org'
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
    .optional()
    .describe(
      'The institution is believed for mail addresses of these domains only, such as hospital.example.org, example.org. Without it, for every address that it says it verified.',
    ),
  OIDC_INSTITUTIONS: z
    .string()
    .transform(readList)
    .optional()
    .describe(
      'Several institutions, beside the one above or instead of it: a JSON list such as [{"issuer":"https://login.example.org","clientId":"trialway","clientSecret":"…","name":"University Hospital","mailDomains":["hospital.example.org"]}]. Where there is more than one, each is believed for its own domains only, and no domain is of two.',
    ),
} as const

/** The settings about institutions as they are read, before they are put in shape. */
type InstitutionRead = z.infer<z.ZodObject<typeof institutionSettings>>

/** The institutions by whose word people sign in, in the order in which they are set. */
export function institutionsOf(read: InstitutionRead): readonly Institution[] {
  const one = institutionOf(read)
  return [...(one ? [one] : []), ...(read.OIDC_INSTITUTIONS ?? [])]
}

/** The one that has settings of its own; undefined where none is set. */
function institutionOf(read: InstitutionRead): Institution | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_NAME: name } = read
  const { OIDC_CLIENT_SECRET: clientSecret, OIDC_MAIL_DOMAINS: domains } = read
  if (!issuer || !clientId || !clientSecret || !name) return undefined
  return { issuer, clientId, clientSecret, name, mailDomains: domains ?? [] }
}

/** Settings about the institution that make sense alone and not together. */
export function institutionProblems(read: InstitutionRead): string[] {
  const all = [read.OIDC_ISSUER, read.OIDC_CLIENT_ID, read.OIDC_CLIENT_SECRET, read.OIDC_NAME]
  const given = all.filter((value) => value !== undefined).length
  const isAlone = given === 0 && read.OIDC_MAIL_DOMAINS !== undefined
  return isAlone || (given > 0 && given < all.length)
    ? ['OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_NAME must be set together.']
    : apartProblems(institutionsOf(read))
}

/** Of several, none may speak for the people of another: each has its issuer, its name and its own mail domains. */
function apartProblems(all: readonly Institution[]): string[] {
  if (all.length < 2) return []
  const open = all.filter(({ mailDomains }) => mailDomains.length === 0).map(({ name }) => name)
  const twice = (texts: readonly string[]): readonly string[] =>
    texts.filter((text, at) => texts.indexOf(text) !== at)
  const domains = twice(all.flatMap(({ mailDomains }) => [...new Set(mailDomains)]))
  const same = [
    ...twice(all.map(({ issuer }) => new URL(issuer).href)),
    ...all
      .map(({ name }) => name)
      .filter((name, at, names) => names.findIndex((one) => isSameName(one, name)) < at),
  ]
  return [
    ...(open.length > 0
      ? [
          `OIDC_INSTITUTIONS: where there are several institutions, each needs its mail domains (mailDomains, or OIDC_MAIL_DOMAINS for the single one); these have none: ${open.join(', ')}.`,
        ]
      : []),
    ...(domains.length > 0
      ? [
          `OIDC_INSTITUTIONS: a mail domain may be of one institution only; of two are: ${domains.join(', ')}.`,
        ]
      : []),
    ...(same.length > 0
      ? [
          `OIDC_INSTITUTIONS: each institution needs an issuer and a name of its own; twice there are: ${same.join(', ')}.`,
        ]
      : []),
  ]
}

function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

/** As the domain of an address is read: one that no address can have would shut everybody out, and nobody would be told. */
function mailDomain(typed: string): string | undefined {
  return readMailAddress(`somebody@${typed.trim()}`)?.domain
}

const listedDomain = z.string().transform((typed, context) => {
  const domain = mailDomain(typed)
  if (domain !== undefined) return domain
  context.addIssue({ code: 'custom' })
  return z.NEVER
})
const line = (most: number) =>
  z
    .string()
    .regex(/^(?=.*\S)[^\p{Cc}]+$/u)
    .max(most)

const listed = z.array(
  z.strictObject({
    issuer: z.string().refine(isIssuer),
    clientId: line(200),
    clientSecret: line(1000),
    name: line(60).trim(),
    mailDomains: z.array(listedDomain).default([]),
  }),
)

/** Reads the list. What is wrong is told by its place, never by what stands there: it has secrets in it. */
function readList(text: string, context: z.RefinementCtx): readonly Institution[] {
  const read = listed.safeParse(parsed(text))
  if (read.success) return read.data
  const [at, field] = read.error.issues[0]?.path ?? []
  const what = field === undefined ? 'the names of the fields' : String(field)
  const where = typeof at === 'number' ? `; look at ${what} of entry ${at + 1}` : ''
  context.addIssue({
    code: 'custom',
    message: `must be a JSON list of institutions, each with issuer (https://, without /.well-known/…), clientId, clientSecret, name and mailDomains${where}`,
  })
  return z.NEVER
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Without TLS, only one of this machine itself is believed. */
function isIssuer(text: string): boolean {
  const url = URL.parse(text)
  if (!url || url.username || url.search || url.hash || url.pathname.includes('/.well-known/'))
    return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(text))
}
