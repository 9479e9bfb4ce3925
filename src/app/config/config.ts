import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { Institution } from '../../people/accounts/model/institution.ts'
import { type AllowedHost, readAllowedHosts } from '../../people/watches/model/allowed-hosts.ts'
import type { SiteOperator } from '../../web/shell/site-operator.ts'
import { type MailConfig, mailConfigOf, mailProblems, mailSettings } from './config-mail.ts'
import { institutionProblems, institutionSettings, institutionsOf } from './config-institution.ts'
import { operatorOf, operatorSettings } from './config-operator.ts'
import { postgresAddress, webAddress, wholeNumber } from './setting-kinds.ts'

/** The settings of one installation, read from the environment once and trusted from then on. */
export interface Config extends MailConfig {
  readonly port: number
  readonly host: string
  /** Where the operator's own door is, on this machine only; undefined where there is none. */
  readonly operatorDoor: OperatorDoor | undefined
  /** Absolute. Everything Trialway writes is under it. */
  readonly dataDir: string
  /** The address people use, without a slash at the end. */
  readonly baseUrl: string
  readonly logLevel: LogLevel
  readonly searchProcesses: number
  readonly searchTimeoutMs: number
  readonly trustProxy: boolean
  readonly metricsPublic: boolean
  /** Whether a site that is not here is written to at the address that the registry names. */
  readonly connectIntroductions: boolean
  readonly enquiryKeepDays: number
  /** Who runs this installation, as far as they said it. */
  readonly operator: SiteOperator
  /** By whose word people sign in too. */
  readonly institutions: readonly Institution[]
  /** The hosts that subscriptions of programs may send to; none where they are not offered. */
  readonly subscriptionHosts: readonly AllowedHost[]
  /** The registry API asked once a day for what changed, if any. */
  readonly refreshUrl?: string
  /** The PostgreSQL of the records; without it they are a SQLite file in the data folder. */
  readonly databaseUrl?: string
  /** The keys to the records; without them they are in a file in the data folder. */
  readonly keys?: string
}

/** The port of the operator's own door; 0 is any free one. */
export interface OperatorDoor {
  readonly port: number
  /** Whether another port will do where this one is taken: nobody asked for this one. */
  readonly mayMove: boolean
}

/** How much is logged. */
export type LogLevel = (typeof logLevels)[number]

/** Environment variables that do not make sense, each with what to write instead. */
export class ConfigProblems extends Error {
  override readonly name = 'ConfigProblems'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(['These settings need a change:', ...problems.map((text) => `  ${text}`)].join('\n'))
    this.problems = problems
  }
}

/** The settings in an environment; throws `ConfigProblems` naming all that is wrong at once. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(settings.shape).flatMap((name) => {
      const value = valueOf(name, environment)
      return value ? [[name, value]] : []
    }),
  )
  const read = settings.safeParse(given)
  if (!read.success)
    throw new ConfigProblems(read.error.issues.map((issue) => inWords(issue, given)))
  const problems = [...mailProblems(read.data), ...institutionProblems(read.data)]
  if (problems.length > 0) throw new ConfigProblems(problems)
  return toConfig(read.data)
}

/** Settings that must not be seen: each may be in a file instead, named by `…_FILE`. */
const secrets: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'KEYS',
  'SMTP_URL',
  'MAIL_HOOK_SECRET',
  'OIDC_CLIENT_SECRET',
  'OIDC_INSTITUTIONS',
])

function valueOf(
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const value = environment[name]?.trim()
  const file = secrets.has(name) ? environment[`${name}_FILE`]?.trim() : undefined
  if (value || !file) return value
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new ConfigProblems([`${name}_FILE must be a file that can be read; ${file}: ${code}.`])
  }
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const

const flag = z
  .enum(['true', 'false', '1', '0', 'yes', 'no'], { error: 'must be true or false' })
  .transform((text) => text === 'true' || text === '1' || text === 'yes')

