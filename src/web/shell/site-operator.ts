/**
 * Who runs an installation, as its settings say it: what a reader and the law (in France the LCEN, in the EU
 * article 13 of the GDPR) want to know. What is absent was not said, and is shown as missing.
 */
export interface SiteOperator {
  readonly name?: string
  /** On one line, as for a letter. */
  readonly address?: string
  readonly mail?: string
  readonly phone?: string
  /** The number under which an organisation is registered, with the name of the register. */
  readonly registration?: string
  /** Who answers for what is published. */
  readonly director?: string
  /** Name, address and telephone of who hosts the site. */
  readonly host?: string
  /** Where to write about one's own data; the operator's own address where it is absent. */
  readonly dataMail?: string
}

/** What every public site must say; the rest only where there is such a thing. */
export const neededOfOperator = ['name', 'address', 'mail', 'phone', 'director', 'host'] as const

/** What an operator has not said of what must be said. */
export function missingOfOperator(
  operator: SiteOperator,
): readonly (typeof neededOfOperator)[number][] {
  return neededOfOperator.filter((name) => operator[name] === undefined)
}
