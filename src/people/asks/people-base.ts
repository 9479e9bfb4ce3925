import type { Records } from '../records/model/records.ts'

/** What the functions of the private side need, besides the moment. */
export interface PeopleBase {
  readonly records: Records
  /** The origin people see, without a slash at its end. */
  readonly baseUrl: string
  /** A random UUID. */
  readonly newId: () => string
  /** 32 random bytes for a link. */
  readonly newSecret: () => Uint8Array
}

/** The host that Message-IDs and List-Ids end with. */
export function hostOf({ baseUrl }: Pick<PeopleBase, 'baseUrl'>): string {
  return new URL(baseUrl).hostname
}

/** One of our pages in a person's language. */
export function pageUrl(
  { baseUrl }: Pick<PeopleBase, 'baseUrl'>,
  language: 'en' | 'fr',
  path: string,
): string {
  return `${baseUrl}${language === 'fr' ? '/fr' : ''}${path}`
}
