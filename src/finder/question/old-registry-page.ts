import { countryName } from '../places/countries.ts'
import type { RawQuestion } from './asked.ts'

/** Whether these are parameters of the registry's page as it was until 2024, which no later page has. */
export function isOfOldPage(raw: RawQuestion): boolean {
  return [...raw.keys()].some((name) => onlyThere.has(name))
}

/** The parameters of an address of the registry's page as it was until 2024, `recrs=ab&cntry=FR`, as its page has them now. */
export function ofOldPage(raw: RawQuestion): URLSearchParams {
  const now = new URLSearchParams()
  const filters: string[] = []
  for (const [name, value] of entriesOf(raw)) {
    const said = value.trim()
    const coded = codes[name]
    if (said === '' || ofTheForm.has(name)) continue
    if (coded) filters.push(...coded(said))
    else if (renamed[name] !== undefined) addTo(now, renamed[name], said)
    else if (name === 'cntry') addTo(now, 'country', countryNamed(said))
    else if (name === 'state') filters.push(`state:${said.replace(/[,|\s]+/g, '-')}`)
    else addTo(now, name, said)
  }
  if (filters.length > 0) now.set('aggFilters', filters.join(','))
  return now
}

function entriesOf(raw: RawQuestion): readonly (readonly [string, string])[] {
  return [...raw.keys()].map((name) => [name, raw.get(name) ?? ''] as const)
}

/** The page had three boxes for countries, which were one or another: of several only the first is a place. */
function addTo(now: URLSearchParams, name: string, value: string): void {
  if (!now.has(name)) now.set(name, value)
}

/** `FR`, or with its part of the world `EU:FR`; a part of the world alone is none. */
function countryNamed(code: string): string {
  const [, country = code] = code.split(':')
  return countryName(country.toUpperCase(), 'en')
}

/** Buttons, and what pages and lists looked like. */
const ofTheForm: ReadonlySet<string> = new Set(['Search', 'rank', 'draw', 'view', 'displayxml'])

const renamed: Readonly<Record<string, string>> = {
  dist: 'distance',
  age_v: 'age',
  strd_s: 'start',
  strd_e: 'start',
  prcd_s: 'primComp',
  prcd_e: 'primComp',
  sfpd_s: 'firstPost',
  sfpd_e: 'firstPost',
  rfpd_s: 'resFirstPost',
  rfpd_e: 'resFirstPost',
  lupd_s: 'lastUpdPost',
  lupd_e: 'lastUpdPost',
}

/** What one letter, digit or word stands for; what is none stays as it is, and is told to who asked. */
const codes: Readonly<Record<string, (said: string) => readonly string[]>> = {
  recrs: (said) => filter('status', said, letters),
  recr: (said) => (said === 'Open' ? ['status:rec not'] : [`recr:${said}`]),
  phase: (said) => filter('phase', said, phases),
  age: (said) => filter('ages', said, { 0: 'child', 1: 'adult', 2: 'older' }),
  fund: (said) => filter('funderType', said, { 0: 'nih', 1: 'fed', 2: 'industry', 3: 'other' }),
  gndr: (said) => (said === 'All' ? [] : [`sex:${said.charAt(0).toLowerCase()}`]),
  hlth: () => ['healthy:y'],
  rslt: (said) => [`results:${said.toLowerCase()}`],
  type: (said) => [`studyType:${said.slice(0, 3).toLowerCase()}`],
}

const letters: Readonly<Record<string, string>> = {
  a: 'rec',
  b: 'not',
  d: 'act',
  e: 'com',
  f: 'enr',
  g: 'sus',
  h: 'ter',
  i: 'wit',
  m: 'unk',
}

/** The first was added last. */
const phases: Readonly<Record<string, string>> = { 4: '0', 0: '1', 1: '2', 2: '3', 3: '4', 5: 'NA' }

function filter(
  name: string,
  said: string,
  keys: Readonly<Record<string, string>>,
): readonly string[] {
  const wanted = Array.from(said, (one) => keys[one] ?? one.replace(/[^a-z0-9]/i, '?'))
  return [`${name}:${wanted.join(' ')}`]
}

const onlyThere: ReadonlySet<string> = new Set([
  'recrs',
  'recr',
  'cntry',
  'gndr',
  'rslt',
  'age_v',
  'fund',
  'Search',
])
