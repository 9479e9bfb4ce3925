/** Why nobody is signed in by what an institution said. */
export interface Unproven {
  readonly kind: 'unproven'
  /**
   * `stopped`: the person or the institution said no. `away`: it gave no answer in time, or is out of order. `refused`: what it said is
   * not as it must be, or it does not know us.
   */
  readonly why: 'stopped' | 'away' | 'refused'
  /** For the log: one of the codes of the standard, of the library or of the system; nothing that was said. */
  readonly code: string
}

/** What is wrong with an institution that the library lets pass. */
export class InstitutionFault extends Error {
  override readonly name = 'InstitutionFault'
  readonly code: string

  constructor(code: string) {
    super(`an institution: ${code}`)
    this.code = code
  }
}

/** What an error means that came of what an institution said: the library throws all kinds, as for an address that is none. */
export function unprovenBy(error: unknown): Unproven {
  if (!(error instanceof Error)) return { kind: 'unproven', why: 'refused', code: 'UNEXPECTED' }
  const said = saidCode(error)
  if (said !== undefined) return { kind: 'unproven', why: whyOf(said, error), code: said }
  const inner = error.cause instanceof Error ? error.cause : undefined
  // Of `fetch`: nobody there, or the line broke.
  const isCutOff = error instanceof TypeError && inner !== undefined
  const code = codeOf(error) ?? (inner && codeOf(inner)) ?? 'UNEXPECTED'
  const isAway = isCutOff || lateCodes.has(code) || isDown(error.cause)
  return { kind: 'unproven', why: isAway ? 'away' : 'refused', code }
}

/** What the institution itself gave as its reason, where that is one of the standard's words. */
function saidCode(error: Error): string | undefined {
  if (!('error' in error) || typeof error.error !== 'string') return undefined
  return standardCodes.has(error.error) ? error.error : 'other_error'
}

function whyOf(said: string, error: Error): Unproven['why'] {
  if (noCodes.has(said)) return 'stopped'
  const status = 'status' in error ? Number(error.status) : 0
  return downCodes.has(said) || status >= 500 ? 'away' : 'refused'
}

function isDown(answer: unknown): boolean {
  return answer instanceof Response && answer.status >= 500
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

const lateCodes = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT'])

/** RFC 6749, 4.1.2.1, and OpenID Connect Core, 3.1.2.6. */
const noCodes = new Set([
  'access_denied',
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
])
const downCodes = new Set(['server_error', 'temporarily_unavailable'])
const standardCodes = new Set([
  ...noCodes,
  ...downCodes,
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
  'invalid_scope',
  'invalid_token',
])
