import { createHash } from 'node:crypto'

/** An institution that says who its people are (OpenID Connect), as the operator set it. */
export interface Institution {
  /** Its issuer, as its own documents give it. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** As the button shows it. */
  readonly name: string
  /** It is believed for addresses of these domains alone; for every address where none are named. */
  readonly mailDomains: readonly string[]
}

/** What a form names an institution by: the same as long as its issuer is, and no secret. */
export function institutionId({ issuer }: Pick<Institution, 'issuer'>): string {
  return createHash('sha256').update(new URL(issuer).href).digest('hex').slice(0, 12)
}
