import { isDate } from '../../../finder/registry/check-study.ts'
import { markdownOfHtml, readableText } from '../../../finder/registry/html-text.ts'

/** A registry text as one line of plain words: HTML and backslash escapes undone. Undefined where no word is left. */
export function plainLine(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  // Most names are plain already, and a record may have ten thousand of them.
  if (text.length <= most && isPlainLine.test(text)) return text
  return filled(unescaped(text).replace(/\s+/g, ' '))
}

/** Words with one blank between them, and nothing that means something in HTML or in markdown's escapes. */
const isPlainLine = /^[!-%'-;=?-[\]-~\u00C0-\u024F]+(?: [!-%'-;=?-[\]-~\u00C0-\u024F]+)*$/

/** The same over several lines, as criteria are. */
export function plainLines(text: string | undefined): string | undefined {
  return text === undefined ? undefined : filled(evenLines(unescaped(text)))
}

/** A registry text as markdown, which it is: its escapes stay, HTML in it becomes markdown. */
export function markdownText(text: string | undefined): string | undefined {
  return text === undefined ? undefined : filled(evenLines(markdownOfHtml(text)))
}

/** A value of an enumeration as a FHIR code: no space around it, single ones inside. */
export function codeWord(word: string | undefined): string | undefined {
  return plainLine(word)?.slice(0, 200).trim()
}

/** A day, month or year as the registry gives it, which is a FHIR dateTime too; undefined for anything else. */
export function fhirDate(date: string | undefined): string | undefined {
  return date !== undefined && isDate(date) ? date : undefined
}

/** A web address that may stand in a FHIR uri; undefined for anything else. */
export function fhirUrl(address: string | undefined): string | undefined {
  const text = address?.trim() ?? ''
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  url.username = ''
  url.password = ''
  return url.href
}

/** `NON_RANDOMIZED` as `Non-Randomized`, `EXPANDED_ACCESS` as `Expanded Access`; undefined for nothing. */
export function spokenWord(word: string | undefined): string | undefined {
  const code = codeWord(word)
  if (code === undefined) return undefined
  const known = spoken.get(code)
  if (known !== undefined) return known
  return code
    .split('_')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1).toLowerCase())
    .join(' ')
}

const spoken: ReadonlyMap<string, string> = new Map([
  ['NA', 'N/A'],
  ['NON_RANDOMIZED', 'Non-Randomized'],
  ['ACTIVE_NOT_RECRUITING', 'Active, not recruiting'],
  ['NOT_YET_RECRUITING', 'Not yet recruiting'],
  ['ENROLLING_BY_INVITATION', 'Enrolling by invitation'],
  ['NO_LONGER_AVAILABLE', 'No longer available'],
  ['TEMPORARILY_NOT_AVAILABLE', 'Temporarily not available'],
  ['APPROVED_FOR_MARKETING', 'Approved for marketing'],
  ['CASE_CONTROL', 'Case-Control'],
  ['CASE_ONLY', 'Case-Only'],
  ['CASE_CROSSOVER', 'Case-Crossover'],
  ['FAMILY_BASED', 'Family-Based'],
  ['CROSS_SECTIONAL', 'Cross-Sectional'],
  ['ECOLOGIC_OR_COMMUNITY', 'Ecologic or Community'],
  ['ECT', 'Educational/Counseling/Training'],
  ['FED', 'U.S. federal agency'],
  ['NIH', 'NIH'],
  ['INDIV', 'Individual'],
  ['OTHER_GOV', 'Other government'],
  ['AMBIG', 'Ambiguous'],
])

function unescaped(text: string): string {
  return readableText(text).replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

function evenLines(text: string): string {
  // Most texts are even, and each step over a long one takes its time.
  let even = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  if (/[^\S\n ]/.test(even)) even = even.replace(/[^\S\n]/g, ' ')
  if (even.includes(' \n'))
    even = even
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
  return even.includes('\n\n\n') ? even.replace(/\n{3,}/g, '\n\n') : even
}

/** FHIR and XML take no control characters, no half characters, and no text of more than a million of them. */
function filled(text: string): string | undefined {
  const clean = (unfit.test(text) ? text.replace(everyUnfit, '') : text).toWellFormed().trim()
  const short = clean.length > most ? `${clean.slice(0, most).toWellFormed()}…` : clean
  return short === '' ? undefined : short
}

const most = 1_000_000
/** Also the marks that turn the direction of text, with which a record could disguise itself. */
const unfit = /[[\p{Cc}--[\t\n]]\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/v
const everyUnfit = new RegExp(unfit.source, 'gv')