/** What may be set. The words here are the ones in `.env.example` and in docs/operations.md. */
export const settings = z.object({
  PORT: wholeNumber(0, 65_535).default(8080).describe('The port to listen on. 0 picks a free one.'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, { error: 'must be an address or a name, such as 127.0.0.1 or 0.0.0.0' })
    .default('127.0.0.1')
    .describe(
      'The address to listen on. The default answers this machine only; 0.0.0.0 answers every machine that can reach this one.',
    ),
  OPERATOR_PORT: wholeNumber(0, 65_535)
    .optional()
    .describe(
      'The port of the pages for the operator (/admin, /metrics, /dev/mail), which only this machine can reach. 0 is no such port.',
    ),
  DATA_DIR: z
    .string()
    .default('./var')
    .describe('The folder for the catalogue and everything else that is written.'),
  BASE_URL: webAddress()
    .optional()
    .describe(
      'The address people use, such as https://trials.example.org. Links are made from it, and only its host name is answered.',
    ),
  LOG_LEVEL: z
    .enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` })
    .default('info')
    .describe('How much is logged: debug, info, warn, error or silent.'),
  SEARCH_PROCESSES: wholeNumber(1, 64)
    .optional()
    .describe('How many processes search. The default is one for each core.'),
  SEARCH_TIMEOUT_MS: wholeNumber(100, 60_000)
    .default(2000)
    .describe('A search that takes longer than this many milliseconds is stopped.'),
  TRUST_PROXY: flag
    .default(false)
    .describe(
      'true when a proxy of yours is in front: its X-Request-Id is kept, and many connections from one address are allowed.',
    ),
  METRICS_PUBLIC: flag
    .default(false)
    .describe(
      'true lets everybody read /metrics at PORT. The default shows it at OPERATOR_PORT alone.',
    ),
  CONNECT_INTRODUCTIONS: flag
    .default(false)
    .describe(
      'true sends what people ask a study team that is not here to the mail address the registry gives for it. Without it, they get contact details and a letter to print.',
    ),
  ENQUIRY_KEEP_DAYS: wholeNumber(30, 3650)
    .default(365)
    .describe(
      'How many days after the last word of either side an enquiry to a study team is kept. Who asked is told before they send it; what was asked before keeps its days.',
    ),
  FHIR_SUBSCRIPTION_HOSTS: z
    .string()
    .optional()
    .transform((text) => (text === undefined ? [] : readAllowedHosts(text)))
    .refine((hosts) => hosts !== undefined, {
      error:
        'must be addresses of hosts, such as https://hooks.example.org:8443, with commas between; http is for 127.0.0.1 and [::1] alone',
    })
    .describe(
      'The hosts that FHIR subscriptions may send to, such as https://hooks.example.org:8443, with commas between. One in a private network needs its address as well: https://fhir.hospital.example=10.1.2.3. Without it, subscriptions are by mail alone.',
    ),
  REFRESH_URL: webAddress()
    .optional()
    .describe(
      'A registry API, such as https://clinicaltrials.gov/api/v2. Once a day, what changed there is imported.',
    ),
  DATABASE_URL: postgresAddress()
    .optional()
    .describe(
      'A PostgreSQL 15 or later, such as postgres://name:password@127.0.0.1:5432/trialway. Without it, the records are a SQLite file in DATA_DIR.',
    ),
  KEYS: z
    .string()
    .optional()
    .describe(
      'The keys to the records: root:…,1:… with 32 bytes in base64 each. Without it, they are in DATA_DIR/keys.json.',
    ),
  ...mailSettings,
  ...institutionSettings,
  ...operatorSettings,
})

function toConfig(read: z.infer<typeof settings>): Config {
  const baseUrl = (read.BASE_URL ?? addressOf(read.HOST, read.PORT)).replace(/\/+$/, '')
  return {
    port: read.PORT,
    host: read.HOST,
    operatorDoor: operatorDoorOf(read.OPERATOR_PORT, read.PORT),
    dataDir: resolve(read.DATA_DIR),
    baseUrl,
    logLevel: read.LOG_LEVEL,
    searchProcesses: read.SEARCH_PROCESSES ?? availableParallelism(),
    searchTimeoutMs: read.SEARCH_TIMEOUT_MS,
    trustProxy: read.TRUST_PROXY,
    metricsPublic: read.METRICS_PUBLIC,
    connectIntroductions: read.CONNECT_INTRODUCTIONS,
    enquiryKeepDays: read.ENQUIRY_KEEP_DAYS,
    operator: operatorOf(read),
    subscriptionHosts: read.FHIR_SUBSCRIPTION_HOSTS ?? [],
    institutions: institutionsOf(read),
    ...(read.REFRESH_URL && { refreshUrl: read.REFRESH_URL.replace(/\/+$/, '') }),
    ...(read.DATABASE_URL && { databaseUrl: read.DATABASE_URL }),
    ...(read.KEYS && { keys: read.KEYS }),
    ...mailConfigOf(read, baseUrl),
  }
}

/** A thousand above the port for everybody, so that two installations side by side do not take each other's. */
function operatorDoorOf(asked: number | undefined, port: number): OperatorDoor | undefined {
  if (asked === 0) return undefined
  if (asked !== undefined) return { port: asked, mayMove: false }
  if (port === 0) return { port: 0, mayMove: true }
  return { port: port > 64_535 ? port - 1000 : port + 1000, mayMove: true }
}

/** The address to show for where the server listens; every address and this machine's own are `localhost`. */
export function addressOf(host: string, port: number): string {
  const isHere = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host)
  const name = isHere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

function inWords(issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): string {
  const name = String(issue.path[0])
  const shown = secrets.has(name) ? '' : `; it is ${JSON.stringify(given[name])}`
  return `${name} ${issue.message}${shown}.`
}
