import { countryCode } from '../../../finder/places/countries.ts'
import type { Consent } from '../../../people/enquiries/model/consent.ts'
import { countryOf } from '../../shell/parts/countries.ts'
import type { Page } from '../../shell/page.ts'
import { said } from './said.ts'

/** To whom something goes, as the page names them, and how many days it is kept. */
export interface Receiver {
  readonly name: string
  /** As the registry writes it. */
  readonly country?: string | undefined
  readonly keepDays: number
}

/**
 * Changes with every change of what is agreed to or told, and with its meaning in either language; a test holds the words to
 * it.
 */
export const consentVersion = 'connect-1'

/** What is agreed to by a tick, sentence by sentence: explicit consent (GDPR art. 9(2)(a)), for a child by a parent. */
export function agreedLines(page: Page, { name }: Receiver): readonly string[] {
  const words = page.words.connect.consent
  return [said(words.agree, { site: name }), words.child, words.doctor, words.free]
}

/** What must be told where data are asked for (GDPR art. 13), sentence by sentence. */
export function toldLines(page: Page, { name, country, keepDays }: Receiver): readonly string[] {
  const words = page.words.connect.consent
  const { operator } = page
  const mail = operator.dataMail ?? operator.mail
  const land = countryOf(page, country)
  const controller = [operator.name, operator.address].filter(Boolean).join(', ')
  return [
    said(words.controller, { name: controller || words.controllerUnknown }),
    ...(mail ? [said(words.contact, { mail })] : []),
    words.why,
    words.law,
    said(words.recipients, { site: name }),
    ...(operator.host ? [said(words.host, { name: operator.host })] : []),
    ...(land && isOutside(country)
      ? [said(words.elsewhere, { country: plainName(land.name, country) })]
      : []),
    said(words.kept, { time: keptFor(page, keepDays) }),
    words.rights,
    words.complain,
    words.noMachine,
  ]
}

/** Whether a country, as the registry writes it, is outside the European Economic Area: there the same law does not hold. */
function isOutside(country = ''): boolean {
  return !economicArea.has(countryCode(country) ?? '')
}

/**
 * ISO codes of the states where the General Data Protection Regulation holds: the European Union with the parts of France that
 * have codes of their own, Åland, and by the EEA Agreement (Joint Committee Decision 154/2018) Iceland, Liechtenstein, Norway.
 */
const economicArea: ReadonlySet<string> = new Set(
  `AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK
  AX GF GP MF MQ RE YT IS LI NO`.split(/\s+/),
)

/** All of it in one text, to be kept with the enquiry. */
export function consentOf(page: Page, receiver: Receiver): Consent {
  const text = [...agreedLines(page, receiver), ...toldLines(page, receiver)].join('\n')
  return { version: consentVersion, language: page.language, text }
}

/** "12 months", or as many days as it is kept. */
export function keptFor(page: Page, days: number): string {
  const { months, days: inDays } = page.words.connect.card
  return days % 365 === 0 ? months((days / 365) * 12) : inDays(days)
}

/** A country that we do not know is named as the registry does. */
function plainName(name: unknown, written = ''): string {
  return typeof name === 'string' ? name : written
}
